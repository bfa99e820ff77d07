import type { Alias, ClaimedUrls } from '@/lib/annotations/article';
import type { Capture } from '@/lib/annotations/command';
import type { Instant } from '@/lib/annotations/ids';
import type { OnRecordDatabase } from './database';

/** Those of the addresses a page claims for itself that are believed, normalised. */
export type BelievedAliases = (pageUrl: string, claimed: ClaimedUrls) => Pick<Alias, 'url' | 'source'>[];

/** The page says of itself what it says now; the record keeps when it was made and the address it was made at. */
async function putArticle(db: OnRecordDatabase, { article }: Capture, at: Instant): Promise<void> {
  const known = await db.articles.get(article.key);
  const lasting = known ? { url: known.url, createdAt: known.createdAt } : {};
  await db.articles.put({ ...article, ...lasting, updatedAt: at, deletedAt: null });
}

/** An address leads to one article only: the first that had it. */
async function addAliases(
  db: OnRecordDatabase,
  { article }: Capture,
  believed: ReturnType<BelievedAliases>,
  at: Instant,
): Promise<void> {
  for (const { url, source } of believed) {
    const isTaken = (await db.aliases.get(url)) !== undefined || (await db.articles.get(url)) !== undefined;
    if (!isTaken) await db.aliases.add({ url, articleKey: article.key, source, createdAt: at });
  }
}

/**
 * Stores the article, its aliases and its wording, as far as they are not known yet. To be called in a transaction; the
 * capture was checked before. A snapshot that is there already is left as it is.
 */
export async function putCapture(
  db: OnRecordDatabase,
  capture: Capture,
  believedAliases: BelievedAliases,
  at: Instant,
): Promise<void> {
  await putArticle(db, capture, at);
  await addAliases(db, capture, believedAliases(capture.article.url, capture.claimedUrls), at);
  const { articleKey, hash } = capture.snapshot;
  if (!(await db.snapshots.get([articleKey, hash]))) await db.snapshots.add(capture.snapshot);
}
