import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import type { ImportJob } from './import-job';
import { Numbers, PlanView } from './plan-view';
import { Progress } from './progress';
import { number, refusalWords } from './words';

const ACCEPTED = '.json,.jsonld,.ann,.txt,.zip,application/json,application/ld+json,application/zip,text/plain';

/** Brings in what an export or another program wrote: first it says what that would change. */
export function ImportForm({ job }: { job: ImportJob }) {
  const state = job.state.value;
  const isBusy = state.phase === 'looking' || state.phase === 'storing' || state.phase === 'undoing';
  return (
    <section class="exchange-section" aria-labelledby="import-title">
      <h2 id="import-title">{i18n.t('exchange.import.title')}</h2>
      <p class="hint" id="import-hint">
        {i18n.t('exchange.import.hint')}
      </p>
      {!isBusy && state.phase !== 'planned' && (
        <label class="exchange-file">
          {i18n.t('exchange.import.choose')}
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            aria-describedby="import-hint"
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              // The same file can be chosen again.
              currentTarget.value = '';
              if (files.length > 0) void job.look(files);
            }}
          />
        </label>
      )}
      {state.phase === 'looking' && (
        <Progress label={i18n.t('exchange.import.looking')} done={state.done} total={0} onCancel={job.cancel} />
      )}
      {state.phase === 'planned' && (
        <PlanView
          fileName={state.file.name}
          plan={state.plan}
          untagged={state.file.formats.has('hypothesis') ? state.untagged : undefined}
          isResumed={state.isResumed}
          onUntagged={(untagged) => void job.lookAgain(untagged)}
          onRun={(choices) => void job.run(choices)}
          onCancel={job.reset}
        />
      )}
      {state.phase === 'storing' && (
        <Progress
          label={i18n.t('exchange.import.storing')}
          done={state.done}
          total={state.total}
          onCancel={job.cancel}
        />
      )}
      {state.phase === 'undoing' && (
        <Progress label={i18n.t('exchange.import.undoing')} done={state.done} total={0} onCancel={job.cancel} />
      )}
      <p role="status">
        {state.phase === 'imported' && i18n.t('exchange.import.done', { file: state.record.fileName })}
        {state.phase === 'undone' && i18n.t('exchange.import.undone')}
        {state.phase === 'undone' && state.kept > 0 && (
          <> {i18n.t('exchange.import.kept', { count: number(state.kept) })}</>
        )}
        {state.phase === 'cancelled' && i18n.t(`exchange.cancel.${state.during}`)}
      </p>
      {state.phase === 'imported' && <Numbers counts={state.record.counts} rejected={state.record.rejected} />}
      {state.phase === 'refused' && <p role="alert">{refusalWords(state.error)}</p>}
      {state.phase === 'failed' && <p role="alert">{failureWords(state.failure)}</p>}
    </section>
  );
}
