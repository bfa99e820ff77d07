import { afterAll, describe, expect, it } from 'vitest';
import { REJECTION_REASONS } from '@/lib/annotations/incoming';
import type { ArticleExport } from '@/lib/exchange/article-export';
import { IMPORT_ERRORS, ImportError } from '@/lib/exchange/import-error';
import { readOnRecordJson } from '@/lib/exchange/import-json';
import { openDatabase } from '@/lib/store/database';
import { runImport } from '@/lib/store/import';
import { type ImportPlan, planImport } from '@/lib/store/import-plan';
import { AT, sampleExport } from './article-exports';
import { brokenFiles } from './broken-files';

const running = { signal: new AbortController().signal, onProgress: () => undefined, breathe: async () => undefined };
const db = openDatabase('broken-files');
afterAll(() => db.delete());

/** A small file in which no value is null or empty, so that each can be wrong. */
async function valid(): Promise<ArticleExport> {
  const part = await sampleExport();
  const [article] = part.articles;
  if (!article) throw new Error('There is no article.');
  const alias = { url: 'https://paper.example/amp', source: 'amp', createdAt: AT } as const;
  return { ...part, articles: [{ ...article, aliases: [alias] }] };
}

type Outcome = { plan: ImportPlan } | { error: unknown };

async function outcomeOf(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  try {
    return { plan: await planImport(db, readOnRecordJson(new Blob([bytes])), running) };
  } catch (error) {
    return { error };
  }
}

describe('a broken file', async () => {
  const right = await valid();
  const files = brokenFiles(right);

  it('is one of more than five hundred, none of which is right', async () => {
    expect(files.length).toBeGreaterThan(500);
    const plan = await outcomeOf(new TextEncoder().encode(JSON.stringify(right)));
    expect(plan).toMatchObject({ plan: { rejected: 0, total: 5 } });
  });

  it('is told by a typed error or by rejections with place and reason', { timeout: 120_000 }, async () => {
    const silent: string[] = [];
    for (const { name, bytes } of files) {
      const outcome = await outcomeOf(bytes);
      if ('error' in outcome) {
        expect(outcome.error, name).toBeInstanceOf(ImportError);
        expect(IMPORT_ERRORS, name).toContain((outcome.error as ImportError).code);
        continue;
      }
      if (outcome.plan.rejected === 0) silent.push(name);
      for (const { place, reason, detail } of outcome.plan.rejections) {
        expect(REJECTION_REASONS, name).toContain(reason);
        expect(place.line, name).toBeGreaterThan(0);
        expect(detail.length, name).toBeLessThan(300);
      }
    }
    expect(silent).toEqual([]);
    expect(
      Object.values(await Promise.all(db.tables.map((table) => table.count()))).every((count) => count === 0),
    ).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('stores nothing of what is wrong when it is imported all the same', { timeout: 120_000 }, async () => {
    const stored = async () => ({
      annotations: await db.annotations.toArray(),
      speakers: await db.speakers.toArray(),
    });
    const before = { annotations: right.annotations, speakers: right.speakers };
    for (const { name, bytes } of files.filter((_, i) => i % 5 === 0)) {
      await runImport(db, readOnRecordJson(new Blob([bytes])), {
        ...running,
        fileName: name,
        fingerprint: name,
        choices: { conflicts: 'take', duplicates: 'add' },
        duplicates: new Map(),
        sanitise: (html) => html,
        now: () => AT,
      }).catch((error: unknown) => expect(error, name).toBeInstanceOf(ImportError));
      const { annotations, speakers } = await stored();
      // What is stored of it is what was right in it: never half a record.
      for (const one of annotations) expect(before.annotations, name).toContainEqual(one);
      for (const one of speakers) expect(before.speakers, name).toContainEqual(one);
      for (const table of db.tables) await table.clear();
    }
  });
});
