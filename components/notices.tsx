import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/annotations/failure';
import { failureWords } from './failure-words';
import { AlertIcon, CrossIcon, InfoIcon } from './icons';
import type { Problem } from './session/writes';
import { useSession } from './session-context';

/** What the background may still carry out when it is back: it can't be given up. */
const WAITING: ReadonlySet<FailureCode> = new Set<FailureCode>(['unreachable', 'unreachable-kept', 'unreachable-lost']);

function ProblemNotice({ problem }: { problem: Problem }) {
  const session = useSession();
  const canDiscard = !WAITING.has(problem.failure.code);
  return (
    <div class="notice notice-problem" role="alert">
      <AlertIcon />
      <p>
        <strong>{problem.command ? i18n.t(`unsaved.${problem.command.type}`) : i18n.t('unsaved.something')}</strong>{' '}
        {failureWords(problem.failure)}
      </p>
      <div class="notice-actions">
        {problem.command && (
          <button type="button" class="button button-small" onClick={() => session.writes.retry(problem)}>
            {i18n.t('button.tryAgain')}
          </button>
        )}
        {canDiscard && (
          <button
            type="button"
            class="button button-small"
            onClick={() => session.writes.discard(problem).catch(session.report)}
          >
            {i18n.t('button.discard')}
          </button>
        )}
      </div>
    </div>
  );
}

/** What a person must know now: writes that failed, trouble with the page, a page without an article. */
export function Notices() {
  const session = useSession();
  const trouble = session.trouble.value;
  const reading = session.reading.value;
  return (
    <section class="notices" aria-label={i18n.t('notices.region')}>
      {session.writes.problems.value.map((problem) => (
        <ProblemNotice key={problem.id} problem={problem} />
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
            onClick={session.dismissTrouble}
          >
            <CrossIcon />
          </button>
        </div>
      )}
      {reading && !reading.isArticle && (
        <div class="notice">
          <InfoIcon />
          <p>{i18n.t('notices.noArticle')}</p>
        </div>
      )}
    </section>
  );
}
