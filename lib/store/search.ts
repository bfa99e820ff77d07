import type { OnRecordDatabase, Posting } from './database';
import { CHUNK } from './search-index';
import type { Query, Term } from './search-query';

/** Records by their numbers in the index, in the order in which they are shown. */
export type Found = Uint32Array;

/** Room for the number of a document beside its date, in a number without a fraction. */
const NUMBERS = 2 ** 21;
const LATEST = 2 ** 32;

/**
 * The records that fit a query and have all of some terms besides, the latest first; those of one moment (the passages of
 * an article) as they were stored. May be used in a `liveQuery`.
 * @param among terms of the index, such as `kind:quote`; without any there must be something in the query
 */
export function search(db: OnRecordDatabase, query: Query, among: readonly string[]): Promise<Found> {
  return db.transaction('r', [db.documents, db.postings, db.dates], async () => {
    const terms = [...query.terms, ...among.map((term) => ({ term, isPrefix: false }))];
    const rows = await Promise.all(terms.map((term) => postingsOf(db, term)));
    const dates = new Map(
      (await db.dates.where('chunk').aboveOrEqual(0).toArray()).map((row) => [row.chunk, row.dates]),
    );
    const dateOf = (number: number) => dates.get(Math.floor(number / CHUNK))?.[number % CHUNK] ?? 0;
    const { after, before } = query;
    const isInTime = (date: number) => (after === null || date >= after) && (before === null || date < before);
    const numbers = inAll(rows).filter((number) => isInTime(dateOf(number)));
    const fitting = query.phrases.length === 0 ? numbers : await withPhrases(db, numbers, query.phrases);
    const keys = Float64Array.from(fitting, (number) => (LATEST - dateOf(number)) * NUMBERS + number);
    return Uint32Array.from(keys.sort(), (key) => key % NUMBERS);
  });
}

function postingsOf(db: OnRecordDatabase, { term, isPrefix }: Term): PromiseLike<Posting[]> {
  const last = isPrefix ? `${term}\u{ffff}` : term;
  return db.postings.where('[word+chunk]').between([term, 0], [last, Number.POSITIVE_INFINITY]).toArray();
}

/** The numbers of the documents that each of the lists has. */
function inAll(lists: readonly Posting[][]): number[] {
  /** By chunk and place, in how many lists, from the first one on without a gap, a document is. */
  const counts = new Map<number, Uint8Array>();
  for (const [i, postings] of lists.entries()) {
    for (const { chunk, places } of postings) {
      const count = counts.get(chunk) ?? new Uint8Array(i === 0 ? CHUNK : 0);
      counts.set(chunk, count);
      for (const place of places) if (count[place] === i) count[place] = i + 1;
    }
  }
  return [...counts].flatMap(([chunk, count]) => {
    const numbers: number[] = [];
    for (let place = 0; place < count.length; place++) {
      if (count[place] === lists.length) numbers.push(chunk * CHUNK + place);
    }
    return numbers;
  });
}

/** Of those, the ones whose words stand side by side as in each of the phrases. */
async function withPhrases(db: OnRecordDatabase, numbers: number[], phrases: readonly Term[]): Promise<number[]> {
  const documents = await db.documents.bulkGet(numbers);
  const looked = phrases.map(({ term, isPrefix }) => ` ${term}${isPrefix ? '' : ' '}`);
  return numbers.filter((_, i) => {
    const words = ` ${documents[i]?.words} `;
    return looked.every((phrase) => words.includes(phrase));
  });
}
