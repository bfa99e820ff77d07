import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Annotation } from '@/lib/annotations/annotation';
import { useEditing } from './editing';

export function NoteField({ id, annotation }: { id: string; annotation: Annotation }) {
  const editing = useEditing();
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
          editing.update(annotation.id, { note: event.currentTarget.value });
        }}
      />
    </div>
  );
}
