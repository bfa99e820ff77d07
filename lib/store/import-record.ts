import type { Id, Instant } from '@/lib/annotations/ids';

/** The tables that an import writes to. */
export type ImportedTable = 'articles' | 'aliases' | 'snapshots' | 'speakers' | 'annotations';

/** What becomes of a record that comes in. */
export const VERDICTS = ['new', 'changed', 'same', 'older', 'conflict', 'duplicate'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type RecordType = 'article' | 'speaker' | 'annotation';
export type ImportCounts = Record<RecordType, Record<Verdict, number>>;

export function noCounts(): ImportCounts {
  const none = () => ({ new: 0, changed: 0, same: 0, older: 0, conflict: 0, duplicate: 0 });
  return { article: none(), speaker: none(), annotation: none() };
}

/** An import, as long as it can be gone on with or taken back. */
export interface ImportRecord {
  id: Id;
  fileName: string;
  /** What tells the file from others, so that an interrupted import goes on with the same one. */
  fingerprint: string;
  startedAt: Instant;
  /** Null as long as it is under way or interrupted. */
  finishedAt: Instant | null;
  /** How many records of the file were dealt with. */
  done: number;
  counts: ImportCounts;
  rejected: number;
}

/** What an import did to one record. */
export interface ImportChange {
  importId: Id;
  table: ImportedTable;
  /** The primary key of the record, as JSON. */
  key: string;
  /** What was there before; null when nothing was. */
  before: object | null;
  /** When the record that was written says it was changed last: it is another one if it says something else later. */
  wrote: Instant | null;
}
