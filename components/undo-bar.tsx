import { i18n } from '#i18n';
import { CrossIcon } from './icons';
import { QuotedText } from './quoted-text';
import { useSession } from './session-context';
import { useFocusWish } from './use-focus-wish';
import { SLOT, WithSlot } from './with-slot';

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
    <section class="undo-bar" aria-label={i18n.t('undo.region')}>
      <span class="undo-words">
        <WithSlot message={i18n.t('undo.deleted', { words: SLOT })}>
          <QuotedText>{deleted.text}</QuotedText>
        </WithSlot>
      </span>
      <button ref={undoRef} type="button" class="button button-small" onClick={() => session.undoRemove()}>
        {i18n.t('button.undo')}
      </button>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('button.close')}
        aria-label={i18n.t('undo.close')}
        onClick={dismiss}
      >
        <CrossIcon />
      </button>
    </section>
  );
}
