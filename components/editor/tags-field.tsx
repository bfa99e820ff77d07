import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Annotation } from '@/lib/annotations/annotation';
import { useEditing } from './editing';

/** Tags as they are typed, with commas between them; none is empty and none comes twice. */
export function parseTags(text: string): string[] {
  const tags = text.split(/[,،、]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

export function TagsField({ id, annotation }: { id: string; annotation: Annotation }) {
  const editing = useEditing();
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
          editing.update(annotation.id, { tags: parseTags(event.currentTarget.value) });
        }}
      />
    </div>
  );
}
