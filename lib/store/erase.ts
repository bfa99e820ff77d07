import { passagesOf } from '@/lib/annotations/annotation';
import type { CommandOf } from './annotation-commands';
import type { OnRecordDatabase } from './database';
import { isImporting } from './import-undo';

const isDeleted = (record: { deletedAt: string | null } | undefined) => !!record && record.deletedAt !== null;

/**
 * Takes away all of an article that no annotation needs any more, and the article when there is none left. While an import is
 * unfinished only what is deleted itself goes.
 */
async function clearArticle(db: OnRecordDatabase, key: string): Promise<void> {
  if ((await isImporting(db)) && !isDeleted(await db.articles.get(key))) return;
  const left = await db.annotations.where('articleKey').equals(key).toArray();
  const used = new Set(
    left.flatMap(passagesOf).map((passage) => (passage.scope === 'article' ? passage.snapshot : '')),
  );
  await db.snapshots
    .where('articleKey')
    .equals(key)
    .filter(({ hash }) => !used.has(hash))
    .delete();
  if (left.length > 0) return;
  await db.aliases.where('articleKey').equals(key).delete();
  await db.articles.delete(key);
}

/**
 * Takes away for good what is deleted under some keys: an article with all that is deleted in it, an annotation, a speaker
 * whom no annotation names, not even a deleted one. What is not deleted stays.
 */
export async function erase(db: OnRecordDatabase, { keys }: CommandOf<'erase'>): Promise<void> {
  const articles = (await db.articles.bulkGet(keys)).filter(isDeleted).map((article) => article?.key ?? '');
  const within = await db.annotations.where('articleKey').anyOf(articles).toArray();
  const annotations = [...(await db.annotations.bulkGet(keys)), ...within].filter(isDeleted);
  await db.annotations.bulkDelete(annotations.map((annotation) => annotation?.id ?? ''));
  const touched = annotations.map((annotation) => annotation?.articleKey ?? '');
  for (const key of new Set([...articles, ...touched])) await clearArticle(db, key);
  for (const speaker of await db.speakers.bulkGet(keys)) {
    if (!speaker || !isDeleted(speaker)) continue;
    const isNamed = await db.annotations.where('attribution.speakerId').equals(speaker.id).count();
    if (!isNamed) await db.speakers.delete(speaker.id);
  }
}
