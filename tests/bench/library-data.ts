/** A made-up library of any size, put straight into the store. To be bundled for a page. */
import { newAnnotation } from '@/lib/annotations/annotation';
import type { Article, Snapshot } from '@/lib/annotations/article';
import { newSpeaker } from '@/lib/annotations/speaker';
import { type OnRecordDatabase, UNBUILT } from '@/lib/store/database';

/** Passages in an article. */
export const IN_ARTICLE = 20;
const SITES = 40;
const AT_ONCE = 250;
const START = Date.UTC(2016, 0);
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;

/** A linear congruential generator: the library is the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi xo zu ka re mi no du'.split(' ');

/** Words of a language that nobody speaks: some often used and most seldom, as in any. */
export function vocabulary(count: number): string[] {
  const next = random(7);
  const word = () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
  return [...new Set(Array.from({ length: count }, word))];
}

const hex = (number: number, length: number) => number.toString(16).padStart(length, '0');
const idOf = (kind: number, number: number) => `${hex(kind, 8)}-0000-4000-8000-${hex(number, 12)}`;
export const speakerId = (number: number) => idOf(1, number);
export const articleKeyOf = (number: number) => `https://site-${number % SITES}.example/news/${number}`;

/**
 * Stores so many articles with 20 passages each, said by a fifth as many speakers as there are articles. They are not in the
 * search index yet.
 */
export async function fill(db: OnRecordDatabase, articles: number): Promise<void> {
  const next = random(11);
  const words = vocabulary(30_000);
  const any = (skew: number) => words[Math.floor(next() ** skew * words.length)] ?? '';
  const sentence = () => Array.from({ length: 12 + Math.floor(next() * 16) }, () => any(4)).join(' ');
  const speakers = Math.ceil(articles / 5);
  const time = (i: number) => new Date(START + (i / articles) * TEN_YEARS).toISOString();
  await db.speakers.bulkAdd(
    Array.from({ length: speakers }, (_, i) => newSpeaker(speakerId(i), `${any(1)} ${any(1)}`, time(0))),
  );
  for (let from = 0; from < articles; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, articles - from) }, (_, i) => from + i);
    const made = numbers.map((number) =>
      makeArticle(number, time(number), sentence, () => Math.floor(next() ** 2 * speakers)),
    );
    await db.transaction('rw', [db.articles, db.snapshots, db.annotations], async () => {
      await db.articles.bulkAdd(made.map(({ article }) => article));
      await db.snapshots.bulkAdd(made.map(({ snapshot }) => snapshot));
      await db.annotations.bulkAdd(made.flatMap(({ annotations }) => annotations));
    });
  }
  await db.dates.put({ chunk: UNBUILT, dates: new Uint32Array() });
}

function makeArticle(number: number, at: string, sentence: () => string, anySpeaker: () => number) {
  const key = articleKeyOf(number);
  const sentences = Array.from({ length: IN_ARTICLE }, sentence);
  const text = sentences.join('\n\n');
  const hash = hex(number, 64);
  const sources = {
    title: null,
    byline: null,
    siteName: null,
    section: null,
    publishedTime: null,
    modifiedTime: null,
    lang: null,
  };
  const metadata = {
    title: sentence(),
    byline: null,
    authors: [],
    siteName: `Site ${number % SITES}`,
    section: null,
    publishedTime: at,
    modifiedTime: null,
    lang: 'en',
    dir: 'ltr' as const,
    sources,
  };
  const article: Article = { key, url: key, ...metadata, createdAt: at, updatedAt: at, deletedAt: null };
  const snapshot: Snapshot = {
    articleKey: key,
    hash,
    url: key,
    text,
    html: sentences.map((one) => `<p>${one}</p>`).join(''),
    blocks: [],
    asides: [],
    metadata,
    capturedAt: at,
    extractor: 'bench',
  };
  let start = 0;
  const annotations = sentences.map((exact, i) => {
    const position = { type: 'TextPositionSelector' as const, start, end: start + exact.length };
    start += exact.length + 2;
    const kind = i % 4 === 3 ? 'claim' : 'quote';
    const annotation = newAnnotation({
      id: idOf(2, number * IN_ARTICLE + i),
      articleKey: key,
      kind,
      segments: [
        {
          scope: 'article',
          snapshot: hash,
          quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
          position,
        },
      ],
      createdAt: at,
      quoteType: 'direct',
    });
    annotation.attribution.speakerId = speakerId(anySpeaker());
    return annotation;
  });
  return { article, snapshot, annotations };
}
