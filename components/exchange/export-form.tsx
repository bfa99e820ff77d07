import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/exchange/formats';
import type { ExportJob, Scope } from './export-job';
import { Progress } from './progress';
import { formatName, formatUse, number } from './words';

interface ExportFormProps {
  job: ExportJob;
  /** What is to be chosen from, the first at first. */
  scopes: readonly Scope[];
}

/** Takes what was tagged to other programs, or to another machine. */
export function ExportForm({ job, scopes }: ExportFormProps) {
  const [format, setFormat] = useState<ExportFormat>('on-record');
  const [chosen, choose] = useState(0);
  const [reviewer, setReviewer] = useState({ name: '', url: '' });
  const scope = scopes[chosen] ?? scopes[0] ?? { type: 'everything' };
  const state = job.state.value;
  const isWorking = state.phase === 'working';
  const run = () => {
    const { name, url } = reviewer;
    if (!isWorking) void job.run(format, scope, name.trim() ? { name: name.trim(), url: url.trim() || null } : null);
  };
  return (
    <section class="exchange-section" aria-labelledby="export-title">
      <h2 id="export-title">{i18n.t('exchange.export.title')}</h2>
      <fieldset class="exchange-formats">
        <legend>{i18n.t('exchange.export.format')}</legend>
        {EXPORT_FORMATS.map((one) => (
          <label key={one} class="exchange-format">
            <input type="radio" name="format" value={one} checked={one === format} onChange={() => setFormat(one)} />
            <span>
              <strong>{formatName(one)}</strong>
              <span class="hint">{formatUse(one)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {scopes.length > 1 && (
        <fieldset class="choices">
          <legend>{i18n.t('exchange.export.scope')}</legend>
          {scopes.map((one, i) => (
            <label key={one.type} class="choice">
              <input type="radio" name="scope" checked={i === chosen} onChange={() => choose(i)} />
              {scopeWords(one)}
            </label>
          ))}
        </fieldset>
      )}
      {format === 'schema-org' && (
        <fieldset class="exchange-fields">
          <legend>{i18n.t('exchange.reviewer.title')}</legend>
          <label>
            {i18n.t('exchange.reviewer.name')}
            <input
              type="text"
              autocomplete="organization"
              value={reviewer.name}
              onInput={({ currentTarget }) => setReviewer({ ...reviewer, name: currentTarget.value })}
            />
          </label>
          <label>
            {i18n.t('exchange.reviewer.url')}
            <input
              type="url"
              autocomplete="url"
              value={reviewer.url}
              onInput={({ currentTarget }) => setReviewer({ ...reviewer, url: currentTarget.value })}
            />
          </label>
        </fieldset>
      )}
      <button type="button" class="button button-primary" aria-disabled={isWorking} onClick={run}>
        {i18n.t('exchange.export.run')}
      </button>
      {isWorking && (
        <Progress
          label={i18n.t('exchange.export.working')}
          done={state.done}
          total={state.total}
          onCancel={job.cancel}
        />
      )}
      <p role="status">
        {state.phase === 'exported' && i18n.t('status.exported', { file: state.name })}
        {state.phase === 'empty' && i18n.t('exchange.export.empty')}
        {state.phase === 'cancelled' && i18n.t('exchange.cancelled')}
      </p>
      {state.phase === 'failed' && <p role="alert">{failureWords(state.failure)}</p>}
      {state.phase === 'exported' && state.missing.length > 0 && (
        <details class="exchange-list" open>
          <summary>
            {i18n.t('exchange.missing')} <span class="nav-count">{number(state.missing.length)}</span>
          </summary>
          <ul>
            {state.missing.slice(0, SHOWN).map(({ annotationId, words, fields }) => (
              <li key={annotationId}>
                <span class="exchange-words">{words}</span> <code>{fields.join(', ')}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** So many of a list are told one by one. */
export const SHOWN = 100;

function scopeWords(scope: Scope): string {
  if (scope.type === 'article') return i18n.t('exchange.export.article', { title: scope.title || scope.key });
  return scope.type === 'found'
    ? i18n.t('exchange.export.found', { query: scope.query })
    : i18n.t('exchange.export.everything');
}
