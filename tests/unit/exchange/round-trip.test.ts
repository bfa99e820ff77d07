import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readOnRecordJson } from '@/lib/exchange/import-json';
import { toExport } from '@/lib/exchange/json';
import { streamExport } from '@/lib/exchange/json-stream';
import { type OnRecordDatabase, openDatabase } from '@/lib/store/database';
import { articleKeys, everySpeaker, exportInputs } from '@/lib/store/export-source';
import { runImport } from '@/lib/store/import';
import { planImport } from '@/lib/store/import-plan';
import { undoImport } from '@/lib/store/import-undo';
import { articlesOfDatabase, type DatabaseContent, joined } from './databases';

const AT = '2026-11-24T10:00:00.000Z';
const asItIs = (html: string) => html;
const running = { signal: new AbortController().signal, onProgress: () => undefined, breathe: async () => undefined };
const importing = {
  ...running,
  fileName: 'backup.json',
  fingerprint: 'x',
  choices: { conflicts: 'keep', duplicates: 'skip' },
  sanitise: asItIs,
  now: () => AT,
} as const;

const TABLES = ['articles', 'aliases', 'snapshots', 'speakers', 'annotations'] as const;

let opened = 0;
const databases: OnRecordDatabase[] = [];
async function databaseOf(content: Partial<DatabaseContent> = {}): Promise<OnRecordDatabase> {
  const db = openDatabase(`round-trip-${opened++}`);
  databases.push(db);
  for (const table of TABLES) await db.table(table).bulkAdd(content[table] ?? []);
  return db;
}

afterEach(async () => {
  for (const db of databases.splice(0)) await db.delete();
});

async function contentOf(db: OnRecordDatabase) {
  const entries = await Promise.all(TABLES.map(async (table) => [table, await db.table(table).toArray()] as const));
  return Object.fromEntries(entries);
}

async function exported(db: OnRecordDatabase): Promise<Blob> {
  async function* parts() {
    for await (const input of exportInputs(db, await articleKeys(db), running.signal))
      yield toExport(input, AT, asItIs);
  }
  const options = { exportedAt: AT, otherSpeakers: await everySpeaker(db) };
  return new Blob(await Array.fromAsync(streamExport(parts(), options)));
}

describe('a backup', { timeout: 60_000 }, () => {
  it('brought into an empty database gives the same, field by field', async () => {
    await fc.assert(
      fc.asyncProperty(articlesOfDatabase(4), async (records) => {
        const before = await databaseOf(await joined(records));
        const file = await exported(before);
        const after = await databaseOf();
        const plan = await planImport(after, readOnRecordJson(file), running);
        expect(plan.rejections).toEqual([]);
        const { counts, rejected } = await runImport(after, readOnRecordJson(file), {
          ...importing,
          duplicates: plan.duplicates,
        });
        expect(rejected).toBe(0);
        expect(counts).toEqual(plan.counts);
        expect(await contentOf(after)).toEqual(await contentOf(before));
        expect(await (await exported(after)).text()).toBe(await file.text());
      }),
      { numRuns: 25 },
    );
  });

  it('brought in twice changes nothing the second time', async () => {
    const [records = []] = fc.sample(articlesOfDatabase(4), { seed: 11, numRuns: 1 });
    const db = await databaseOf(await joined(records));
    const file = await exported(db);
    const before = await contentOf(db);
    const plan = await planImport(db, readOnRecordJson(file), running);
    expect(plan.counts.annotation).toMatchObject({ new: 0, changed: 0, conflict: 0, duplicate: 0 });
    expect(plan.counts.annotation.same).toBe(before.annotations?.length);
    await runImport(db, readOnRecordJson(file), { ...importing, duplicates: plan.duplicates });
    expect(await contentOf(db)).toEqual(before);
  });

  it('brought in and taken back leaves what was there', async () => {
    await fc.assert(
      fc.asyncProperty(articlesOfDatabase(3), articlesOfDatabase(3), async (here, there) => {
        const file = await exported(await databaseOf(await joined(there)));
        const db = await databaseOf(await joined(here));
        const before = await contentOf(db);
        const plan = await planImport(db, readOnRecordJson(file), running);
        const { id } = await runImport(db, readOnRecordJson(file), {
          ...importing,
          choices: { conflicts: 'take', duplicates: 'add' },
          duplicates: plan.duplicates,
        });
        expect(await undoImport(db, id, running)).toBe(0);
        expect(await contentOf(db)).toEqual(before);
        expect(await db.importChanges.count()).toBe(0);
        expect(await db.imports.count()).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});
