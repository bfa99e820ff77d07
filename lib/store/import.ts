import type { Annotation } from '@/lib/annotations/annotation';
import type { Snapshot } from '@/lib/annotations/article';
import { type Id, type Instant, newId } from '@/lib/annotations/ids';
import type { Incoming, IncomingRecord } from '@/lib/annotations/incoming';
import type { OnRecordDatabase } from './database';
import { toStorageError } from './failures';
import { type Choices, ImportBatch, type Write } from './import-batch';
import { type IncomingBatch, inBatches, toRejection } from './import-gate';
import type { PlanOptions } from './import-plan';
import { type ImportChange, type ImportRecord, noCounts } from './import-record';
import { writeIndexed } from './search-index';

export interface ImportOptions extends PlanOptions {
  fileName: string;
  fingerprint: string;
  choices: Choices;
  /** From the plan. */
  duplicates: ReadonlyMap<string, string>;
  /** Cleans the HTML of wordings: a file is never trusted. */
  sanitise(html: string): string;
  now(): Instant;
}

/** The import of that file that was interrupted; undefined when none was. */
export async function interruptedImport(db: OnRecordDatabase, fingerprint: string): Promise<ImportRecord | undefined> {
  return (await db.imports.toArray()).find((one) => one.fingerprint === fingerprint && one.finishedAt === null);
}

/**
 * Stores what comes in, some two hundred records in one transaction with the note of how to take them back: when it is
 * interrupted, whole batches are there and the rest is not. Started again with the same file, it is the same import but
 * reads from the beginning, as a reader may give other records than before; those that it stored are the same then. Goes past the outbox and the background: a command carries one record, and an import many thousands. The gate
 * that commands go through holds here, too.
 * @returns the record of the import, by which `undoImport` takes it back
 * @throws OnRecordError as a write does; whatever reading the file throws; the reason of `signal`
 */
export async function runImport(
  db: OnRecordDatabase,
  incoming: AsyncIterable<Incoming>,
  options: ImportOptions,
): Promise<ImportRecord> {
  const { signal, onProgress, breathe, fileName, fingerprint, now } = options;
  const begun = await interruptedImport(db, fingerprint);
  const fresh = begun ?? { id: newId(), fileName, fingerprint, startedAt: now(), finishedAt: null };
  let record: ImportRecord = { ...fresh, done: 0, rejected: 0, counts: noCounts() };

  for await (const batch of inBatches(incoming, breathe)) {
    signal.throwIfAborted();
    record = await storeBatch(db, record, batch, options);
    onProgress(record.done);
  }
  const finished = { ...record, finishedAt: now() };
  await write(db, async () => {
    await db.imports.put(finished);
  });
  return finished;
}

async function write(db: OnRecordDatabase, job: () => Promise<void>): Promise<void> {
  try {
    await writeIndexed(db, job);
  } catch (error) {
    throw toStorageError(error);
  }
}

/** @returns the record of the import as it is then */
async function storeBatch(
  db: OnRecordDatabase,
  before: ImportRecord,
  { records, rejections, size }: IncomingBatch,
  { choices, duplicates, sanitise, breathe }: ImportOptions,
): Promise<ImportRecord> {
  const record = structuredClone(before);
  record.done += size;
  record.rejected += rejections.length;
  const clean: IncomingRecord[] = [];
  for (const one of records) {
    await breathe();
    clean.push(prepared(one, sanitise, choices, duplicates));
  }
  await write(db, async () => {
    const batch = await ImportBatch.read(db, clean, null);
    const writes: Write[] = [];
    for (const one of clean) {
      const duplicateOf = one.type === 'annotation' ? duplicates.get(one.annotation.id) : undefined;
      try {
        const judgement = batch.judge(one, choices, duplicateOf);
        record.counts[one.type][judgement.verdict]++;
        writes.push(...judgement.writes);
      } catch (error) {
        toRejection(one, error);
        record.rejected++;
      }
    }
    await carryOut(db, record.id, writes);
    await db.imports.put(record);
  });
  return record;
}

/** The record as it is to be stored: with clean HTML, and links that lead to what is here instead of what is skipped. */
function prepared(
  record: IncomingRecord,
  sanitise: (html: string) => string,
  { duplicates: decision }: Choices,
  duplicates: ReadonlyMap<string, string>,
): IncomingRecord {
  if (record.type === 'article') {
    const clean = (snapshot: Snapshot) => ({ ...snapshot, html: sanitise(snapshot.html) });
    return { ...record, snapshots: record.snapshots.map(clean) };
  }
  if (record.type === 'speaker' || decision === 'add') return record;
  return { ...record, annotation: relinked(record.annotation, duplicates) };
}

function relinked(annotation: Annotation, duplicates: ReadonlyMap<string, string>): Annotation {
  if (!annotation.links.some(({ target }) => duplicates.has(target))) return annotation;
  const links = annotation.links.map(({ rel, target }) => ({ rel, target: duplicates.get(target) ?? target }));
  return { ...annotation, links };
}

async function carryOut(db: OnRecordDatabase, importId: Id, writes: readonly Write[]): Promise<void> {
  for (const table of ['articles', 'aliases', 'snapshots', 'speakers', 'annotations'] as const) {
    const ofTable = writes.filter((one) => one.table === table);
    if (ofTable.length > 0) await db.table(table).bulkPut(ofTable.map(({ record }) => record));
  }
  // What was there before the import is what it was before its first change.
  const changed = new Map<string, ImportChange>();
  for (const one of writes) {
    const change = changeOf(importId, one);
    const place = `${change.table} ${change.key}`;
    changed.set(place, { ...change, before: (changed.get(place) ?? change).before });
  }
  const changes = [...changed.values()];
  const known = await db.importChanges.bulkGet(changes.map(({ table, key }) => [importId, table, key]));
  await db.importChanges.bulkPut(changes.map((change, i) => ({ ...change, before: (known[i] ?? change).before })));
}

const changeOf = (importId: Id, { table, key, record, before }: Write): ImportChange => ({
  importId,
  table,
  key: JSON.stringify(key),
  before,
  wrote: 'updatedAt' in record ? record.updatedAt : null,
});
