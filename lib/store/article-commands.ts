import { OnRecordError } from '@/lib/annotations/failure';
import type { CommandOf } from './annotation-commands';
import type { OnRecordDatabase } from './database';

async function storedArticle(db: OnRecordDatabase, key: string) {
  const article = await db.articles.get(key);
  if (!article) throw new OnRecordError('passage-purged', 'There is no such article.');
  return article;
}

const inArticle = (db: OnRecordDatabase, key: string) => db.annotations.where('articleKey').equals(key);

/** Leaves tombstones of an article and of all that is tagged in it, of one and the same moment. */
export async function deleteArticle(
  db: OnRecordDatabase,
  { articleKey, at }: CommandOf<'deleteArticle'>,
): Promise<void> {
  const article = await storedArticle(db, articleKey);
  if (article.deletedAt !== null) return;
  await db.articles.put({ ...article, deletedAt: at, updatedAt: at });
  await inArticle(db, articleKey)
    .filter(({ deletedAt }) => deletedAt === null)
    .modify({ deletedAt: at, updatedAt: at });
}

/** Brings an article back with what was deleted with it; what was deleted before stays so. */
export async function restoreArticle(
  db: OnRecordDatabase,
  { articleKey, at }: CommandOf<'restoreArticle'>,
): Promise<void> {
  const article = await storedArticle(db, articleKey);
  if (article.deletedAt === null) return;
  await db.articles.put({ ...article, deletedAt: null, updatedAt: at });
  await inArticle(db, articleKey)
    .filter(({ deletedAt }) => deletedAt === article.deletedAt)
    .modify({ deletedAt: null, updatedAt: at });
}
