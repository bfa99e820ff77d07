import type { Annotation } from '@/lib/annotations/annotation';
import type { Incoming, IncomingRecord, Rejection } from '@/lib/annotations/incoming';
import type { Segment } from '@/lib/annotations/passage';
import type { OnRecordDatabase } from './database';
import { toStorageError } from './failures';
import { ImportBatch } from './import-batch';
import { inBatches, toRejection } from './import-gate';
import { type ImportCounts, noCounts } from './import-record';
import { KnownFromFile } from './known-from-file';

/** How many rejections are told one by one. */
const TOLD = 1000;

/** What an import would do. */
export interface ImportPlan {
  /** All that is in the file, what is rejected included. */
  total: number;
  counts: ImportCounts;
  rejected: number;
  /** The first thousand of them. */
  rejections: Rejection[];
  /** Of the annotations whose passage is tagged here already: their id, and that of the annotation here. */
  duplicates: ReadonlyMap<string, string>;
}

export interface PlanOptions {
  signal: AbortSignal;
  /** Is told how many records were dealt with. */
  onProgress(done: number): void;
  /** Is waited for after each record, so that the page can have its turn. */
  breathe(): Promise<void>;
}

/**
 * Looks at everything that would come in, and stores nothing.
 * @throws OnRecordError as a read does; whatever reading the file throws; the reason of `signal`
 */
export async function planImport(
  db: OnRecordDatabase,
  incoming: AsyncIterable<Incoming>,
  { signal, onProgress, breathe }: PlanOptions,
): Promise<ImportPlan> {
  const counts = noCounts();
  const rejections: Rejection[] = [];
  const duplicates = new Map<string, string>();
  const known = new KnownFromFile();
  let total = 0;
  let rejected = 0;
  const reject = (rejection: Rejection) => {
    rejected++;
    if (rejections.length < TOLD) rejections.push(rejection);
  };

  for await (const batch of inBatches(incoming, breathe)) {
    signal.throwIfAborted();
    total += batch.size;
    batch.rejections.forEach(reject);
    const stored = await read(db, batch.records, known);
    for (const record of batch.records) {
      try {
        const duplicateOf = stored.twinOf(record);
        const { verdict, writes } = stored.batch.judge(record, { conflicts: 'keep', duplicates: 'skip' }, duplicateOf);
        counts[record.type][verdict]++;
        if (verdict === 'duplicate' && record.type === 'annotation' && duplicateOf) {
          duplicates.set(record.annotation.id, duplicateOf);
        }
        known.add(
          record,
          writes.some(({ table }) => table === `${record.type}s`),
        );
      } catch (error) {
        reject(toRejection(record, error));
      }
    }
    onProgress(total);
  }
  return { total, counts, rejected, rejections, duplicates };
}

async function read(db: OnRecordDatabase, records: readonly IncomingRecord[], known: KnownFromFile) {
  const keys = new Set(records.flatMap((record) => (record.type === 'annotation' ? record.annotation.articleKey : [])));
  try {
    return await db.transaction('r', db.tables, async () => {
      const batch = await ImportBatch.read(db, records, known);
      const there = await db.annotations
        .where('articleKey')
        .anyOf([...keys])
        .filter(({ deletedAt }) => deletedAt === null)
        .toArray();
      const byArticle = Map.groupBy(there, ({ articleKey }) => articleKey);
      const twinOf = (record: IncomingRecord): string | undefined =>
        record.type === 'annotation'
          ? byArticle.get(record.annotation.articleKey)?.find((one) => isTwin(one, record.annotation))?.id
          : undefined;
      return { batch, twinOf };
    });
  } catch (error) {
    throw toStorageError(error);
  }
}

/** Whether two annotations are of one kind and passage: the same words among the same, or at the same place. */
function isTwin(a: Annotation, b: Annotation): boolean {
  return (
    a.id !== b.id &&
    a.kind === b.kind &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, i) => isSameWords(segment, b.segments[i]))
  );
}

function isSameWords(a: Segment, b: Segment | undefined): boolean {
  if (!b || a.quote.exact !== b.quote.exact) return false;
  if (a.quote.prefix === b.quote.prefix && a.quote.suffix === b.quote.suffix) return true;
  return (
    a.scope === 'article' && b.scope === 'article' && a.snapshot === b.snapshot && a.position.start === b.position.start
  );
}
