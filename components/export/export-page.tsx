import { useRef } from 'preact/hooks';
import type { Completion } from './completion';

/** What the page that completes an export has to say: mostly nothing, as it closes itself. */
export function ExportPage({ completion, run }: { completion: Completion; run: () => void }) {
  const state = completion.state.value;
  const hasFailed = useRef(false);
  if (state.phase === 'failed') hasFailed.current = true;
  return (
    <main class="export-page">
      <h1>Export JSON</h1>
      <p role="status">
        {state.phase === 'working' && 'Exporting what you tagged…'}
        {state.phase === 'exported' && `Exported ${state.name}`}
      </p>
      {state.phase === 'failed' && <p role="alert">{state.failure.message}</p>}
      {/* Stays while another attempt is made: the focus is on it. */}
      {hasFailed.current && state.phase !== 'exported' && (
        <button type="button" class="button" aria-disabled={state.phase === 'working'} onClick={run}>
          Try again
        </button>
      )}
    </main>
  );
}
