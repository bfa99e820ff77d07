import { i18n } from '#i18n';
import { formatDay } from '@/components/day';
import type { Instant } from '@/lib/annotations/ids';
import type { StorageUse } from '@/lib/store/storage-use';

interface StorageNoteProps {
  /** Null when there was none, undefined as long as it is not known. */
  lastBackup: Instant | null | undefined;
  /** Null as long as it is not known, and where the browser does not say. */
  use: StorageUse | null;
}

/** How safe what was tagged is: when it was saved elsewhere last, and how much room it takes here. */
export function StorageNote({ lastBackup, use }: StorageNoteProps) {
  return (
    <p class="exchange-note hint">
      {lastBackup === null && <strong>{i18n.t('exchange.backup.none')}</strong>}
      {lastBackup && i18n.t('exchange.backup.last', { day: formatDay(lastBackup) ?? '' })}
      {use && <span>{i18n.t('exchange.storage.used', { used: bytes(use.used), quota: bytes(use.quota) })}</span>}
    </p>
  );
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes as the language writes it, in the unit that leaves it shortest. */
function bytes(count: number): string {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(count, 1)) / 3)));
  const format = { style: 'unit', unit: UNITS[power - 1] ?? 'kilobyte', maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(i18n.t('lang'), format).format(count / 1000 ** power);
}
