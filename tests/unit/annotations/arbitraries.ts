/** Generators of valid records, every field of them varied, for property tests. */
import fc from 'fast-check';
import type { Annotation, Attribution, ClaimReview, Evidence } from '@/lib/annotations/annotation';
import { CLAIM_STATUSES, KINDS, QUOTE_TYPES } from '@/lib/annotations/annotation';
import type { Alias, Article, ArticleMetadata, Snapshot } from '@/lib/annotations/article';
import type { AnchorHints, Segment, TextQuoteSelector } from '@/lib/annotations/passage';
import { DECISIONS, type Placement } from '@/lib/annotations/placement';
import type { Speaker } from '@/lib/annotations/speaker';

/** Any code point, lone surrogates included; much faster than fast-check's own units, which first list them all. */
export const codePoints = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
const characters = fc.oneof(fc.constantFrom(...'aZ 7\n“”é–ЖЯ中'), codePoints);
const text = fc.string({ unit: characters, maxLength: 20 });
const filledText = fc.string({ unit: characters, minLength: 1, maxLength: 20 });
const optionalText = fc.option(text);

export const instants = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const optionalInstants = fc.option(instants);
const ids = fc.uuid();
export const hashes = fc.stringMatching(/^[0-9a-f]{64}$/);
export const keys = fc.webPath().map((path) => `https://paper.example/news${path}`);

const source = fc.option(fc.constantFrom('json-ld', 'meta', 'page'));

export const metadata: fc.Arbitrary<ArticleMetadata> = fc.record({
  title: text,
  byline: optionalText,
  authors: fc.array(text, { maxLength: 3 }),
  siteName: optionalText,
  section: optionalText,
  publishedTime: optionalText,
  modifiedTime: optionalText,
  lang: fc.option(fc.constantFrom('en', 'de-AT', 'ar')),
  dir: fc.option(fc.constantFrom('ltr', 'rtl')),
  sources: fc.record({
    title: source,
    byline: source,
    siteName: source,
    section: source,
    publishedTime: source,
    modifiedTime: source,
    lang: source,
  }),
});

const lifetimes = { createdAt: instants, updatedAt: instants, deletedAt: optionalInstants };

export const articles = (key: fc.Arbitrary<string> = keys): fc.Arbitrary<Article> =>
  fc
    .tuple(metadata, fc.record({ key, url: fc.webUrl(), ...lifetimes }))
    .map(([page, record]) => ({ ...record, ...page }));

export const aliases = (key: fc.Arbitrary<string> = keys): fc.Arbitrary<Alias> =>
  fc.record({
    url: fc.webUrl(),
    articleKey: key,
    source: fc.constantFrom('canonical', 'og', 'amp'),
    createdAt: instants,
  });

const spans = fc
  .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 500 }))
  .map(([start, length]) => ({ start, end: start + length }));

export const snapshots = (
  key: fc.Arbitrary<string> = keys,
  hash: fc.Arbitrary<string> = hashes,
): fc.Arbitrary<Snapshot> =>
  fc.record({
    articleKey: key,
    hash,
    url: fc.webUrl(),
    text,
    html: text.map((words) => `<p>${words.replace(/[<&]/g, '')}</p>`),
    blocks: fc.array(
      fc.tuple(spans, fc.constantFrom('p', 'h2', 'li')).map(([span, tag]) => ({ ...span, tag })),
      { maxLength: 3 },
    ),
    asides: fc.array(
      fc.record({
        role: fc.constantFrom('caption', 'byline', 'related'),
        tag: fc.constantFrom('p', 'figcaption'),
        text,
        at: fc.nat(10_000),
      }),
      { maxLength: 2 },
    ),
    metadata,
    capturedAt: instants,
    extractor: filledText,
  });

const quotes: fc.Arbitrary<TextQuoteSelector> = fc.record({
  type: fc.constant('TextQuoteSelector'),
  exact: filledText,
  prefix: text,
  suffix: text,
});

const hints: fc.Arbitrary<AnchorHints> = fc.record({
  version: fc.constant(1),
  folded: fc.stringMatching(/^[0-9a-f]{14}$/),
  lookAlike: fc.double({ min: 0, max: 1, noNaN: true }),
  lookAlikes: fc.array(text, { maxLength: 3 }),
  copies: fc.nat(100),
  before: text,
  after: text,
  block: fc.constantFrom('', 'p', 'li', 'blockquote'),
  text: fc.stringMatching(/^[0-9a-f]{14}$/),
  start: fc.nat(10_000),
});

/** Passages from before there were hints have none. */
const withHints = <T extends Segment>(segment: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(segment, fc.option(hints)).map(([bare, hint]) => (hint ? { ...bare, hints: hint } : bare));

export const segments = (hash: fc.Arbitrary<string> = hashes): fc.Arbitrary<Segment> =>
  fc.oneof(
    withHints(
      fc.record({
        scope: fc.constant('article' as const),
        snapshot: hash,
        quote: quotes,
        position: spans.map((span) => ({ type: 'TextPositionSelector' as const, ...span })),
      }),
    ),
    withHints(fc.record({ scope: fc.constant('page' as const), quote: quotes })),
  );

export const speakers = (id: fc.Arbitrary<string> = ids): fc.Arbitrary<Speaker> =>
  fc.record({
    id,
    name: filledText.map((name) => name.trim() || 'Ada Brown'),
    role: text,
    organisation: text,
    aliases: fc.array(text, { maxLength: 2 }),
    wikidata: fc.option(fc.integer({ min: 1 }).map((number) => `Q${number}`)),
    ...lifetimes,
  });

const evidence: fc.Arbitrary<Evidence> = fc.record({
  id: ids,
  url: fc.webUrl(),
  title: text,
  note: text,
  addedAt: instants,
});

const reviews: fc.Arbitrary<ClaimReview> = fc.record({
  status: fc.constantFrom(...CLAIM_STATUSES),
  rating: optionalText,
  summary: optionalText,
  evidence: fc.array(evidence, { maxLength: 2 }),
});

const attributions = (hash: fc.Arbitrary<string>, speakerId: fc.Arbitrary<string | null>): fc.Arbitrary<Attribution> =>
  fc.record({
    speakerId,
    describedAs: optionalText,
    mention: fc.option(segments(hash)),
    cue: fc.option(segments(hash)),
  });

const placements = (hash: fc.Arbitrary<string>): fc.Arbitrary<Placement> =>
  fc.record({
    id: ids,
    decision: fc.constantFrom(...DECISIONS),
    segments: fc.array(segments(hash), { minLength: 1, maxLength: 3 }),
    at: instants,
  });

/** What an annotation refers to. */
export interface References {
  key?: fc.Arbitrary<string>;
  hash?: fc.Arbitrary<string>;
  speakerId?: fc.Arbitrary<string | null>;
}

export function annotations({
  key = keys,
  hash = hashes,
  speakerId = fc.option(ids),
}: References = {}): fc.Arbitrary<Annotation> {
  const drafts = fc.record({
    id: ids,
    articleKey: key,
    kind: fc.constantFrom(...KINDS),
    segments: fc.array(segments(hash), { minLength: 1, maxLength: 3 }),
    placements: fc.array(placements(hash), { maxLength: 2 }),
    quoteType: fc.option(fc.constantFrom(...QUOTE_TYPES)),
    attribution: attributions(hash, speakerId),
    claim: reviews,
    tags: fc.array(text, { maxLength: 3 }),
    note: text,
    creator: optionalText,
    origin: fc.constantFrom('hand' as const, 'suggested' as const),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    links: fc.array(
      fc.record({ rel: fc.constantFrom('claim-in-quote' as const, 'same-claim' as const), target: ids }),
      {
        maxLength: 2,
      },
    ),
    ...lifetimes,
  });
  return drafts.map((draft) => ({
    ...draft,
    quoteType: draft.kind === 'quote' ? draft.quoteType : null,
    claim: draft.kind === 'claim' ? draft.claim : null,
    probability: draft.origin === 'suggested' ? draft.probability : null,
  }));
}

export interface ArticleRecord {
  article: Article;
  aliases: Alias[];
  annotations: Annotation[];
  snapshots: Snapshot[];
  speakers: Speaker[];
}

/** An article with annotations that name only wordings and speakers that are there. */
export const articleRecords: fc.Arbitrary<ArticleRecord> = fc
  .record({
    key: keys,
    hash: fc.uniqueArray(hashes, { minLength: 1, maxLength: 3 }),
    speakerIds: fc.uniqueArray(ids, { minLength: 1, maxLength: 3 }),
  })
  .chain(({ key, hash, speakerIds }) => {
    const ofKey = fc.constant(key);
    return fc.record({
      article: articles(ofKey),
      aliases: fc.uniqueArray(aliases(ofKey), { maxLength: 3, selector: ({ url }) => url }),
      annotations: fc.uniqueArray(
        annotations({
          key: ofKey,
          hash: fc.constantFrom(...hash),
          speakerId: fc.option(fc.constantFrom(...speakerIds)),
        }),
        { maxLength: 5, selector: ({ id }) => id },
      ),
      snapshots: fc.tuple(...hash.map((one) => snapshots(ofKey, fc.constant(one)))),
      speakers: fc.tuple(...speakerIds.map((id) => speakers(fc.constant(id)))),
    });
  });
