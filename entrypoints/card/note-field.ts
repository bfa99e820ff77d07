import { i18n } from '#i18n';
import { box, button, field } from './elements';

/** How long (ms) typing rests before what was typed is saved. */
const REST = 500;

export interface NoteField {
  readonly element: HTMLElement;
  /** Something was typed in the card. */
  input(): void;
  /** Saves what is typed, at once. */
  flush(): void;
}

/**
 * The note of a passage: drawn, so that the page can't find its words, until a person sets out to write.
 * @param save is called with the note whenever it is another one
 * @param resized is called when the field has another size
 */
export function createNoteField(note: string, save: (note: string) => void, resized: () => void): NoteField {
  let saved = note;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let text: HTMLTextAreaElement | null = null;
  const place = box('note');

  function flush() {
    clearTimeout(timer);
    if (!text || text.value === saved) return;
    saved = text.value;
    save(saved);
  }

  function show() {
    text = null;
    const words = saved || i18n.t('pageCard.addNote');
    const name = saved ? `${i18n.t('editor.note')}: ${saved}` : words;
    place.replaceChildren(button(saved ? 'note-words' : 'open', words, write, name));
    resized();
  }

  function write() {
    text = document.createElement('textarea');
    text.value = saved;
    text.rows = 3;
    text.setAttribute('aria-label', i18n.t('editor.note'));
    text.addEventListener('blur', () => {
      flush();
      // A window that loses the focus gives it back to the same field.
      if (document.hasFocus()) show();
    });
    place.replaceChildren(text);
    resized();
    text.focus({ preventScroll: true });
    text.selectionStart = text.value.length;
  }

  show();
  return {
    element: field(i18n.t('editor.note'), place),
    input() {
      clearTimeout(timer);
      timer = setTimeout(flush, REST);
    },
    flush,
  };
}
