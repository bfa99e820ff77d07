import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Kind } from '@/lib/annotations/annotation';
import type { Choices } from '@/lib/store/import-batch';
import type { ImportPlan } from '@/lib/store/import-plan';
import type { ImportCounts, Verdict } from '@/lib/store/import-record';
import { SHOWN } from './export-form';
import { number, reasonWords } from './words';

/** All records of the file that come to that, of whatever kind. */
export const sumOf = (counts: ImportCounts, verdict: Verdict): number =>
  counts.article[verdict] + counts.speaker[verdict] + counts.annotation[verdict];

interface PlanViewProps {
  fileName: string;
  plan: ImportPlan;
  /** What passages without a kind are taken for; undefined where every one has its own. */
  untagged: Kind | null | undefined;
  isResumed: boolean;
  onUntagged(untagged: Kind | null): void;
  onRun(choices: Choices): void;
  onCancel(): void;
}

/** What an import would do, before it is done. */
export function PlanView({ fileName, plan, untagged, isResumed, onUntagged, onRun, onCancel }: PlanViewProps) {
  const [choices, setChoices] = useState<Choices>({ conflicts: 'keep', duplicates: 'skip' });
  const { counts, rejected, rejections } = plan;
  const conflicts = sumOf(counts, 'conflict');
  const { duplicate } = counts.annotation;
  const toWrite = sumOf(counts, 'new') + sumOf(counts, 'changed') + conflicts + duplicate;
  return (
    <div class="exchange-plan">
      <h3>{fileName}</h3>
      {isResumed && <p>{i18n.t('exchange.plan.resumed')}</p>}
      <Numbers counts={counts} rejected={rejected} />
      {rejected > 0 && (
        <details class="exchange-list">
          <summary>{i18n.t('exchange.plan.rejectedWhy')}</summary>
          <ul>
            {rejections.slice(0, SHOWN).map(({ place, reason, detail }, i) => (
              <li key={i}>
                <code>{place.path}</code>{' '}
                {place.line !== null && <span>{i18n.t('exchange.line', { line: number(place.line) })}</span>}{' '}
                {reasonWords(reason)} <span class="hint">{detail}</span>
              </li>
            ))}
          </ul>
          {rejected > SHOWN && <p class="hint">{i18n.t('exchange.plan.more', { count: number(rejected - SHOWN) })}</p>}
        </details>
      )}
      {untagged !== undefined && (
        <label class="exchange-untagged">
          {i18n.t('exchange.plan.untagged')}
          <select
            value={untagged ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onUntagged(value === 'quote' || value === 'claim' ? value : null)
            }
          >
            <option value="">{i18n.t('exchange.plan.leaveOut')}</option>
            <option value="quote">{i18n.t('library.view.quotes')}</option>
            <option value="claim">{i18n.t('library.view.claims')}</option>
          </select>
        </label>
      )}
      {conflicts > 0 && (
        <Choice
          legend={i18n.t('exchange.plan.conflicts')}
          name="conflicts"
          options={{ keep: i18n.t('exchange.plan.keep'), take: i18n.t('exchange.plan.take') }}
          value={choices.conflicts}
          onChoose={(value) => setChoices({ ...choices, conflicts: value })}
        />
      )}
      {duplicate > 0 && (
        <Choice
          legend={i18n.t('exchange.plan.duplicates')}
          name="duplicates"
          options={{ skip: i18n.t('exchange.plan.skip'), add: i18n.t('exchange.plan.add') }}
          value={choices.duplicates}
          onChoose={(value) => setChoices({ ...choices, duplicates: value })}
        />
      )}
      {toWrite === 0 && <p>{i18n.t('exchange.plan.nothing')}</p>}
      <div class="buttons">
        {toWrite > 0 && (
          <button type="button" class="button button-primary" onClick={() => onRun(choices)}>
            {i18n.t('exchange.import.run')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('button.cancel')}
        </button>
      </div>
    </div>
  );
}

/** How many records there are of each outcome; those that never occur are left out. */
export function Numbers({ counts, rejected }: { counts: ImportCounts; rejected: number }) {
  const rows: [label: string, count: number][] = [
    [i18n.t('exchange.count.new'), sumOf(counts, 'new')],
    [i18n.t('exchange.count.changed'), sumOf(counts, 'changed')],
    [i18n.t('exchange.count.conflict'), sumOf(counts, 'conflict')],
    [i18n.t('exchange.count.duplicate'), sumOf(counts, 'duplicate')],
    [i18n.t('exchange.count.older'), sumOf(counts, 'older')],
    [i18n.t('exchange.count.same'), sumOf(counts, 'same')],
    [i18n.t('exchange.count.rejected'), rejected],
  ];
  return (
    <dl class="exchange-counts">
      {rows
        .filter(([, count], i) => count > 0 || i === 0)
        .map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
    </dl>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  name: string;
  options: Readonly<Record<T, string>>;
  value: T;
  onChoose(value: T): void;
}

function Choice<T extends string>({ legend, name, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {(Object.keys(options) as T[]).map((one) => (
        <label key={one} class="choice">
          <input type="radio" name={name} checked={one === value} onChange={() => onChoose(one)} />
          {options[one]}
        </label>
      ))}
    </fieldset>
  );
}
