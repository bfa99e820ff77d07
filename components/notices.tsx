import { AlertIcon, CrossIcon, InfoIcon } from './icons';
import type { Problem } from './session/writes';
import { useSession } from './session-context';

const COMMAND_WORDS = {
  annotate: 'A tag was not saved.',
  updateAnnotation: 'A change was not saved.',
  addSegment: 'A part of a quote was not saved.',
  placeAnnotation: 'A decision on where a passage stands was not saved.',
  undoPlacement: 'A decision on where a passage stands was not undone.',
  deleteAnnotation: 'A tag was not deleted.',
  restoreAnnotation: 'A tag was not brought back.',
  createSpeaker: 'A new speaker was not saved.',
  updateSpeaker: 'A change to a speaker was not saved.',
} as const;

function ProblemNotice({ problem }: { problem: Problem }) {
  const session = useSession();
  const canDiscard = problem.failure.code !== 'unreachable';
  return (
    <div class="notice notice-problem" role="alert">
      <AlertIcon />
      <p>
        <strong>{problem.command ? COMMAND_WORDS[problem.command.type] : 'Something was not saved.'}</strong>{' '}
        {problem.failure.message}
      </p>
      <div class="notice-actions">
        {problem.command && (
          <button type="button" class="button button-small" onClick={() => session.writes.retry(problem)}>
            Try again
          </button>
        )}
        {canDiscard && (
          <button
            type="button"
            class="button button-small"
            onClick={() => session.writes.discard(problem).catch(session.report)}
          >
            Discard
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
    <section class="notices" aria-label="Notices">
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
            title="Close"
            aria-label="Close this notice"
            onClick={session.dismissTrouble}
          >
            <CrossIcon />
          </button>
        </div>
      )}
      {reading && !reading.isArticle && (
        <div class="notice">
          <InfoIcon />
          <p>No article was found on this page. You can still tag any text on it.</p>
        </div>
      )}
    </section>
  );
}
