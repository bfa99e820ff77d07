import { Dexie } from 'dexie';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { Annotation, passagesOf } from '@/lib/annotations/annotation';
import { Alias, Article, Snapshot } from '@/lib/annotations/article';
import { sha256Hex } from '@/lib/annotations/hash';
import { Speaker } from '@/lib/annotations/speaker';
import { toExport } from '@/lib/exchange/json';
import { apply } from '@/lib/store/apply';
import { openDatabase, UNBUILT } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';
import { readArticle, readExportInput, readKnownSpeakers } from '@/lib/store/reads';
import { search } from '@/lib/store/search';
import { completeIndex } from '@/lib/store/search-index';
import { parseQuery } from '@/lib/store/search-query';
import { annotateWith, captureOf } from './samples';
import { STORED_VERSIONS, store } from './stored-versions';

const TODAY = 5;
const db = openDatabase();

afterEach(() => db.delete({ disableAutoOpen: false }));

/** The paths at which some record holds something: neither null nor empty. */
function filledPaths(value: unknown, path = ''): string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    filledPaths(inner, Array.isArray(value) ? path : `${path}.${key}`),
  );
}

/** The paths that a schema knows. */
function knownPaths(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('wrapped' in schema) return knownPaths(schema.wrapped, path);
  if ('item' in schema) return knownPaths(schema.item, path);
  if ('options' in schema && Array.isArray(schema.options) && typeof schema.options[0] === 'object') {
    return schema.options.flatMap((option) => knownPaths(option, path));
  }
  if ('entries' in schema && schema.entries) {
    return Object.entries(schema.entries).flatMap(([key, inner]) => knownPaths(inner, `${path}.${key}`));
  }
  return [path];
}

describe('the database', () => {
  it('has a fixture for every version up to today', async () => {
    await db.open();
    expect(db.verno).toBe(TODAY);
    expect(STORED_VERSIONS.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has a fixture of today that uses every field of every record', () => {
    const tables = STORED_VERSIONS.at(-1)?.tables ?? {};
    const models = {
      articles: Article,
      aliases: Alias,
      snapshots: Snapshot,
      speakers: Speaker,
      annotations: Annotation,
    };
    for (const [table, model] of Object.entries(models)) {
      const filled = new Set(filledPaths(tables[table]));
      // Articles have no deletion yet, only a place for it.
      expect(knownPaths(model).length, table).toBeGreaterThan(3);
      const unused = knownPaths(model).filter(
        (path) => !filled.has(path) && `${table}${path}` !== 'articles.deletedAt',
      );
      expect(unused, table).toEqual([]);
    }
  });
});

describe('a database of a version that is not known yet', () => {
  it('is refused in words of its own, and not touched', async () => {
    const newer = new Dexie('on-record');
    newer.version(TODAY + 1).stores({ articles: 'key', verdicts: 'id' });
    await newer.table('verdicts').add({ id: 'a' });
    newer.close();
    const versionThere = async () => (await indexedDB.databases()).find(({ name }) => name === 'on-record')?.version;
    const before = await versionThere();

    const command = annotateWith(await captureOf(), 'It cost');
    await expect(apply(db, command, { believedAliases: () => [] })).rejects.toMatchObject({ code: 'storage-newer' });
    const told = Promise.withResolvers<unknown>();
    follow(db, () => db.articles.toArray(), told.reject, told.resolve);
    expect(await told.promise).toMatchObject({ code: 'storage-newer' });

    expect(await versionThere()).toBe(before);
    await newer.open();
    expect(newer.tables.map(({ name }) => name)).toEqual(['articles', 'verdicts']);
    expect(await newer.table('verdicts').count()).toBe(1);
    newer.close();
  });
});

describe.each(STORED_VERSIONS)('a database of version $version', (stored) => {
  it('is read by the code of today, with every record valid and none lost', async () => {
    await store(stored);
    const counts = Object.fromEntries(
      await Promise.all(db.tables.map(async (t) => [t.name, await t.count()] as const)),
    );
    for (const [table, records] of Object.entries(stored.tables)) expect(counts[table], table).toBe(records.length);
    v.parse(v.array(Article), await db.articles.toArray());
    v.parse(v.array(Alias), await db.aliases.toArray());
    v.parse(v.array(Snapshot), await db.snapshots.toArray());
    v.parse(v.array(Speaker), await db.speakers.toArray());
    v.parse(v.array(Annotation), await db.annotations.toArray());
  });

  it('still has every passage at its place', async () => {
    await store(stored);
    for (const annotation of await db.annotations.toArray()) {
      for (const passage of passagesOf(annotation)) {
        if (passage.scope === 'page') continue;
        const snapshot = await db.snapshots.get([annotation.articleKey, passage.snapshot]);
        const { start, end } = passage.position;
        expect(snapshot?.text.slice(start, end)).toBe(passage.quote.exact);
        expect(await sha256Hex(snapshot?.text ?? '')).toBe(passage.snapshot);
      }
    }
  });

  it('can be shown and exported', async () => {
    await store(stored);
    for (const key of await db.articles.toCollection().primaryKeys()) {
      expect((await readArticle(db, key)).annotations.length).toBeGreaterThan(0);
      const input = await readExportInput(db, key);
      if (!input) throw new Error(`${key} is not there.`);
      const exported = toExport(input, '2026-12-01T00:00:00.000Z', (html) => html);
      expect(exported.annotations.length).toBe(input.annotations.length);
    }
    expect((await readKnownSpeakers(db)).map(({ speaker }) => speaker.name)).toEqual(['Nora Vale']);
  });

  it('is found by its words, once the background has been there', async () => {
    await store(stored);
    await completeIndex(db);
    expect(await db.dates.get(UNBUILT)).toBeUndefined();
    const found = await search(db, parseQuery('line speaker:vale'), ['kind:quote']);
    const [document] = await db.documents.bulkGet([...found]);
    expect((await db.annotations.get(document?.ref ?? ''))?.segments[0]?.quote.exact).toBe('It was worth every day,');
    expect(await db.documents.count()).toBe(
      (await db.annotations.count()) + (await db.articles.count()) + (await db.speakers.count()),
    );
  });
});

const sources = {
  title: null,
  byline: null,
  siteName: null,
  section: null,
  publishedTime: null,
  modifiedTime: null,
  lang: null,
};

type Completed = (record: { metadata?: object }) => object;
const V2: Record<string, Completed> = {
  articles: (article) => ({ ...article, sources }),
  snapshots: (snapshot) => ({ ...snapshot, asides: [], metadata: { ...snapshot.metadata, sources } }),
};

/** What each version has left out and today holds, added to its records. */
const ADDED: Record<number, Record<string, Completed>> = {
  1: { ...V2, annotations: (annotation) => ({ ...annotation, placements: [] }) },
  2: V2,
  3: {},
  4: {},
  5: {},
};

describe.each(STORED_VERSIONS)('a database of version $version', (stored) => {
  it('comes back field by field, with nothing but what it could not hold added', async () => {
    await store(stored);
    const added = ADDED[stored.version];
    if (!added) throw new Error(`Nothing is said of what version ${stored.version} left out.`);
    for (const [table, records] of Object.entries(stored.tables)) {
      const expected = records.map((record) => (added[table] ?? Object)(record as object));
      expect(new Set(await db.table(table).toArray()), table).toEqual(new Set(expected));
    }
  });
});
