import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Alias, Article, MetadataSources, Snapshot } from '@/lib/annotations/article';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Id, Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import type { ImportChange, ImportRecord } from './import-record';
import type { Entry } from './search-entries';

/** Says that a command was carried out, so that it is not when it arrives again. `at` is when it was carried out. */
export interface Receipt {
  id: Id;
  at: Instant;
}

/** A record as the search index knows it, by its number there. */
export interface SearchDocument extends Entry {
  number: number;
}

/** Which of the documents of a chunk have a word: their places in it. See `search-index.ts`. */
export interface Posting {
  word: string;
  chunk: number;
  places: Uint16Array;
}

/** The chunk of a row of dates that says, by being there, that what was stored before there was an index is not in it yet. */
export const UNBUILT = -1;

/** The dates of the documents of a chunk by their places in it, in s since 1970. */
export interface Dates {
  chunk: number;
  dates: Uint32Array;
}

export type OnRecordDatabase = Dexie & {
  articles: EntityTable<Article, 'key'>;
  aliases: EntityTable<Alias, 'url'>;
  snapshots: Table<Snapshot, [articleKey: string, hash: string]>;
  speakers: EntityTable<Speaker, 'id'>;
  annotations: EntityTable<Annotation, 'id'>;
  receipts: EntityTable<Receipt, 'id'>;
  documents: EntityTable<SearchDocument, 'number'>;
  postings: Table<Posting, [word: string, chunk: number]>;
  dates: EntityTable<Dates, 'chunk'>;
  imports: EntityTable<ImportRecord, 'id'>;
  importChanges: Table<ImportChange, [importId: string, table: string, key: string]>;
};

/**
 * The browser's own, but for one thing: when the database is of a newer version than this code knows, Dexie would ask for
 * it again without naming a version, and write to what it can't know.
 */
const ofKnownVersion = {
  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined) {
      throw new OnRecordError('storage-newer', `The database ${name} was written by a newer version.`);
    }
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
};

/**
 * The database, to be opened in the extension's own origin. Nothing is opened before the first read or write.
 *
 * The rule for a change of the stored model: never edit the line of a version that was released. Add a line with the next
 * number and an `upgrade` function that turns every old record into a new one, add a fixture of the new version to
 * `tests/fixtures/store/`, keep the older ones, and let the migration test load each of them. The export's `version` is
 * bumped with it whenever a reader of the old export would misread the new one.
 */
export function openDatabase(name = 'on-record'): OnRecordDatabase {
  const db = new Dexie(name, { indexedDB: ofKnownVersion }) as OnRecordDatabase;
  db.version(1).stores({
    articles: 'key',
    aliases: 'url, articleKey',
    snapshots: '[articleKey+hash]',
    speakers: 'id, name',
    annotations: 'id, articleKey, attribution.speakerId',
    receipts: 'id, at',
  });
  // Decisions about the place of a passage came to be stored.
  db.version(2).upgrade((transaction) =>
    transaction
      .table<Annotation>('annotations')
      .toCollection()
      .modify((annotation) => {
        annotation.placements = [];
      }),
  );
  // It came to be known where the page's values were taken from, and what stood around a text.
  db.version(3).upgrade(async (transaction) => {
    const sources: MetadataSources = {
      title: null,
      byline: null,
      siteName: null,
      section: null,
      publishedTime: null,
      modifiedTime: null,
      lang: null,
    };
    await transaction
      .table<Article>('articles')
      .toCollection()
      .modify((article) => {
        article.sources = sources;
      });
    await transaction
      .table<Snapshot>('snapshots')
      .toCollection()
      .modify((snapshot) => {
        snapshot.asides = [];
        snapshot.metadata.sources = sources;
      });
  });
  // What is stored came to be found by its words. Building the index is left to the background: no view waits for it.
  db.version(4)
    .stores({ documents: '++number, &ref', postings: '[word+chunk]', dates: 'chunk' })
    .upgrade((transaction) => transaction.table('dates').put({ chunk: UNBUILT, dates: new Uint32Array() }));
  // Imports came to be possible, and to be taken back.
  db.version(5).stores({ imports: 'id', importChanges: '[importId+table+key]' });
  return db;
}
