import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { readOnRecordJson } from '@/lib/exchange/import-json';
import { readWebAnnotations } from '@/lib/exchange/import-web-annotation';
import { toExport } from '@/lib/exchange/json';
import { streamExport } from '@/lib/exchange/json-stream';
import { writeWebAnnotations } from '@/lib/exchange/web-annotation';
import { type OnRecordDatabase, openDatabase } from '@/lib/store/database';
import { articleKeys, everySpeaker, exportInputs } from '@/lib/store/export-source';
import { runImport } from '@/lib/store/import';
import { annotations, articleRecords } from '../unit/annotations/arbitraries';
import { type DatabaseContent, joined } from '../unit/exchange/databases';

const ARTICLES = 1000;
const PER_ARTICLE = 20;
const AT = '2026-11-24T10:00:00.000Z';
const TABLES = ['articles', 'aliases', 'snapshots', 'speakers', 'annotations'] as const;
const { signal } = new AbortController();
const asItIs = (html: string) => html;

const databases: OnRecordDatabase[] = [];
afterAll(async () => {
  for (const db of databases) await db.delete();
});

async function databaseOf(content: Partial<DatabaseContent> = {}): Promise<OnRecordDatabase> {
  const db = openDatabase(`heavy-round-trip-${databases.length}`);
  databases.push(db);
  for (const table of TABLES) await db.table(table).bulkAdd(content[table] ?? []);
  return db;
}

/** A thousand articles with twenty annotations each, every field of which is used by some. */
async function large(): Promise<DatabaseContent> {
  const records = fc.sample(articleRecords, { seed: 17, numRuns: ARTICLES });
  return joined(
    records.map((record, i) => {
      const key = `https://paper.example/news/${i}`;
      const hash = fc.constantFrom(...record.snapshots.map((snapshot) => snapshot.hash));
      const speakerId = fc.option(fc.constantFrom(...record.speakers.map(({ id }) => id)));
      return {
        article: { ...record.article, key },
        aliases: record.aliases.map((alias) => ({ ...alias, url: `${key}/amp`, articleKey: key })).slice(0, 1),
        speakers: record.speakers,
        snapshots: record.snapshots.map((snapshot) => ({ ...snapshot, articleKey: key })),
        annotations: fc.sample(annotations({ key: fc.constant(key), hash, speakerId }), {
          seed: i,
          numRuns: PER_ARTICLE,
        }),
      };
    }),
  );
}

async function* parts(db: OnRecordDatabase) {
  for await (const input of exportInputs(db, await articleKeys(db), signal)) yield toExport(input, AT, asItIs);
}

const importing = {
  signal,
  onProgress: () => undefined,
  breathe: async () => undefined,
  fileName: 'backup',
  fingerprint: 'x',
  choices: { conflicts: 'keep', duplicates: 'add' },
  duplicates: new Map<string, string>(),
  sanitise: asItIs,
  now: () => AT,
} as const;

/** What the Web Annotation model has no place for. */
const LOST = new Set(['hints', 'html', 'blocks', 'asides']);
const carried = (records: unknown[]) =>
  JSON.parse(JSON.stringify(records, (key, value) => (LOST.has(key) ? undefined : value)));

it('a thousand articles with twenty thousand annotations come back, field by field', {
  timeout: 1_200_000,
}, async () => {
  const before = await databaseOf(await large());
  const count = await before.annotations.count();
  expect(count).toBeGreaterThan(0.95 * ARTICLES * PER_ARTICLE);

  const options = { exportedAt: AT, otherSpeakers: await everySpeaker(before) };
  const backup = new Blob(await Array.fromAsync(streamExport(parts(before), options)));
  const after = await databaseOf();
  const { rejected, counts } = await runImport(after, readOnRecordJson(backup), importing);
  expect([rejected, counts.annotation.new]).toEqual([0, count]);
  for (const table of TABLES) {
    expect(await after.table(table).toArray(), table).toEqual(await before.table(table).toArray());
  }

  const collection = new Blob(await Array.fromAsync(writeWebAnnotations(parts(before), AT)));
  const again = await databaseOf();
  expect((await runImport(again, readWebAnnotations(collection), importing)).rejected).toBe(0);
  for (const table of ['articles', 'aliases', 'snapshots', 'annotations'] as const) {
    const [given, expected] = [await again.table(table).toArray(), await before.table(table).toArray()];
    expect(carried(given), table).toEqual(carried(expected));
  }
});
