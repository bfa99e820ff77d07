import { describe, expect, it } from 'vitest';
import {
  deleteAll,
  judgeAll,
  mergeInto,
  nameInAll,
  type Reversible,
  restoreAll,
  splitOff,
  tagAll,
} from '@/components/library/deeds';
import type { Deed, SingleCommand } from '@/components/library/library';
import type { Annotation } from '@/lib/annotations/annotation';
import { newId } from '@/lib/annotations/ids';
import { type Row, readRow } from '@/lib/store/library-reads';
import { KEY, speakerNamed } from '@/tests/unit/store/samples';
import { base, StoreInTest } from '@/tests/unit/store/store-in-test';

const store = new StoreInTest();

const act = (deeds: readonly Deed[]) =>
  store.run({ ...base(), type: 'batch', commands: deeds.map((deed) => ({ ...base(), ...deed }) as SingleCommand) });

const NO_REVIEW: Annotation['claim'] = { status: 'unchecked', rating: null, summary: null, evidence: [] };

async function tagged() {
  const quote = await store.tagged('We built it,', { tags: ['city'] });
  const claim = await store.tagged('It cost', { kind: 'claim', quoteType: null, claim: NO_REVIEW });
  const speaker = speakerNamed('Ada Brown');
  await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId: quote.id });
  return { ids: [quote.id, claim.id], speaker };
}

const read = async (ids: string[]) => (await store.db.annotations.bulkGet(ids)).filter((one) => one !== undefined);

/** What the records say, but for when they were changed. */
const state = async () =>
  JSON.stringify(
    [await store.db.annotations.toArray(), await store.db.speakers.toArray(), await store.db.articles.toArray()],
    (key, value) => (key === 'updatedAt' ? undefined : value),
  );

async function expectReversible({ deeds, undo }: Reversible): Promise<void> {
  const before = await state();
  await act(deeds);
  expect(await state()).not.toBe(before);
  await act(undo);
  expect(await state()).toBe(before);
}

const row = async (ref: string): Promise<Row> => {
  const found = await readRow(store.db, ref);
  if (!found) throw new Error(`${ref} is not in the index.`);
  return found;
};

describe('what is done to many at once', () => {
  it('adds tags to those that lack them, and takes them back', async () => {
    const { ids } = await tagged();
    const tags = tagAll(await read(ids), ['city', 'money']);
    await expectReversible(tags);
    await act(tags.deeds);
    expect((await read(ids)).map((one) => one.tags)).toEqual([
      ['city', 'money'],
      ['city', 'money'],
    ]);
    expect(tagAll(await read(ids), ['money']).deeds).toEqual([]);
  });

  it('names one speaker in all, and those before again', async () => {
    const { ids, speaker } = await tagged();
    const other = speakerNamed('Eve Stone');
    await store.run({ ...base(), type: 'createSpeaker', speaker: other, annotationId: null });
    await expectReversible(nameInAll(await read(ids), other.id));
    expect(nameInAll(await read(ids), speaker.id).deeds).toHaveLength(1);
  });

  it('gives a status to claims alone', async () => {
    const { ids } = await tagged();
    const judged = judgeAll(await read(ids), 'false');
    expect(judged.deeds).toHaveLength(1);
    await expectReversible(judged);
  });

  it('deletes passages, articles and speakers whom nothing names', async () => {
    const { ids, speaker } = await tagged();
    await expectReversible(deleteAll(await Promise.all(ids.map(row))));
    await expectReversible(deleteAll([await row(KEY)]));
    expect(deleteAll([await row(speaker.id)]).deeds).toEqual([]);
  });

  it('brings a passage back with its speaker, though they were deleted after it', async () => {
    const { ids, speaker } = await tagged();
    const before = await state();
    await act(deleteAll(await Promise.all(ids.map(row))).deeds);
    await act(deleteAll([await row(speaker.id)]).deeds);
    await act(restoreAll(await Promise.all(ids.map(row))));
    expect(await state()).toBe(before);
  });
});

describe('two records of a speaker', () => {
  it('become one that bears both names, and two again', async () => {
    const { ids, speaker } = await tagged();
    const other = speakerNamed('Mayor Brown', { aliases: ['Ada Brown', 'A. B.'] });
    await store.run({ ...base(), type: 'createSpeaker', speaker: other, annotationId: ids[1] ?? null });
    const merger = mergeInto(speaker, other, [ids[1] ?? '']);
    await expectReversible(merger);
    await act(merger.deeds);
    expect((await store.db.speakers.get(speaker.id))?.aliases).toEqual(['Mayor Brown', 'A. B.']);
  });

  it('come of one, with the passages that were chosen', async () => {
    const { ids, speaker } = await tagged();
    const id = newId();
    const { deeds, undo } = splitOff(speaker, id, base().at, ids.slice(0, 1));
    await act(deeds);
    expect((await read(ids))[0]?.attribution.speakerId).toBe(id);
    await act(undo);
    expect((await read(ids))[0]?.attribution.speakerId).toBe(speaker.id);
    expect((await store.db.speakers.get(id))?.deletedAt).not.toBeNull();
  });

  it('stay two when the parting is taken back after the other was named elsewhere', async () => {
    const { ids, speaker } = await tagged();
    const id = newId();
    const { deeds, undo } = splitOff(speaker, id, base().at, ids.slice(0, 1));
    await act(deeds);
    await act(nameInAll(await read(ids.slice(1)), id).deeds);
    await act(undo);
    expect((await read(ids)).map((one) => one.attribution.speakerId)).toEqual([speaker.id, id]);
    expect((await store.db.speakers.get(id))?.deletedAt).toBeNull();
  });
});
