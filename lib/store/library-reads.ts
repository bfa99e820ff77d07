import type { Annotation, Kind } from '@/lib/annotations/annotation';
import type { Article, Snapshot } from '@/lib/annotations/article';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordDatabase } from './database';
import { search, sizeOf, withField } from './search';
import { parseQuery, type Query } from './search-query';

/** A record that was found, with what is shown of it in a list. */
export type Row = { number: number; ref: string } & (
  | { type: 'passage'; annotation: Annotation; article: Article | null; speaker: Speaker | null }
  | { type: 'article'; article: Article; counts: Record<Kind, number> }
  | { type: 'speaker'; speaker: Speaker; passages: number }
);

export const EVERYTHING: Query = parseQuery('');

const isKept = (record: { deletedAt: string | null }) => record.deletedAt === null;

/** How many records have a field, such as `kind:quote`. May be used in a `liveQuery`. */
export async function countOf(db: OnRecordDatabase, field: string): Promise<number> {
  return sizeOf(await withField(db, field));
}

/** The rows of records by their numbers in the index; one that is gone has none. May be used in a `liveQuery`. */
export async function readRows(db: OnRecordDatabase, numbers: readonly number[]): Promise<Map<number, Row>> {
  const documents = await db.documents.bulkGet([...numbers]);
  const refs = documents.map((document) => document?.ref ?? '');
  const annotations = await db.annotations.bulkGet(refs);
  const [articles, speakers] = await Promise.all([
    db.articles.bulkGet(annotations.map((one, i) => one?.articleKey ?? refs[i] ?? '')),
    db.speakers.bulkGet(annotations.map((one, i) => (one ? one.attribution.speakerId : refs[i]) ?? '')),
  ]);
  const rows = await Promise.all(
    numbers.map(async (number, i): Promise<Row | null> => {
      const [annotation, article, speaker] = [annotations[i], articles[i] ?? null, speakers[i] ?? null];
      const found = { number, ref: refs[i] ?? '' };
      if (annotation) return { ...found, type: 'passage', annotation, article, speaker };
      if (article) return { ...found, type: 'article', article, counts: await countsIn(db, article.key) };
      return speaker && { ...found, type: 'speaker', speaker, passages: await countOf(db, `by:${speaker.id}`) };
    }),
  );
  return new Map(rows.flatMap((row) => (row ? [[row.number, row] as const] : [])));
}

async function countsIn(db: OnRecordDatabase, articleKey: string): Promise<Record<Kind, number>> {
  const counts = { quote: 0, claim: 0, speaker: 0 };
  for (const { kind } of await annotationsIn(db, articleKey)) counts[kind]++;
  return counts;
}

const annotationsIn = (db: OnRecordDatabase, articleKey: string) =>
  db.annotations.where('articleKey').equals(articleKey).filter(isKept).toArray();

/** The row of one record; null when it is gone. May be used in a `liveQuery`. */
export async function readRow(db: OnRecordDatabase, ref: string): Promise<Row | null> {
  const document = await db.documents.where('ref').equals(ref).first();
  return document ? ((await readRows(db, [document.number])).get(document.number) ?? null) : null;
}

/** The annotations among records, by their numbers in the index. */
export async function readAnnotations(db: OnRecordDatabase, numbers: Iterable<number>): Promise<Annotation[]> {
  const documents = await db.documents.bulkGet([...numbers]);
  const annotations = await db.annotations.bulkGet(documents.map((document) => document?.ref ?? ''));
  return annotations.filter((annotation) => annotation !== undefined);
}

export interface ReadableArticle {
  article: Article;
  /** The wording that was captured last; null when none is there any more. */
  snapshot: Snapshot | null;
  annotations: Annotation[];
}

/** What is needed to read an article as it was when it was tagged last; null when it is gone. */
export async function readReadableArticle(db: OnRecordDatabase, key: string): Promise<ReadableArticle | null> {
  const article = await db.articles.get(key);
  if (!article) return null;
  const snapshots = await db.snapshots.where('articleKey').equals(key).toArray();
  const [snapshot = null] = snapshots.sort((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));
  return { article, snapshot, annotations: await annotationsIn(db, key) };
}

/** An appearance of a claim in an article. */
export interface Appearance {
  annotation: Annotation;
  article: Article | null;
}

/** The claims that are linked with one, directly or over others, that one included, the first appearance first. */
export async function readAppearances(db: OnRecordDatabase, id: string): Promise<Appearance[]> {
  const found = new Map<string, Annotation>();
  let ids = [id];
  while (ids.length > 0) {
    const annotations = (await db.annotations.bulkGet(ids)).filter((one) => one && isKept(one)) as Annotation[];
    for (const annotation of annotations) found.set(annotation.id, annotation);
    const linked = annotations.flatMap(({ links }) => links.filter(({ rel }) => rel === 'same-claim'));
    ids = [...new Set(linked.map(({ target }) => target))].filter((target) => !found.has(target));
  }
  const annotations = [...found.values()];
  const articles = await db.articles.bulkGet(annotations.map(({ articleKey }) => articleKey));
  const timeOf = ({ annotation, article }: Appearance) =>
    Date.parse(article?.publishedTime ?? annotation.createdAt) || 0;
  return annotations
    .map((annotation, i) => ({ annotation, article: articles[i] ?? null }))
    .sort((a, b) => timeOf(a) - timeOf(b));
}

export interface SpeakerRecord {
  speaker: Speaker;
  quotes: number;
  claims: number;
  /** How many passages each site has, the most first. */
  sites: { site: string; passages: number }[];
}

/** A speaker with what is told of them; null when they are gone. May be used in a `liveQuery`. */
export async function readSpeaker(db: OnRecordDatabase, id: string): Promise<SpeakerRecord | null> {
  const speaker = await db.speakers.get(id);
  if (!speaker) return null;
  const [all, quotes, claims] = await Promise.all([
    search(db, EVERYTHING, [`by:${id}`]),
    search(db, EVERYTHING, [`by:${id}`, 'kind:quote']),
    search(db, EVERYTHING, [`by:${id}`, 'kind:claim']),
  ]);
  const documents = await db.documents.bulkGet([...all]);
  const sites = Map.groupBy(documents, (document) => / :site:(\S+\.\S+)/.exec(document?.words ?? '')?.[1] ?? '');
  sites.delete('');
  return {
    speaker,
    quotes: quotes.length,
    claims: claims.length,
    sites: [...sites]
      .map(([site, those]) => ({ site, passages: those.length }))
      .sort((a, b) => b.passages - a.passages || (a.site < b.site ? -1 : 1)),
  };
}

/** Speakers by their names. May be used in a `liveQuery`. */
export async function readSpeakers(db: OnRecordDatabase): Promise<Speaker[]> {
  const { compare } = new Intl.Collator();
  return (await db.speakers.filter(isKept).toArray()).sort((a, b) => compare(a.name, b.name));
}

/** Whether an article other than this one names a speaker. */
export async function isNamedElsewhere(db: OnRecordDatabase, speakerId: string, articleKey: string): Promise<boolean> {
  const elsewhere = (one: Annotation) => isKept(one) && one.articleKey !== articleKey;
  return (
    (await db.annotations.where('attribution.speakerId').equals(speakerId).filter(elsewhere).first()) !== undefined
  );
}

/** The keys of all articles of a site that are not deleted. */
export async function articlesOfSite(db: OnRecordDatabase, site: string): Promise<string[]> {
  const found = await search(db, EVERYTHING, [`site:${site}`, 'kind:article']);
  const documents = await db.documents.bulkGet([...found]);
  return documents.flatMap((document) => document?.ref ?? []);
}
