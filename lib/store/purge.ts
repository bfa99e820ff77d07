import { type Annotation, passagesOf } from '@/lib/annotations/annotation';
import type { Instant } from '@/lib/annotations/ids';
import type { OnRecordDatabase } from './database';
import { toStorageError } from './failures';
import { forgetImports, isImporting } from './import-undo';
import { writeIndexed } from './search-index';

const DAY = 24 * 60 * 60 * 1000;
/** How long a deletion can be taken back, in ms. */
const TOMBSTONE_AGE = 30 * DAY;
/** How long a command could still arrive again, in ms, many times over: retries end within seconds. */
const RECEIPT_AGE = DAY;

const snapshotKey = (articleKey: string, hash: string) => `${hash} ${articleKey}`;

/**
 * Clears away what nobody can want back: tombstones and imports older than 30 days, receipts older than a day, wordings in
 * which no annotation (deleted ones that can be restored included) has a passage any more, and articles without annotations
 * that lost their last one here or were deleted themselves, with their aliases. Wordings stay as long as an import is
 * unfinished, as their annotations come in last. An annotation that taking an import back would bring back counts as stored.
 * @param now the present instant
 * @throws OnRecordError as a write does; nothing is cleared then
 */
export async function purge(db: OnRecordDatabase, now: Instant): Promise<void> {
  const before = (age: number) => new Date(Date.parse(now) - age).toISOString();
  const isOld = (record: { deletedAt: string | null }) =>
    record.deletedAt !== null && record.deletedAt < before(TOMBSTONE_AGE);
  try {
    await writeIndexed(db, async () => {
      await forgetImports(db, before(TOMBSTONE_AGE));
      await db.receipts.where('at').below(before(RECEIPT_AGE)).delete();

      const emptied = new Set<string>();
      await db.annotations.filter(isOld).each((annotation) => emptied.add(annotation.articleKey));
      await db.annotations.filter(isOld).delete();
      await db.articles.filter(isOld).each((article) => emptied.add(article.key));

      const used = new Set<string>();
      const speakers = new Set<string>();
      const keepNamed = (annotation: Annotation) => {
        emptied.delete(annotation.articleKey);
        if (annotation.attribution.speakerId !== null) speakers.add(annotation.attribution.speakerId);
        for (const passage of passagesOf(annotation)) {
          if (passage.scope === 'article') used.add(snapshotKey(annotation.articleKey, passage.snapshot));
        }
      };
      await db.annotations.each(keepNamed);
      await db.importChanges.each(({ table, before }) => {
        if (table === 'annotations' && before !== null) keepNamed(before as Annotation);
      });

      await db.speakers.filter((speaker) => isOld(speaker) && !speakers.has(speaker.id)).delete();
      if (!(await isImporting(db))) {
        await db.snapshots.filter(({ articleKey, hash }) => !used.has(snapshotKey(articleKey, hash))).delete();
      }
      await db.aliases
        .where('articleKey')
        .anyOf([...emptied])
        .delete();
      await db.articles.bulkDelete([...emptied]);
    });
  } catch (error) {
    throw toStorageError(error);
  }
}
