import { CrossIcon } from './icons';
import { QuotedText } from './quoted-text';
import { useSession } from './session-context';
import { useFocusWish } from './use-focus-wish';

/** The way back after a delete; it stays until it is closed or something else is deleted. */
export function UndoBar() {
  const session = useSession();
  const undoRef = useFocusWish<HTMLButtonElement>('undo');
  const deleted = session.draft.value.deleted;
  if (!deleted) return null;
  const dismiss = () => {
    session.changeDraft({ deleted: null });
    const [first] = session.listed.value ?? [];
    session.wishFocus(first ? { part: 'edit', id: first.annotation.id } : { part: 'selection' });
  };
  return (
    <section class="undo-bar" aria-label="Deleted">
      <span class="undo-words">
        Deleted: <QuotedText>{deleted.text}</QuotedText>
      </span>
      <button ref={undoRef} type="button" class="button button-small" onClick={() => session.undoRemove()}>
        Undo
      </button>
      <button type="button" class="icon-button" title="Close" aria-label="Close: deleted" onClick={dismiss}>
        <CrossIcon />
      </button>
    </section>
  );
}
