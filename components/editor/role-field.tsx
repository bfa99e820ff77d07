import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Annotation } from '@/lib/annotations/annotation';
import { useEditing } from './editing';

interface RoleFieldProps {
  id: string;
  annotation: Annotation;
  known: KnownSpeaker | null;
}

/**
 * Who the speaker is. Of a speaker whom only this article names, the record itself is edited; of others, how this
 * article describes them, so that no other article changes behind anybody's back.
 */
export function RoleField({ id, annotation, known }: RoleFieldProps) {
  const editing = useEditing();
  const { attribution, articleKey } = annotation;
  const speaker = known?.speaker ?? null;
  const describedAs = attribution.speakerId === speaker?.id ? attribution.describedAs : null;
  const [role, setRole] = useState(describedAs ?? speaker?.role ?? '');
  const isShared = known?.articleKeys.some((key) => key !== articleKey) ?? false;
  const hint =
    isShared && speaker?.role && speaker.role !== role ? i18n.t('editor.roleElsewhere', { role: speaker.role }) : null;

  const save = (text: string) => {
    setRole(text);
    if (!speaker) return;
    if (isShared) editing.update(annotation.id, { attribution: { describedAs: text.trim() || null } });
    else editing.updateSpeaker(speaker.id, { role: text.trim() });
  };

  return (
    <div class="field">
      <label for={id}>{i18n.t('editor.role')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={speaker ? i18n.t('editor.roleExample') : i18n.t('editor.roleWithoutSpeaker')}
        readOnly={!speaker}
        aria-disabled={!speaker}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={role}
        onInput={(event) => save(event.currentTarget.value)}
      />
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
