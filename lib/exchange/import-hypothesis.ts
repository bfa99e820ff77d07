import * as v from 'valibot';
import { Annotation, CLAIM_STATUSES, KINDS, type Kind, QUOTE_TYPES } from '@/lib/annotations/annotation';
import type { Article } from '@/lib/annotations/article';
import type { Incoming, Place } from '@/lib/annotations/incoming';
import { newSpeaker, Speaker } from '@/lib/annotations/speaker';
import { speakerIdIn } from './derived-id';
import { TAG } from './hypothesis';
import { fromHypothesisId } from './hypothesis-id';
import { HypothesisRow } from './hypothesis-row';
import { OnlyOnce } from './import-once';
import { parsePiece, piecesOf, placeOf, reject, shaped } from './import-piece';

export interface HypothesisOptions {
  /** The key of the article at that address; null when it is none that can be kept. */
  keyOf(url: string): Promise<string | null>;
  /** What a row is taken for that no tag calls quote, claim or speaker; null leaves it out. */
  untagged: Kind | null;
}

/**
 * Reads annotations of the Hypothesis API: `{ "rows": [...] }`, or the rows alone. Their articles have no text, so a passage
 * is known by its words alone. As a row carries only part of an annotation, one that is stored is not changed by it. A speaker is known by a tag, `speaker:Mara Lindqvist`, as one and the same for each
 * name in an article, or by the id that On Record writes beside it.
 * @throws ImportError `not-json` and those of `readText`
 */
export async function* readHypothesis(file: Blob, options: HypothesisOptions): AsyncGenerator<Incoming> {
  const once = new OnlyOnce();
  const told = new Set<string>();
  for await (const piece of piecesOf(file, ['rows', ''])) {
    if (piece.index === null && piece.problem === null) continue;
    const place = placeOf(piece);
    const read = parsePiece(piece);
    const row = 'value' in read ? shaped(HypothesisRow, read.value, place) : read;
    if (!('output' in row)) yield row;
    else {
      for (const one of await recordsOf(row.output, place, options)) {
        // The article and the speaker are named by each of their passages.
        if (one.type === 'article' || one.type === 'speaker') {
          const name = one.type === 'article' ? one.article.key : one.speaker.id;
          if (!told.has(name)) yield one;
          told.add(name);
        } else yield once.check(one);
      }
    }
  }
}

const without = (tags: readonly string[], taken: readonly (string | null | undefined)[]) =>
  tags.filter((tag) => !taken.includes(tag));

const tagged = (tags: readonly string[], prefix: string) => tags.find((tag) => tag.startsWith(prefix)) ?? null;

async function recordsOf(row: HypothesisRow, place: Place, options: HypothesisOptions): Promise<Incoming[]> {
  const { uri, tags, references, target } = row;
  const quotes = target.flatMap(({ selector }) => selector.filter(({ type }) => type === 'TextQuoteSelector'));
  if (references?.length || quotes.length === 0) return [reject(place, 'no-passage', uri)];
  const kindTag = tags.find((tag) => KINDS.some((kind) => kind === tag.toLowerCase()));
  const kind = KINDS.find((one) => one === kindTag?.toLowerCase()) ?? options.untagged;
  if (kind === null) return [reject(place, 'no-kind', uri)];
  const key = await options.keyOf(uri);
  if (key === null) return [reject(place, 'wrong-address', uri)];

  const [created, updated] = [instant(row.created), instant(row.updated)];
  const speakerTag = tagged(tags, TAG.speaker);
  const typeTag = kind === 'quote' ? tagged(tags, TAG.quoteType) : null;
  const statusTag = kind === 'claim' ? tagged(tags, TAG.claimStatus) : null;
  const idTag = speakerTag && tagged(tags, TAG.speakerId);
  const name = speakerTag?.slice(TAG.speaker.length).trim() || null;
  const speakerId = name && (await speakerIdIn(key, name, idTag?.slice(TAG.speakerId.length)));
  const speaker = name && speakerId ? newSpeaker(speakerId, name, created ?? '') : null;
  const segments = quotes.map(({ exact, prefix, suffix }) => ({
    scope: 'page',
    quote: { type: 'TextQuoteSelector', exact, prefix: prefix ?? '', suffix: suffix ?? '' },
  }));
  const draft = {
    id: fromHypothesisId(row.id),
    articleKey: key,
    kind,
    segments,
    placements: [],
    quoteType: QUOTE_TYPES.find((type) => TAG.quoteType + type === typeTag) ?? null,
    attribution: { speakerId: speaker?.id ?? null, describedAs: null, mention: null, cue: null },
    claim: kind === 'claim' ? review(statusTag) : null,
    tags: without(tags, [kindTag, speakerTag, idTag, typeTag, statusTag]),
    note: row.text,
    creator: row.user ?? null,
    origin: 'hand',
    probability: null,
    links: [],
    createdAt: created,
    updatedAt: updated,
    deletedAt: null,
  };
  const annotation = shaped(Annotation, draft, place);
  if (!('output' in annotation)) return [annotation];
  const records: Incoming[] = [
    { type: 'article', place, article: articleOf(row, key), aliases: [], snapshots: [], onlyIfNew: true },
    { type: 'annotation', place, annotation: annotation.output, onlyIfNew: true },
  ];
  if (speaker && v.is(Speaker, speaker)) records.splice(1, 0, { type: 'speaker', place, speaker, onlyIfNew: true });
  return records;
}

const review = (tag: string | null) => ({
  status: CLAIM_STATUSES.find((status) => TAG.claimStatus + status === tag) ?? 'unchecked',
  rating: null,
  summary: null,
  evidence: [],
});

/** In UTC with milliseconds, as we write instants; null when it is none. */
function instant(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function articleOf({ uri, document, created }: HypothesisRow, key: string): Article {
  const title = [document?.title].flat()[0]?.trim() || uri;
  const at = instant(created) ?? '';
  return {
    key,
    url: uri,
    title,
    byline: null,
    authors: [],
    siteName: null,
    section: null,
    publishedTime: null,
    modifiedTime: null,
    lang: null,
    dir: null,
    sources: {
      title: 'hypothesis',
      byline: null,
      siteName: null,
      section: null,
      publishedTime: null,
      modifiedTime: null,
      lang: null,
    },
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}
