import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import { AlertIcon, CrossIcon } from '@/components/icons';
import { useLibrary } from './library';

/** What was not saved, and what else went wrong. */
export function LibraryNotices() {
  const library = useLibrary();
  const trouble = library.trouble.value;
  return (
    <section class="notices" aria-label={i18n.t('notices.region')}>
      {library.writes.problems.value.map((problem) => (
        <div key={problem.id} class="notice notice-problem" role="alert">
          <AlertIcon />
          <p>
            <strong>{problem.command ? i18n.t(`unsaved.${problem.command.type}`) : i18n.t('unsaved.something')}</strong>{' '}
            {failureWords(problem.failure)}
          </p>
          {problem.command && (
            <button type="button" class="button button-small" onClick={() => library.writes.retry(problem)}>
              {i18n.t('button.tryAgain')}
            </button>
          )}
          <button
            type="button"
            class="button button-small"
            onClick={() => library.writes.discard(problem).catch(library.report)}
          >
            {i18n.t('button.discard')}
          </button>
        </div>
      ))}
      {trouble && (
        <div class="notice notice-problem" role="alert">
          <AlertIcon />
          <p>{trouble}</p>
          <button
            type="button"
            class="icon-button"
            title={i18n.t('button.close')}
            aria-label={i18n.t('notices.closeNotice')}
            onClick={library.dismissTrouble}
          >
            <CrossIcon />
          </button>
        </div>
      )}
    </section>
  );
}

/** What was done last, and the way back. */
export function LibraryUndo() {
  const library = useLibrary();
  const last = library.undone.value;
  if (!last) return null;
  return (
    <section class="undo-bar" aria-label={i18n.t('library.lastDone')}>
      <span class="undo-words">{last.words}</span>
      {last.deeds.length > 0 && (
        <button type="button" class="button button-small" onClick={() => library.undo().catch(library.report)}>
          {i18n.t('button.undo')}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        title={i18n.t('button.close')}
        aria-label={i18n.t('notices.closeNotice')}
        onClick={library.dismissUndo}
      >
        <CrossIcon />
      </button>
    </section>
  );
}
