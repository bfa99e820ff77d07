import { i18n } from '#i18n';
import { AlertIcon, CrossIcon } from './icons';

/** What went wrong, until it is closed. */
export function TroubleNotice({ words, dismiss }: { words: string; dismiss: () => void }) {
  return (
    <div class="notice notice-problem" role="alert">
      <AlertIcon />
      <p>{words}</p>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('button.close')}
        aria-label={i18n.t('notices.closeNotice')}
        onClick={dismiss}
      >
        <CrossIcon />
      </button>
    </div>
  );
}
