import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import type { Completion } from './completion';

/** What the page that completes an export has to say: mostly nothing, as it closes itself. */
export function ExportPage({ completion, run }: { completion: Completion; run: () => void }) {
  const state = completion.state.value;
  const hasFailed = useRef(false);
  if (state.phase === 'failed') hasFailed.current = true;
  return (
    <main class="export-page">
      <h1>{i18n.t('export.button')}</h1>
      <p role="status">
        {state.phase === 'working' && i18n.t('export.working')}
        {state.phase === 'exported' && i18n.t('status.exported', { file: state.name })}
      </p>
      {state.phase === 'failed' && <p role="alert">{failureWords(state.failure)}</p>}
      {/* Stays while another attempt is made: the focus is on it. */}
      {hasFailed.current && state.phase !== 'exported' && (
        <button type="button" class="button" aria-disabled={state.phase === 'working'} onClick={run}>
          {i18n.t('button.tryAgain')}
        </button>
      )}
    </main>
  );
}
