import { describe, expect, it } from 'vitest';
import { createExportJob, type Scope } from '@/components/exchange/export-job';
import { createImportJob } from '@/components/exchange/import-job';
import type { ExportFormat } from '@/lib/exchange/formats';
import { annotateWith, at, captureOf, KEY, speakerNamed, TEXT } from '@/tests/unit/store/samples';
import { base, StoreInTest } from '@/tests/unit/store/store-in-test';

const store = new StoreInTest();
const OTHER = `${KEY}-2`;

interface Saved {
  content: Blob;
  name: string;
  type: string;
}

/** Three passages in two articles, one of them of a speaker; and a speaker whom nothing names. */
async function fill(): Promise<void> {
  const quote = await store.tagged();
  await store.tagged('It cost', { note: 'check' });
  await store.run(annotateWith(await captureOf(TEXT, { key: OTHER, title: 'Another' }), 'in two years.'));
  await store.run({ ...base(), type: 'createSpeaker', speaker: speakerNamed('Ada Brown'), annotationId: quote.id });
  await store.run({ ...base(), type: 'createSpeaker', speaker: speakerNamed('Eve Stone'), annotationId: null });
}

function exporting() {
  const saved: Saved[] = [];
  const backups: string[] = [];
  const download = (content: Blob, name: string, type: string) => void saved.push({ content, name, type });
  const onBackup = (when: string) => void backups.push(when);
  const job = createExportJob({ db: store.db, download, sanitise: (html) => html, onBackup, now: () => at(9) });
  return { job, saved, backups };
}

async function exported(scope: Scope, format: ExportFormat = 'on-record') {
  const { job, saved, backups } = exporting();
  await job.run(format, scope, null);
  return { backups, state: job.state.value, file: saved[0], text: (await saved[0]?.content.text()) ?? '' };
}

const importing = () => createImportJob({ db: store.db, sanitise: (html) => html, now: () => at(10) });

const wipe = async () => {
  for (const table of store.db.tables) await table.clear();
};

const contentOf = async () => {
  const { articles, aliases, snapshots, speakers, annotations } = await store.everything();
  return { articles, aliases, snapshots, speakers, annotations };
};

describe('an export from the library', () => {
  it('of everything has all articles and all speakers', async () => {
    await fill();
    const { state, file, text } = await exported({ type: 'everything' });
    const { articles, speakers, annotations } = JSON.parse(text);
    expect([articles.length, speakers.length, annotations.length]).toEqual([2, 2, 3]);
    expect(state).toEqual({ phase: 'exported', name: 'on-record_2026-11-09.json', articles: 2, missing: [] });
    expect(file?.type).toBe('application/json');
  });

  it('of an article has that article alone, and is named after it', async () => {
    await fill();
    const { file, text } = await exported({ type: 'article', key: OTHER, title: 'Another' });
    expect(JSON.parse(text).articles.map(({ key }: { key: string }) => key)).toEqual([OTHER]);
    expect(file?.name).toBe('on-record_paper.example_another_2026-11-09.json');
  });

  it('of what was found has those passages alone', async () => {
    await fill();
    const { text } = await exported({ type: 'found', query: 'check' });
    const { articles, annotations } = JSON.parse(text);
    expect([articles.length, annotations.map(({ note }: { note: string }) => note)]).toEqual([1, ['check']]);
  });

  it('is a backup only when it has everything, and can be brought back', async () => {
    await fill();
    expect((await exported({ type: 'everything' })).backups).toEqual([at(9)]);
    expect((await exported({ type: 'everything' }, 'csv')).backups).toEqual([]);
    expect((await exported({ type: 'article', key: KEY, title: '' })).backups).toEqual([]);
  });

  it('tells when there is nothing', async () => {
    expect((await exported({ type: 'everything' })).state).toEqual({ phase: 'empty' });
    await fill();
    expect((await exported({ type: 'found', query: 'nowhere' })).state).toEqual({ phase: 'empty' });
  });

  it('that is cancelled saves nothing', async () => {
    await fill();
    const { job, saved } = exporting();
    const done = job.run('csv', { type: 'everything' }, null);
    job.cancel();
    await done;
    expect(job.state.value).toEqual({ phase: 'cancelled' });
    expect(saved).toEqual([]);
  });

  it('that fails says why', async () => {
    await fill();
    await store.db.snapshots.clear();
    expect((await exported({ type: 'everything' })).state).toMatchObject({
      phase: 'failed',
      failure: { code: 'damaged-export' },
    });
  });
});

describe('an import into the library', () => {
  it('brings back what was exported, as it was', async () => {
    await fill();
    const before = await contentOf();
    const { text } = await exported({ type: 'everything' });
    await wipe();
    const job = importing();
    await job.look([new File([text], 'backup.json')]);
    expect(job.state.value).toMatchObject({ phase: 'planned', plan: { total: 7, rejected: 0 }, isResumed: false });
    expect(await store.db.annotations.count()).toBe(0);
    await job.run({ conflicts: 'keep', duplicates: 'skip' });
    expect(job.state.value).toMatchObject({ phase: 'imported', record: { fileName: 'backup.json' } });
    expect(await contentOf()).toEqual(before);
  });

  it('can be found by its words right away, and not any more when it was taken back', async () => {
    await fill();
    const { text } = await exported({ type: 'everything' });
    await wipe();
    const job = importing();
    await job.look([new File([text], 'backup.json')]);
    await job.run({ conflicts: 'keep', duplicates: 'skip' });
    expect((await exported({ type: 'found', query: 'speaker:brown' })).state).toMatchObject({ phase: 'exported' });
    const state = job.state.value;
    if (state.phase !== 'imported') throw new Error('It was not imported.');
    await job.undo(state.record.id);
    expect(job.state.value).toEqual({ phase: 'undone', kept: 0 });
    expect(Object.values(await store.everything()).flat()).toEqual([]);
    expect((await exported({ type: 'found', query: 'speaker:brown' })).state).toEqual({ phase: 'empty' });
  });

  it('of brat finds the articles by their text', async () => {
    await store.tagged();
    const { file } = await exported({ type: 'article', key: KEY, title: 'Bridge' }, 'brat');
    const job = importing();
    await job.look([new File([file?.content ?? ''], 'bridge.zip')]);
    expect(job.state.value).toMatchObject({
      phase: 'planned',
      plan: { counts: { annotation: { same: 1 } }, rejected: 0 },
    });
  });

  it('of Hypothesis asks what passages are that no tag calls anything', async () => {
    await store.tagged();
    const [row] = [
      {
        id: 'kVvtYBP6EeyNWd9s1vSZOg',
        created: at(3),
        updated: at(3),
        uri: `${KEY}?utm_source=x#part`,
        tags: [],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'crowns' }] }],
      },
    ];
    const job = importing();
    await job.look([new File([JSON.stringify({ rows: [row] })], 'rows.json')]);
    expect(job.state.value).toMatchObject({
      plan: { rejected: 1, rejections: [{ reason: 'no-kind' }] },
      untagged: null,
    });
    await job.lookAgain('claim');
    expect(job.state.value).toMatchObject({ plan: { rejected: 0 }, untagged: 'claim' });
    await job.run({ conflicts: 'keep', duplicates: 'skip' });
    expect((await store.db.annotations.toArray()).map(({ articleKey, kind }) => [articleKey, kind])).toContainEqual([
      KEY,
      'claim',
    ]);
    expect(await store.db.articles.count()).toBe(1);
  });

  it('refuses what it can not read, and can be cancelled', async () => {
    const job = importing();
    await job.look([new File(['{}'], 'x.json')]);
    expect(job.state.value).toMatchObject({ phase: 'refused', error: { code: 'unknown-format' } });
    await fill();
    const { text } = await exported({ type: 'everything' });
    const looking = job.look([new File([text], 'backup.json')]);
    job.cancel();
    await looking;
    expect(job.state.value).toEqual({ phase: 'cancelled', during: 'looking' });
    job.reset();
    expect(job.state.value).toEqual({ phase: 'idle' });
  });
});
