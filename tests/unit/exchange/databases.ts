/** Generators of whole databases that keep every rule of the store, with every field of every record in use. */
import fc from 'fast-check';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Alias, Article, Snapshot } from '@/lib/annotations/article';
import { sha256Hex } from '@/lib/annotations/hash';
import type { Segment } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';
import { type ArticleRecord, articleRecords } from '../annotations/arbitraries';

export interface DatabaseContent {
  articles: Article[];
  aliases: Alias[];
  snapshots: Snapshot[];
  speakers: Speaker[];
  annotations: Annotation[];
}

/** Any characters, with some that take two UTF-16 units and a line end for sure. */
const TAIL = '\n\nA second block: “𝒜 wide 👩‍🚀 word”, she said.';

/**
 * Makes the wordings real: the hash is that of the text, blocks lie within it, and the words of every passage are those
 * at its place. What a generator can't know, as hashing waits.
 */
export async function sound(record: ArticleRecord): Promise<ArticleRecord> {
  const hashes = new Map<string, string>();
  const texts = new Map<string, string>();
  const snapshots: Snapshot[] = [];
  for (const [i, snapshot] of record.snapshots.entries()) {
    const text = `${i} ${snapshot.text}${TAIL}`;
    const hash = await sha256Hex(text);
    hashes.set(snapshot.hash, hash);
    texts.set(snapshot.hash, text);
    const clamp = (offset: number) => offset % text.length;
    snapshots.push({
      ...snapshot,
      hash,
      text,
      blocks: snapshot.blocks.map(({ start, end, tag }) => {
        const [a, b] = [clamp(start), clamp(end)];
        return { start: Math.min(a, b), end: Math.max(a, b), tag };
      }),
    });
  }
  const passage = (segment: Segment): Segment => {
    if (segment.scope === 'page') return segment;
    const text = texts.get(segment.snapshot) ?? '';
    const start = segment.position.start % (text.length - 1);
    const length = 1 + (segment.position.end % 40);
    const exact = text.slice(start, start + length);
    return {
      ...segment,
      snapshot: hashes.get(segment.snapshot) ?? '',
      quote: { ...segment.quote, exact },
      position: { type: 'TextPositionSelector', start, end: start + exact.length },
    };
  };
  const annotations = record.annotations.map((annotation) => ({
    ...annotation,
    segments: annotation.segments.map(passage),
    placements: annotation.placements.map((placement) => ({
      ...placement,
      segments: annotation.segments.map((_, i) =>
        passage(placement.segments[i % placement.segments.length] ?? placement.segments[0] ?? fail()),
      ),
    })),
    attribution: {
      ...annotation.attribution,
      mention: annotation.attribution.mention && passage(annotation.attribution.mention),
      cue: annotation.attribution.cue && passage(annotation.attribution.cue),
    },
  }));
  return { ...record, snapshots, annotations };
}

const fail = (): never => {
  throw new Error('A placement has no segment.');
};

const distinct = <T>(items: readonly T[], name: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [name(item), item])).values(),
];

/** All articles in one database; what nothing refers to, and what is deleted, is left out, as a purge leaves it out. */
export async function joined(records: readonly ArticleRecord[]): Promise<DatabaseContent> {
  const parts = await Promise.all(records.map(sound));
  const annotations = distinct(
    parts.flatMap((part) => part.annotations),
    ({ id }) => id,
  ).map((annotation) => ({ ...annotation, deletedAt: null }));
  const named = new Set(
    annotations.flatMap(({ articleKey, segments, placements, attribution }) =>
      [...segments, ...placements.flatMap((placement) => placement.segments), attribution.mention, attribution.cue].map(
        (one) => (one?.scope === 'article' ? `${articleKey} ${one.snapshot}` : ''),
      ),
    ),
  );
  const articles = distinct(
    parts.map((part) => ({ ...part.article, deletedAt: null })),
    ({ key }) => key,
  );
  const keys = new Set(articles.map(({ key }) => key));
  return {
    articles,
    aliases: distinct(
      parts.flatMap((part) => part.aliases),
      ({ url }) => url,
    ).filter(({ url }) => !keys.has(url)),
    snapshots: distinct(
      parts.flatMap((part) => part.snapshots),
      ({ articleKey, hash }) => `${articleKey} ${hash}`,
    ).filter(({ articleKey, hash }) => named.has(`${articleKey} ${hash}`)),
    speakers: distinct(
      parts.flatMap((part) => part.speakers),
      ({ id }) => id,
    ).map((speaker) => ({ ...speaker, deletedAt: null })),
    annotations,
  };
}

/** The articles of a database; a test makes them sound with `joined`. */
export const articlesOfDatabase = (maxLength: number) =>
  fc.uniqueArray(articleRecords, { maxLength, selector: ({ article }) => article.key });
