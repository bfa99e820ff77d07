import { i18n } from '#i18n';
import { formatDay } from '@/components/day';
import type { ImportRecord } from '@/lib/store/import-record';
import { sumOf } from './plan-view';
import { number } from './words';

interface PastImportsProps {
  imports: readonly ImportRecord[];
  isBusy: boolean;
  onUndo(importId: string): void;
}

/** The imports of the last thirty days: each can be taken back as a whole. */
export function PastImports({ imports, isBusy, onUndo }: PastImportsProps) {
  if (imports.length === 0) return null;
  return (
    <section class="exchange-section" aria-labelledby="past-imports">
      <h2 id="past-imports">{i18n.t('exchange.past.title')}</h2>
      <p class="hint">{i18n.t('exchange.past.hint')}</p>
      <ul class="exchange-past">
        {imports.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.fileName}</strong>
              <span class="hint">
                {[
                  formatDay(one.startedAt),
                  `${i18n.t('exchange.count.new')}: ${number(sumOf(one.counts, 'new'))}`,
                  `${i18n.t('exchange.count.changed')}: ${number(sumOf(one.counts, 'changed'))}`,
                  one.finishedAt === null && i18n.t('exchange.past.interrupted'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <button
              type="button"
              class="button button-small"
              aria-disabled={isBusy}
              aria-label={i18n.t('exchange.past.undoOf', { file: one.fileName })}
              onClick={() => !isBusy && onUndo(one.id)}
            >
              {i18n.t('exchange.past.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
