import { type Annotation, passagesOf } from '@/lib/annotations/annotation';
import type { Id, Instant } from '@/lib/annotations/ids';
import type { OnRecordDatabase } from './database';
import { toStorageError } from './failures';
import type { PlanOptions } from './import-plan';
import type { ImportChange, ImportedTable, ImportRecord } from './import-record';
import { writeIndexed } from './search-index';

/** How many changes are taken back in one transaction. */
const BATCH = 500;

/** Annotations first: what they name may go only when they do not name it any more. */
const ORDER = ['annotations', 'speakers', 'snapshots', 'aliases', 'articles'] as const;

/** Imports that can be taken back or gone on with, the latest first. */
export async function readImports(db: OnRecordDatabase): Promise<ImportRecord[]> {
  return (await db.imports.toArray()).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/**
 * Takes an import back: what was new goes, what was changed is as it was. What was changed since by hand stays, and so does
 * what that needs, and an annotation of which something that it named before is gone. Done in several transactions; when it is interrupted, doing it again does the rest.
 * @returns how many records stayed as they are
 * @throws OnRecordError as a write does; the reason of `signal`
 */
export async function undoImport(
  db: OnRecordDatabase,
  importId: Id,
  { signal, onProgress }: Pick<PlanOptions, 'signal' | 'onProgress'>,
): Promise<number> {
  let done = 0;
  let kept = 0;
  try {
    for (const table of ORDER) {
      for (;;) {
        signal.throwIfAborted();
        const taken = { done: 0, kept: 0 };
        await writeIndexed(db, async () => {
          Object.assign(taken, await takeBack(db, importId, table));
        });
        if (taken.done === 0) break;
        done += taken.done;
        kept += taken.kept;
        onProgress(done);
      }
    }
    await db.imports.delete(importId);
  } catch (error) {
    signal.throwIfAborted();
    throw toStorageError(error);
  }
  return kept;
}

async function takeBack(db: OnRecordDatabase, importId: Id, table: ImportedTable) {
  const changes = await db.importChanges
    .where('[importId+table+key]')
    .between([importId, table, ''], [importId, table, '\uffff'], true, true)
    .limit(BATCH)
    .toArray();
  let kept = 0;
  for (const change of changes) if (!(await takeBackOne(db, change))) kept++;
  await db.importChanges.bulkDelete(changes.map(({ key }) => [importId, table, key]));
  return { done: changes.length, kept };
}

/** @returns whether it is as it was before */
async function takeBackOne(
  db: OnRecordDatabase,
  { importId, table, key, before, wrote }: ImportChange,
): Promise<boolean> {
  const primaryKey: string | [string, string] = JSON.parse(key);
  const records = db.table(table);
  const current: { updatedAt?: Instant } | undefined = await records.get(primaryKey);
  if (!current) return true;
  if (wrote !== null && current.updatedAt !== wrote) return false;
  if (before !== null) {
    if (table === 'annotations' && !(await hasAllItNames(db, before as Annotation))) return false;
    await records.put(before);
  } else if (await isNeeded(db, importId, table, primaryKey)) return false;
  else await records.delete(primaryKey);
  return true;
}

/** Whether all that an annotation names is still there: another import that brought it may have been taken back meanwhile. */
async function hasAllItNames(db: OnRecordDatabase, annotation: Annotation): Promise<boolean> {
  const { articleKey, attribution } = annotation;
  const hashes = passagesOf(annotation).flatMap((passage) => (passage.scope === 'article' ? passage.snapshot : []));
  const named = [
    await db.articles.get(articleKey),
    attribution.speakerId === null || (await db.speakers.get(attribution.speakerId)),
    ...(await db.snapshots.bulkGet(hashes.map((hash): [string, string] => [articleKey, hash]))),
  ];
  return !named.includes(undefined);
}

/** Whether something that stays names it. */
async function isNeeded(
  db: OnRecordDatabase,
  importId: Id,
  table: ImportedTable,
  key: string | [string, string],
): Promise<boolean> {
  const [id = '', hash] = typeof key === 'string' ? [key] : key;
  const tagged = (articleKey: string) => db.annotations.where('articleKey').equals(articleKey);
  switch (table) {
    case 'annotations':
      return false;
    case 'speakers':
      return (await db.annotations.where('attribution.speakerId').equals(id).count()) > 0;
    case 'articles':
      return (await tagged(id).count()) > 0;
    case 'aliases': {
      const articleKey = (await db.aliases.get(id))?.articleKey ?? '';
      const article = await db.importChanges.get([importId, 'articles', JSON.stringify(articleKey)]);
      return article?.before === null && (await tagged(articleKey).count()) > 0;
    }
    case 'snapshots':
      return (await tagged(id).toArray()).some((annotation) =>
        passagesOf(annotation).some((passage) => passage.scope === 'article' && passage.snapshot === hash),
      );
  }
}

/** Whether an import is under way or interrupted: what it stored may be needed by what is still to come. */
export async function isImporting(db: OnRecordDatabase): Promise<boolean> {
  return (await db.imports.toArray()).some(({ finishedAt }) => finishedAt === null);
}

/** Forgets how to take imports back that are older than that. To be called in a transaction. */
export async function forgetImports(db: OnRecordDatabase, before: Instant): Promise<void> {
  const old = (await db.imports.toArray()).filter(({ startedAt }) => startedAt < before);
  for (const { id } of old) {
    const range = db.importChanges.where('[importId+table+key]').between([id, ''], [id, '\uffff'], true, true);
    await range.delete();
    await db.imports.delete(id);
  }
}
