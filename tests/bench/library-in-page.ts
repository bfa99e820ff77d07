/** What the bench of the library does in a page, in the browser's own database. To be bundled. */
import { foldedWords } from '@/lib/fold';
import { type OnRecordDatabase, openDatabase } from '@/lib/store/database';
import { EVERYTHING, readReadableArticle, readRows, readSpeaker } from '@/lib/store/library-reads';
import { type Among, readAmong, search, searchAmong } from '@/lib/store/search';
import { completeIndex } from '@/lib/store/search-index';
import { parseQuery } from '@/lib/store/search-query';
import { articleKeyOf, fill, speakerId, vocabulary } from './library-data';

/** Rows that a list shows at first. */
const IN_VIEW = 36;
const RUNS = 5;

/** ms */
export interface PreparationTimes {
  readonly fill: number;
  readonly buildIndex: number;
}

/** ms, each the median of its runs. */
export interface LibraryTimes {
  /** One key of a query of two words and a speaker, typed letter by letter: the search and the rows that are shown. */
  readonly key: number;
  readonly slowestKey: number;
  /** The whole query, by the index and by reading every annotation. */
  readonly search: number;
  readonly scan: number;
  /** All quotes, as the library shows them when it is opened. */
  readonly firstView: number;
  readonly openArticle: number;
  readonly bySpeaker: number;
  /** How much was found, lest it be fast because it finds nothing. */
  readonly found: number;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function medianOf(act: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timed(() => act(run)));
  return median(times);
}

async function show(db: OnRecordDatabase, text: string, among?: Among): Promise<number> {
  const found = await searchAmong(db, parseQuery(text), among ?? (await readAmong(db, ['kind:quote'])));
  await readRows(db, [...found.subarray(0, IN_VIEW)]);
  return found.length;
}

/** Finds what has words that begin like these, with nothing but the records. */
async function scan(db: OnRecordDatabase, words: readonly string[]): Promise<number> {
  const found = await db.annotations
    .filter(({ segments, kind }) => {
      if (kind !== 'quote') return false;
      const own = segments.flatMap(({ quote }) => foldedWords(quote.exact));
      return words.every((word) => own.some((one) => one.startsWith(word)));
    })
    .toArray();
  return found.length;
}

const databaseOf = (articles: number) => openDatabase(`library-${articles}`);

/** Makes a library of so many articles. */
export async function prepare(articles: number): Promise<PreparationTimes> {
  const db = databaseOf(articles);
  const filled = await timed(() => fill(db, articles));
  const built = await timed(() => completeIndex(db));
  db.close();
  return { fill: filled, buildIndex: built };
}

/** Measures the library of so many articles that was made before, and takes it away. */
export async function measure(articles: number): Promise<LibraryTimes> {
  const db = databaseOf(articles);
  try {
    const words = vocabulary(30_000);
    // Of the hundred words used most, and one that is used seldom.
    const pairs = Array.from({ length: RUNS }, (_, i) => [words[i * 7 + 3] ?? '', words[400 + i * 31] ?? ''] as const);
    const name = (await db.speakers.get(speakerId(1)))?.name.split(' ')[0] ?? '';
    const keys: number[] = [];
    // The page reads this when it is opened, and again when something is written.
    const among = await readAmong(db, ['kind:quote']);
    for (const [often, seldom] of pairs) {
      const query = `${often} ${seldom} speaker:${name}`;
      for (let end = 2; end <= query.length; end++) keys.push(await timed(() => show(db, query.slice(0, end), among)));
    }
    let found = 0;
    const searched = await medianOf(async (run) => {
      found += await show(db, pairs[run]?.join(' ') ?? '');
    });
    const scanned = await timed(() => scan(db, pairs[0] ?? []));
    const firstView = await medianOf(() => show(db, ''));
    const openArticle = await medianOf((run) =>
      readReadableArticle(db, articleKeyOf(Math.floor((articles * (run + 1)) / 7))),
    );
    const bySpeaker = await medianOf(async (run) => {
      const id = speakerId(run);
      await readSpeaker(db, id);
      const numbers = await search(db, EVERYTHING, [`by:${id}`]);
      await readRows(db, [...numbers.subarray(0, IN_VIEW)]);
    });
    return {
      key: median(keys),
      slowestKey: Math.max(...keys),
      search: searched,
      scan: scanned,
      firstView,
      openArticle,
      bySpeaker,
      found,
    };
  } finally {
    await db.delete();
  }
}
