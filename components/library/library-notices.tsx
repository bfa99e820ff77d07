import { i18n } from '#i18n';
import { CrossIcon } from '@/components/icons';
import { ProblemNotice } from '@/components/problem-notice';
import { TroubleNotice } from '@/components/trouble-notice';
import { useLibrary } from './library';

/** What was not saved, and what else went wrong. */
export function LibraryNotices() {
  const library = useLibrary();
  const trouble = library.trouble.value;
  return (
    <section class="notices" aria-label={i18n.t('notices.region')}>
      {library.writes.problems.value.map((problem) => (
        <ProblemNotice key={problem.id} problem={problem} writes={library.writes} report={library.report} />
      ))}
      {trouble && <TroubleNotice words={trouble} dismiss={library.dismissTrouble} />}
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
