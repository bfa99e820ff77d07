import { i18n } from '#i18n';
import { InfoIcon } from './icons';
import { lazyView } from './lazy-view';
import { useSession } from './session-context';
import { TroubleNotice } from './trouble-notice';

/** Hardly ever needed, so not among what must be there for the popup to open. */
const ProblemNotice = lazyView(async () => (await import('./problem-notice')).ProblemNotice);

/** What is said of an article that is not all there. */
const EXTENT_WORDS = { stub: 'notices.stub', 'first-part': 'notices.firstPart', live: 'notices.live' } as const;

/** What a person must know now: writes that failed, trouble with the page, a page without an article. */
export function Notices() {
  const session = useSession();
  const trouble = session.trouble.value;
  const reading = session.reading.value;
  const extent = reading?.isArticle && reading.extent !== 'whole' ? reading.extent : null;
  return (
    <section class="notices" aria-label={i18n.t('notices.region')}>
      {session.writes.problems.value.map((problem) => (
        <ProblemNotice key={problem.id} problem={problem} writes={session.writes} report={session.report} />
      ))}
      {trouble && <TroubleNotice words={trouble} dismiss={session.dismissTrouble} />}
      {reading && !reading.isArticle && (
        <div class="notice">
          <InfoIcon />
          <p>{i18n.t('notices.noArticle')}</p>
        </div>
      )}
      {extent && (
        <div class="notice">
          <InfoIcon />
          <p>{i18n.t(EXTENT_WORDS[extent])}</p>
        </div>
      )}
    </section>
  );
}
