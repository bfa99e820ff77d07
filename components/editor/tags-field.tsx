import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';

/** Tags as they are typed, with commas between them; none is empty and none comes twice. */
export function parseTags(text: string): string[] {
  const tags = text.split(/[,،、]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

export function TagsField({ id, annotation }: { id: string; annotation: Annotation }) {
  const session = useSession();
  const [text, setText] = useState(annotation.tags.join(', '));
  return (
    <div class="field">
      <label for={id}>{i18n.t('editor.tags')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder={i18n.t('editor.tagsHint')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          session.update(annotation.id, { tags: parseTags(event.currentTarget.value) });
        }}
      />
    </div>
  );
}
