/**
 * The search index: for every word the records that have it, kept in the database and written in the transaction that
 * writes the records. An index library would have to hold all of it in memory and load it whenever the library is
 * opened; an index of Dexie's over the words of each record (`*words`) gives one row for each word of each record, which
 * at 200,000 passages costs ten times the room and takes as long to read as there are hits. Here a word has one row for
 * 16,384 records, so that reading it costs nearly the same at ten times the data.
 */
import type { Transaction } from 'dexie';
import type { Annotation } from '@/lib/annotations/annotation';
import { type OnRecordDatabase, UNBUILT } from './database';
import { type Entry, entryOfAnnotation, entryOfArticle, entryOfSpeaker } from './search-entries';

/** How many records share a row. */
export const CHUNK = 16_384;

const SOURCES = ['annotations', 'articles', 'speakers'] as const;
type Source = (typeof SOURCES)[number];
type Touched = Record<Source, Set<string>>;

const written = new WeakMap<Transaction, Touched>();
const watched = new WeakSet<OnRecordDatabase>();

const nothing = (): Touched => ({ annotations: new Set(), articles: new Set(), speakers: new Set() });

/** Notes from now on which records each transaction writes to. */
function watch(db: OnRecordDatabase): void {
  if (watched.has(db)) return;
  watched.add(db);
  for (const source of SOURCES) {
    const note = (key: unknown, transaction: Transaction) => {
      const touched = written.get(transaction) ?? nothing();
      written.set(transaction, touched);
      touched[source].add(String(key));
    };
    const { hook } = db.table(source);
    hook('creating', (key, _, transaction) => note(key, transaction));
    hook('updating', (_, key, __, transaction) => note(key, transaction));
    hook('deleting', (key, _, transaction) => note(key, transaction));
  }
}

/**
 * Carries out `job` in one transaction over all tables, and brings the index to where the records are then. Whatever writes
 * to annotations, articles or speakers has to be done in here.
 */
export function writeIndexed(db: OnRecordDatabase, job: () => Promise<void>): Promise<void> {
  watch(db);
  return db.transaction('rw', db.tables, async (transaction) => {
    await job();
    const { articles, speakers, annotations } = written.get(transaction) ?? nothing();
    // What an article or a speaker is called is found with every passage of theirs.
    const renamed = [...(await index(db, 'articles', articles)), ...(await index(db, 'speakers', speakers))];
    for (const key of ['articleKey', 'attribution.speakerId']) {
      for (const id of await db.annotations.where(key).anyOf(renamed).primaryKeys()) annotations.add(id);
    }
    await index(db, 'annotations', annotations);
  });
}

/** Indexes what was stored before there was an index. Does nothing when that is done. */
export async function completeIndex(db: OnRecordDatabase): Promise<void> {
  if (!(await db.dates.get(UNBUILT))) return;
  await db.transaction('rw', db.tables, async () => {
    for (const source of SOURCES) {
      const keys = (await db[source].toCollection().primaryKeys()) as string[];
      for (let i = 0; i < keys.length; i += CHUNK) await index(db, source, new Set(keys.slice(i, i + CHUNK)));
    }
    await db.dates.delete(UNBUILT);
  });
}

/** @returns those of which something is different now */
async function index(db: OnRecordDatabase, source: Source, keys: Set<string>): Promise<string[]> {
  if (keys.size === 0) return [];
  return write(db, [...keys], await ENTRIES[source](db, keys));
}

const ENTRIES: Record<Source, (db: OnRecordDatabase, keys: Iterable<string>) => Promise<Entry[]>> = {
  articles: async (db, keys) => [...(await read(db.articles, keys)).values()].map(entryOfArticle),
  speakers: async (db, keys) => [...(await read(db.speakers, keys)).values()].map(entryOfSpeaker),
  async annotations(db, keys) {
    const found = [...(await read(db.annotations, keys)).values()];
    const speakerIdOf = ({ attribution }: Annotation) => attribution.speakerId ?? '';
    const articles = await read(
      db.articles,
      found.map((one) => one.articleKey),
    );
    const speakers = await read(db.speakers, found.map(speakerIdOf));
    return found.map((one) => entryOfAnnotation(one, articles.get(one.articleKey), speakers.get(speakerIdOf(one))));
  },
};

async function read<T>(
  table: { bulkGet(keys: string[]): PromiseLike<(T | undefined)[]> },
  keys: Iterable<string>,
): Promise<Map<string, T>> {
  const distinct = [...new Set(keys)];
  const records = await table.bulkGet(distinct);
  return new Map(distinct.flatMap((key, i) => (records[i] ? [[key, records[i]] as const] : [])));
}

const termsOf = (words: string) => new Set(words.split(' ').filter((word) => word !== '|'));

/**
 * Has these records found by what their entries say; one without an entry is not found any more.
 * @returns those of which something is different now
 */
async function write(db: OnRecordDatabase, refs: string[], entries: Iterable<Entry>): Promise<string[]> {
  const before = new Map((await db.documents.where('ref').anyOf(refs).toArray()).map((one) => [one.ref, one]));
  const after = new Map([...entries].map((entry) => [entry.ref, entry]));
  const different = refs.filter((ref) => {
    const [a, b] = [before.get(ref), after.get(ref)];
    return a?.words !== b?.words || a?.date !== b?.date;
  });
  const fresh = different.filter((ref) => !before.has(ref));
  const numbers = await db.documents.bulkAdd(
    fresh.flatMap((ref) => after.get(ref) ?? []),
    { allKeys: true },
  );
  const numberOf = new Map(fresh.map((ref, i) => [ref, numbers[i] as number]));
  const moves = new Moves();
  for (const ref of different) {
    const [a, b] = [before.get(ref), after.get(ref)];
    const number = a?.number ?? numberOf.get(ref) ?? 0;
    moves.add(number, termsOf(a?.words ?? ''), termsOf(b?.words ?? ''), b?.date ?? 0);
    if (a && b) await db.documents.put({ ...b, number });
    else if (a) await db.documents.delete(number);
  }
  await moves.carryOut(db);
  return different;
}

/** What changes in the rows of the index, to be read and written once each. */
class Moves {
  /** For each row, by its key as text, the places of records that come in (true) or go (false). */
  readonly #postings = new Map<string, Map<number, boolean>>();
  readonly #dates = new Map<number, Map<number, number>>();

  add(number: number, before: Set<string>, after: Set<string>, date: number): void {
    const chunk = Math.floor(number / CHUNK);
    const place = number % CHUNK;
    for (const word of before.symmetricDifference(after)) {
      const key = `${chunk} ${word}`;
      this.#postings.set(key, (this.#postings.get(key) ?? new Map()).set(place, after.has(word)));
    }
    this.#dates.set(chunk, (this.#dates.get(chunk) ?? new Map()).set(place, date));
  }

  async carryOut(db: OnRecordDatabase): Promise<void> {
    const rows = [...this.#postings].map(([key, places]) => {
      const [chunk, word = ''] = key.split(' ');
      return { word, chunk: Number(chunk), places };
    });
    const stored = await db.postings.bulkGet(rows.map(({ word, chunk }) => [word, chunk]));
    const changed = rows.map(({ word, chunk, places }, i) => {
      const all = new Set(stored[i]?.places);
      for (const [place, isIn] of places) all[isIn ? 'add' : 'delete'](place);
      return { word, chunk, places: Uint16Array.from(all) };
    });
    await db.postings.bulkPut(changed.filter(({ places }) => places.length > 0));
    await db.postings.bulkDelete(
      changed.flatMap(({ word, chunk, places }) => (places.length > 0 ? [] : [[word, chunk] as [string, number]])),
    );
    for (const [chunk, dates] of this.#dates) {
      const before = (await db.dates.get(chunk))?.dates ?? [];
      const all = new Uint32Array(Math.max(before.length, ...dates.keys().map((place) => place + 1)));
      all.set(before);
      for (const [place, date] of dates) all[place] = date;
      await db.dates.put({ chunk, dates: all });
    }
  }
}
