import type { OnRecordDatabase, Posting } from './database';
import { CHUNK } from './search-index';
import type { Query, Term } from './search-query';

/** Records by their numbers in the index, in the order in which they are shown. */
export type Found = Uint32Array;

/** Room for the number of a document beside its date, in a number without a fraction. */
const NUMBERS = 2 ** 21;
const LATEST = 2 ** 32;

/** The records of which some are looked for, and when they are from: read once for all that is typed. */
export interface Among {
  lists: readonly Posting[][];
  /** By chunk. */
  dates: readonly (Uint32Array | undefined)[];
}

/** The records that have all of some fields, such as `kind:quote`. May be used in a `liveQuery`. */
export async function readAmong(db: OnRecordDatabase, fields: readonly string[]): Promise<Among> {
  const dates: Uint32Array[] = [];
  for (const row of await db.dates.where('chunk').aboveOrEqual(0).toArray()) dates[row.chunk] = row.dates;
  return { lists: await Promise.all(fields.map((field) => withField(db, field))), dates };
}

/**
 * The records among others that fit a query, the latest first; those of one moment (the passages of an article) as they
 * were stored. May be used in a `liveQuery`.
 */
export async function searchAmong(db: OnRecordDatabase, query: Query, { lists, dates }: Among): Promise<Found> {
  const dateOf = (number: number) => dates[Math.floor(number / CHUNK)]?.[number % CHUNK] ?? 0;
  const { after, before } = query;
  const isInTime = (date: number) => (after === null || date >= after) && (before === null || date < before);
  const ofQuery = await Promise.all(query.terms.map((term) => postingsOf(db, term)));
  const numbers = inAll([...ofQuery, ...lists]).filter((number) => isInTime(dateOf(number)));
  const fitting = query.phrases.length === 0 ? numbers : await withPhrases(db, numbers, query.phrases);
  return latestFirst(fitting, dateOf);
}

/** The same in one go, for what is not typed. @param fields such as `kind:quote`: at least one, if the query asks for nothing */
export function search(db: OnRecordDatabase, query: Query, fields: readonly string[]): Promise<Found> {
  return db.transaction('r', [db.documents, db.postings, db.dates], async () =>
    searchAmong(db, query, await readAmong(db, fields)),
  );
}

function latestFirst(numbers: readonly number[], dateOf: (number: number) => number): Found {
  const keys = new Float64Array(numbers.length);
  for (const [i, number] of numbers.entries()) keys[i] = (LATEST - dateOf(number)) * NUMBERS + number;
  return new Uint32Array(keys.sort().length).map((_, i) => (keys[i] ?? 0) % NUMBERS);
}

/** What has a field, such as `kind:quote`: the index tells fields from words by a colon before them. */
export const withField = (db: OnRecordDatabase, field: string) =>
  postingsOf(db, { term: `:${field}`, isPrefix: false });

function postingsOf(db: OnRecordDatabase, { term, isPrefix }: Term): PromiseLike<Posting[]> {
  const last = isPrefix ? `${term}\u{ffff}` : term;
  return db.postings.where('[word+chunk]').between([term, 0], [last, Number.POSITIVE_INFINITY]).toArray();
}

/** How many documents there are in all. */
export const sizeOf = (postings: readonly Posting[]) => postings.reduce((sum, { places }) => sum + places.length, 0);

/** The numbers of the documents that each of the lists has, in no order. */
function inAll(lists: readonly Posting[][]): number[] {
  // The shortest one comes last: only what it has can be in all.
  const bySize = lists.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (bySize.at(-1)?.length === 0) return [];
  /** By chunk and place, in how many lists, from the first one on without a gap, a document is. */
  const counts: Uint8Array[] = [];
  const numbers: number[] = [];
  for (const [i, postings] of bySize.entries()) {
    const isLast = i === bySize.length - 1;
    for (const { chunk, places } of postings) {
      counts[chunk] ??= new Uint8Array(i === 0 ? CHUNK : 0);
      const count = counts[chunk];
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0;
        if (count[place] !== i) continue;
        count[place] = i + 1;
        if (isLast) numbers.push(chunk * CHUNK + place);
      }
    }
  }
  return numbers;
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
