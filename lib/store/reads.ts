import type { Annotation } from '@/lib/annotations/annotation';
import type { Alias, Article, Snapshot } from '@/lib/annotations/article';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordDatabase } from './database';

const isKept = (record: { deletedAt: string | null }) => record.deletedAt === null;

const annotationsOf = (db: OnRecordDatabase, key: string) =>
  db.annotations.where('articleKey').equals(key).filter(isKept).toArray();

/** Snapshots that were read before, by their primary key as JSON. They never change. */
export type ReadSnapshots = Map<string, Snapshot>;

async function snapshotsOf(db: OnRecordDatabase, key: string, before: ReadSnapshots): Promise<Snapshot[]> {
  const keys = await db.snapshots.where('articleKey').equals(key).primaryKeys();
  const unread = keys.filter((one) => !before.has(JSON.stringify(one)));
  for (const snapshot of await db.snapshots.bulkGet(unread)) {
    if (snapshot) before.set(JSON.stringify([snapshot.articleKey, snapshot.hash]), snapshot);
  }
  return keys.flatMap((one) => before.get(JSON.stringify(one)) ?? []);
}

async function articleOf(db: OnRecordDatabase, key: string): Promise<Article | null> {
  const article = await db.articles.get(key);
  return article && isKept(article) ? article : null;
}

export interface StoredArticle {
  /** Null when nothing was tagged there yet. */
  article: Article | null;
  /** Those that are not deleted, in no order. */
  annotations: Annotation[];
}

/**
 * What is shown of one article, at one moment. May be used in a `liveQuery`: it reads no snapshots, which are far larger
 * than all the rest and would be read again with every key that is typed into a note.
 */
export function readArticle(db: OnRecordDatabase, key: string): Promise<StoredArticle> {
  return db.transaction('r', [db.articles, db.annotations], async () => ({
    article: await articleOf(db, key),
    annotations: await annotationsOf(db, key),
  }));
}

/** How many annotations of an article are stored, deleted ones left out. */
export const countAnnotations = (db: OnRecordDatabase, key: string): Promise<number> =>
  db.annotations.where('articleKey').equals(key).filter(isKept).count();

export interface KnownSpeaker {
  speaker: Speaker;
  /** The articles in which an annotation names them. */
  articleKeys: string[];
  /** Where those appeared: the site's name, or its host. */
  outlets: string[];
}

function outletOf(article: Article): string {
  return article.siteName?.trim() || new URL(article.key).host;
}

const hasSpeaker = (annotation: Annotation) => isKept(annotation) && annotation.attribution.speakerId !== null;

/** Every speaker, the most recently used first, with what tells namesakes apart. May be used in a `liveQuery`. */
export function readKnownSpeakers(db: OnRecordDatabase): Promise<KnownSpeaker[]> {
  return db.transaction('r', [db.articles, db.annotations, db.speakers], async () => {
    const speakers = await db.speakers.filter(isKept).toArray();
    // The index holds no nulls, so this reads only what names a speaker.
    const annotations = await db.annotations.where('attribution.speakerId').above('').filter(hasSpeaker).toArray();
    const keys = [...new Set(annotations.map((annotation) => annotation.articleKey))];
    const articles = new Map((await db.articles.bulkGet(keys)).flatMap((a) => (a ? [[a.key, a] as const] : [])));
    const usesOf = Map.groupBy(annotations, (annotation) => annotation.attribution.speakerId);
    return speakers
      .map((speaker) => {
        const uses = usesOf.get(speaker.id) ?? [];
        const articleKeys = [...new Set(uses.map((use) => use.articleKey))].sort();
        const named = articleKeys.flatMap((key) => articles.get(key) ?? []);
        const usedAt = [speaker.updatedAt, ...uses.map((use) => use.updatedAt)].sort().at(-1) ?? '';
        return { speaker, articleKeys, outlets: [...new Set(named.map(outletOf))].sort(), usedAt };
      })
      .sort((a, b) => (a.usedAt === b.usedAt ? 0 : a.usedAt > b.usedAt ? -1 : 1))
      .map(({ speaker, articleKeys, outlets }) => ({ speaker, articleKeys, outlets }));
  });
}

/**
 * The key under which a page is or will be stored: its own if that is stored, else that of the article whose alias it is,
 * else that of an article found through an address the page is believed to have, else its own. May be used in a
 * `liveQuery`.
 * @param key the page's own normalised URL
 * @param believed normalised URLs that the page claims and is believed to have, the best first
 */
export function findArticleKey(db: OnRecordDatabase, key: string, believed: string[]): Promise<string> {
  return db.transaction('r', [db.articles, db.aliases], async () => {
    for (const url of [key, ...believed]) {
      if (await db.articles.get(url)) return url;
      const alias = await db.aliases.get(url);
      if (alias) return alias.articleKey;
    }
    return key;
  });
}

/** All that an export of one article needs. */
export interface ExportInput {
  article: Article;
  aliases: Alias[];
  annotations: Annotation[];
  snapshots: Snapshot[];
  speakers: Speaker[];
}

/**
 * What an export of one article is made from, at one moment; null when the article is not stored. May be used in a
 * `liveQuery`, with one `before` for all of its runs: then no snapshot is read twice.
 */
export function readExportInput(
  db: OnRecordDatabase,
  key: string,
  before: ReadSnapshots = new Map(),
): Promise<ExportInput | null> {
  const tables = [db.articles, db.aliases, db.annotations, db.snapshots, db.speakers];
  return db.transaction('r', tables, async () => {
    const article = await articleOf(db, key);
    if (!article) return null;
    const annotations = await annotationsOf(db, key);
    const speakerIds = new Set(annotations.flatMap(({ attribution }) => attribution.speakerId ?? []));
    return {
      article,
      aliases: await db.aliases.where('articleKey').equals(key).toArray(),
      annotations,
      snapshots: await snapshotsOf(db, key, before),
      speakers: (await db.speakers.bulkGet([...speakerIds])).filter((speaker) => speaker !== undefined),
    };
  });
}
