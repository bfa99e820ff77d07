import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/annotations/failure';
import { failureWords } from './failure-words';
import { AlertIcon } from './icons';
import type { Problem, Writes } from './session/writes';

/** What the background may still carry out when it is back: it can't be given up. */
const WAITING: ReadonlySet<FailureCode> = new Set<FailureCode>(['unreachable', 'unreachable-kept', 'unreachable-lost']);

/** Something that was not saved: what it is, why, and what can be done. */
export function ProblemNotice({
  problem,
  writes,
  report,
}: {
  problem: Problem;
  writes: Pick<Writes, 'retry' | 'discard'>;
  report: (error: unknown) => void;
}) {
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
          <button type="button" class="button button-small" onClick={() => writes.retry(problem)}>
            {i18n.t('button.tryAgain')}
          </button>
        )}
        {canDiscard && (
          <button type="button" class="button button-small" onClick={() => writes.discard(problem).catch(report)}>
            {i18n.t('button.discard')}
          </button>
        )}
      </div>
    </div>
  );
}
