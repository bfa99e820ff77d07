import { beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import { purge } from '@/lib/store/purge';
import { annotateWith, at, captureOf, KEY, passage, speakerNamed, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();
let edited: Capture;

/** `days` after the fourth of November, on which everything is deleted here. */
const daysLater = (days: number) => at(4 + days, 13);

beforeEach(async () => {
  edited = await captureOf(`${TEXT} Corrected.`);
});

async function deleted(command: ReturnType<typeof annotateWith>) {
  await store.run(command);
  await store.run({ ...base(4), type: 'deleteAnnotation', annotationId: command.annotation.id });
  return command.annotation;
}

describe('clearing away', () => {
  it('leaves what was deleted up to 30 days ago, with all that an undo needs', async () => {
    await deleted(annotateWith(store.capture, 'It cost'));
    await store.db.receipts.clear();
    const before = await store.everything();
    await purge(store.db, at(4 + 30, 11));
    expect(await store.everything()).toEqual(before);
  });

  it('takes what was deleted more than 30 days ago, its wording, and an article it leaves empty', async () => {
    await store.db.aliases.add({ url: `${KEY}/amp`, articleKey: KEY, source: 'amp', createdAt: at(3) });
    await deleted(annotateWith(store.capture, 'It cost'));
    await store.db.receipts.clear();
    await purge(store.db, daysLater(30));
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });

  it('leaves an article that still has an annotation, and the wordings that it names', async () => {
    await deleted(annotateWith(edited, 'Corrected'));
    const kept = await store.tagged('It cost');
    await purge(store.db, daysLater(30));
    expect(await store.db.annotations.toArray()).toEqual([kept]);
    expect(await store.db.articles.count()).toBe(1);
    expect(await store.db.snapshots.toArray()).toEqual([store.capture.snapshot]);
  });

  it('leaves a wording that only a cue or mention names', async () => {
    const { attribution } = annotateWith(store.capture, 'It cost').annotation;
    await store.run(annotateWith(edited, 'Corrected'));
    const quote = await store.tagged('It cost', { attribution: { ...attribution, cue: passage(edited, 'Corrected') } });
    await store.db.annotations.where('id').notEqual(quote.id).delete();
    await purge(store.db, daysLater(30));
    expect(await store.db.snapshots.count()).toBe(2);
  });

  it('does not take the same wording of another article for a used one', async () => {
    const other = await captureOf(TEXT, { key: `${KEY}-2` });
    await deleted(annotateWith(other, 'It cost'));
    await store.tagged('It cost');
    await purge(store.db, daysLater(30));
    expect((await store.db.snapshots.toArray()).map(({ articleKey }) => articleKey)).toEqual([KEY]);
  });

  it('takes an article deleted long ago in which nothing is tagged, with its addresses', async () => {
    await store.db.articles.add({ ...store.capture.article, deletedAt: at(4) });
    await store.db.aliases.add({ url: `${KEY}/amp`, articleKey: KEY, source: 'amp', createdAt: at(3) });
    await purge(store.db, daysLater(29));
    expect(await store.db.articles.count()).toBe(1);
    await purge(store.db, daysLater(30));
    expect([await store.db.articles.count(), await store.db.aliases.count()]).toEqual([0, 0]);
  });

  it('leaves an article in which nothing was tagged yet', async () => {
    await store.db.articles.add(store.capture.article);
    await purge(store.db, daysLater(300));
    expect(await store.db.articles.count()).toBe(1);
  });

  it('takes a speaker deleted long ago only when nobody names them', async () => {
    const named = speakerNamed('Ada Brown');
    const unnamed = speakerNamed('Bea Stone');
    const quote = await store.tagged();
    await store.run({ ...base(), type: 'createSpeaker', speaker: named, annotationId: quote.id });
    await store.run({ ...base(), type: 'createSpeaker', speaker: unnamed, annotationId: null });
    await store.db.speakers.toCollection().modify({ deletedAt: at(4) });
    await purge(store.db, daysLater(30));
    expect((await store.db.speakers.toArray()).map(({ name }) => name)).toEqual(['Ada Brown']);
  });

  it('takes receipts older than a day, and no younger ones', async () => {
    const young = { id: newId(), at: at(9, 13) };
    await store.db.receipts.bulkAdd([{ id: newId(), at: at(9, 11) }, young]);
    await purge(store.db, at(10, 12));
    expect(await store.db.receipts.toArray()).toEqual([young]);
  });
});
