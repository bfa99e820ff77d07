import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';

export function NoteField({ id, annotation }: { id: string; annotation: Annotation }) {
  const session = useSession();
  const [note, setNote] = useState(annotation.note);
  return (
    <div class="field">
      <label for={id}>{i18n.t('editor.note')}</label>
      <textarea
        id={id}
        rows={2}
        value={note}
        onInput={(event) => {
          setNote(event.currentTarget.value);
          session.update(annotation.id, { note: event.currentTarget.value });
        }}
      />
    </div>
  );
}
