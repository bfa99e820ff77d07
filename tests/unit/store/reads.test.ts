import { liveQuery } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { findArticleKey, type ReadSnapshots, readArticle, readExportInput, readKnownSpeakers } from '@/lib/store/reads';
import { annotateWith, at, captureOf, KEY, speakerNamed, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();

/** Follows a live query: gives its first value at once, and a later one as soon as it is as expected. */
async function follow<T>(query: () => Promise<T>) {
  const values: T[] = [];
  const subscription = liveQuery(query).subscribe((value) => values.push(value));
  await vi.waitFor(() => expect(values).toHaveLength(1));
  return {
    first: values[0],
    expectNext: async (isExpected: (value: T) => boolean) => {
      await vi.waitFor(() => expect(values.slice(1).some(isExpected)).toBe(true));
      subscription.unsubscribe();
    },
  };
}

/** The database as another page of the extension has it open, and the hashes of the snapshots that are read there. */
function anotherView() {
  const db = openDatabase();
  const read: string[] = [];
  db.snapshots.hook('reading', (snapshot) => {
    read.push(snapshot.hash);
    return snapshot;
  });
  onTestFinished(() => db.close());
  return { db, read };
}

async function named(name: string, exact: string, capture = store.capture, day = 4) {
  const command = annotateWith(capture, exact);
  await store.run(command);
  const speaker = speakerNamed(name);
  await store.run({ ...base(day), type: 'createSpeaker', speaker, annotationId: command.annotation.id });
  return { speaker, annotation: command.annotation };
}

describe('reading an article', () => {
  it('gives what is stored of it, without what was deleted', async () => {
    const kept = await store.tagged('We built it,');
    const gone = await store.tagged('It cost');
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: gone.id });
    await store.run(annotateWith(await captureOf(TEXT, { key: `${KEY}-2` }), 'It cost'));
    const { article, annotations } = await readArticle(store.db, KEY);
    expect(article?.key).toBe(KEY);
    expect(annotations).toEqual([kept]);
  });

  it('gives nothing for a page in which nothing was tagged', async () => {
    expect(await readArticle(store.db, KEY)).toEqual({ article: null, annotations: [] });
  });

  it('reads none of its snapshots, unlike an export', async () => {
    await store.tagged();
    const { db, read } = anotherView();
    expect((await readArticle(db, KEY)).annotations).toHaveLength(1);
    expect(read).toEqual([]);
    await readExportInput(db, KEY);
    expect(read).toEqual([store.capture.snapshot.hash]);
  });

  it('follows every write', async () => {
    const { first, expectNext } = await follow(() => readArticle(store.db, KEY));
    expect(first?.annotations).toEqual([]);
    await store.tagged();
    await expectNext(({ article, annotations }) => article?.key === KEY && annotations.length === 1);
  });
});

describe('known speakers', () => {
  it('come with the articles and outlets they are named in, the last used first', async () => {
    const other = await captureOf(TEXT, { key: 'https://gazette.example/a-b-c', siteName: null });
    const ada = await named('Ada Brown', 'We built it,', store.capture, 5);
    const bea = await named('Bea Stone', 'It cost', other, 8);
    const attribution = { speakerId: ada.speaker.id };
    const second = annotateWith(other, 'in two years.');
    await store.run(second);
    await store.run({
      ...base(9),
      type: 'updateAnnotation',
      annotationId: second.annotation.id,
      patch: { attribution },
      capture: null,
    });
    expect(await readKnownSpeakers(store.db)).toEqual([
      { speaker: ada.speaker, articleKeys: [other.article.key, KEY], outlets: ['The Paper', 'gazette.example'] },
      { speaker: bea.speaker, articleKeys: [other.article.key], outlets: ['gazette.example'] },
    ]);
  });

  it('keep namesakes apart', async () => {
    const first = await named('Ada Brown', 'We built it,');
    const second = await named('Ada Brown', 'It cost');
    const ids = (await readKnownSpeakers(store.db)).map(({ speaker }) => speaker.id);
    expect(ids.sort()).toEqual([first.speaker.id, second.speaker.id].sort());
  });

  it('do not count annotations that were deleted', async () => {
    const { annotation } = await named('Ada Brown', 'We built it,');
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: annotation.id });
    expect(await readKnownSpeakers(store.db)).toMatchObject([{ articleKeys: [], outlets: [] }]);
  });

  it('follow every write', async () => {
    const { first, expectNext } = await follow(() => readKnownSpeakers(store.db));
    expect(first).toEqual([]);
    await named('Ada Brown', 'We built it,');
    await expectNext(([known]) => known?.articleKeys.length === 1);
  });
});

describe('finding the article of a page', () => {
  const AMP = 'https://paper.example/amp/harbour-bridge-opens-4711';
  const PRINT = 'https://paper.example/print/4711';

  it('goes by its own address first, and is that when nothing is stored', async () => {
    expect(await findArticleKey(store.db, AMP, [KEY])).toBe(AMP);
    await store.tagged();
    expect(await findArticleKey(store.db, KEY, [AMP])).toBe(KEY);
    await store.run(annotateWith(await captureOf(TEXT, { key: AMP }), 'It cost'));
    expect(await findArticleKey(store.db, AMP, [KEY])).toBe(AMP);
  });

  it('then by an alias of an article, then by what it is believed to be', async () => {
    await store.tagged();
    expect(await findArticleKey(store.db, AMP, [])).toBe(AMP);
    expect(await findArticleKey(store.db, AMP, ['https://paper.example/x', KEY])).toBe(KEY);
    await store.db.aliases.add({ url: AMP, articleKey: KEY, source: 'amp', createdAt: at(3) });
    expect(await findArticleKey(store.db, AMP, [])).toBe(KEY);
    expect(await findArticleKey(store.db, PRINT, [AMP])).toBe(KEY);
  });
});

describe('what an export is made from', () => {
  it('is the article with its annotations, aliases, wordings and the speakers they name', async () => {
    const { speaker } = await named('Ada Brown', 'We built it,');
    await store.run({ ...base(), type: 'createSpeaker', speaker: speakerNamed('Bea Stone'), annotationId: null });
    const alias = { url: `${KEY}/amp`, articleKey: KEY, source: 'amp', createdAt: at(3) } as const;
    await store.db.aliases.bulkAdd([alias, { ...alias, url: 'https://paper.example/y', articleKey: `${KEY}-2` }]);
    const gone = await store.tagged('It cost');
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: gone.id });
    expect(await readExportInput(store.db, KEY)).toEqual({
      article: await store.db.articles.get(KEY),
      aliases: [alias],
      annotations: await store.db.annotations.where('id').notEqual(gone.id).toArray(),
      snapshots: [store.capture.snapshot],
      speakers: [speaker],
    });
  });

  it('follows every write without reading a snapshot twice', async () => {
    const annotation = await store.tagged();
    const { db, read } = anotherView();
    const before: ReadSnapshots = new Map();
    const { first, expectNext } = await follow(() => readExportInput(db, KEY, before));
    expect(first?.snapshots).toEqual([store.capture.snapshot]);
    const patch = { note: 'Heard twice' };
    await store.run({ ...base(), type: 'updateAnnotation', annotationId: annotation.id, patch, capture: null });
    const edited = await captureOf(`${TEXT}\n\nNobody was there.`);
    await store.run(annotateWith(edited, 'Nobody was there.'));
    await expectNext(
      (input) => input?.snapshots.length === 2 && input.annotations.some(({ note }) => note === 'Heard twice'),
    );
    expect(read.sort()).toEqual([store.capture.snapshot.hash, edited.snapshot.hash].sort());
    expect((await readExportInput(store.db, KEY, before))?.snapshots).toEqual(await store.db.snapshots.toArray());
  });

  it('holds no snapshot any more that was deleted after it was read', async () => {
    await store.tagged();
    const before: ReadSnapshots = new Map();
    await readExportInput(store.db, KEY, before);
    await store.db.snapshots.clear();
    expect((await readExportInput(store.db, KEY, before))?.snapshots).toEqual([]);
  });

  it('is nothing for a page in which nothing was tagged', async () => {
    expect(await readExportInput(store.db, KEY)).toBeNull();
  });
});
