import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Command } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import { annotateWith, at, captureOf, KEY, speakerNamed, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();
let ada: Speaker;
let brown: Speaker;
let built: Annotation;
let cost: Annotation;
let gone: Annotation;

const NO_REVIEW: Annotation['claim'] = { status: 'unchecked', rating: null, summary: null, evidence: [] };

async function saidBy(speaker: Speaker, exact: string, kind: 'quote' | 'claim' = 'quote'): Promise<Annotation> {
  const annotation = await store.tagged(exact, kind === 'claim' ? { kind, quoteType: null, claim: NO_REVIEW } : {});
  await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId: annotation.id });
  return annotation;
}

beforeEach(async () => {
  ada = speakerNamed('Ada Brown', { aliases: ['A. Brown'] });
  brown = speakerNamed('Mayor Brown');
  built = await saidBy(ada, 'We built it,');
  cost = await saidBy(brown, 'It cost', 'claim');
  gone = await saidBy(brown, 'in two years');
  await store.run({ ...base(5), type: 'deleteAnnotation', annotationId: gone.id });
});

const namesOf = async () =>
  Object.fromEntries(
    (await store.db.annotations.toArray()).map((one) => [one.segments[0]?.quote.exact, one.attribution.speakerId]),
  );

const merge = (): Command => ({
  ...base(6),
  type: 'mergeSpeakers',
  speakerId: brown.id,
  into: ada.id,
  aliases: ['A. Brown', 'Mayor Brown'],
});

describe('naming a new speaker', () => {
  const described = { speakerId: null, describedAs: 'finance minister', mention: null, cue: null };

  it('keeps how the article describes somebody who was not named yet, but not how it describes another', async () => {
    const { id } = await store.tagged('in two years', { attribution: described });
    const attributionOf = async () => (await store.db.annotations.get(id))?.attribution;
    const [smith, jones] = [speakerNamed('Smith'), speakerNamed('Jones')];
    await store.run({ ...base(), type: 'createSpeaker', speaker: smith, annotationId: id });
    expect(await attributionOf()).toEqual({ ...described, speakerId: smith.id });
    await store.run({ ...base(), type: 'createSpeaker', speaker: jones, annotationId: id });
    expect(await attributionOf()).toEqual({ ...described, speakerId: jones.id, describedAs: null });
  });
});

describe('merging two speakers', () => {
  it('names the one wherever the other was named, deleted passages included', async () => {
    await store.run(merge());
    expect(await namesOf()).toEqual({ 'We built it,': ada.id, 'It cost': ada.id, 'in two years': ada.id });
    expect(await store.db.speakers.get(ada.id)).toMatchObject({
      aliases: ['A. Brown', 'Mayor Brown'],
      deletedAt: null,
    });
    expect(await store.db.speakers.get(brown.id)).toMatchObject({ name: 'Mayor Brown', deletedAt: at(6) });
  });

  it('is taken back by a split with the record that was there', async () => {
    const before = await store.everything();
    await store.run(merge());
    const annotationIds = [cost.id, gone.id];
    const split = { ...base(7), speakerId: ada.id, aliases: ada.aliases, speaker: brown, annotationIds };
    await store.run({ ...split, type: 'splitSpeaker' });
    const withoutTimes = (records: unknown[] = []) =>
      new Set(records.map((record) => JSON.stringify(record, (key, value) => (key === 'updatedAt' ? '' : value))));
    const after = await store.everything();
    for (const table of ['speakers', 'annotations']) {
      expect(withoutTimes(after[table])).toEqual(withoutTimes(before[table]));
    }
  });

  it('is refused with oneself, and with somebody who is gone', async () => {
    await store.expectRefused({ ...merge(), speakerId: ada.id } as Command, 'invalid-record', /another one/);
    await store.run(merge());
    await store.expectRefused(merge(), 'speaker-gone');
  });
});

describe('splitting a speaker', () => {
  it('gives only what still names them to the other', async () => {
    const eve = speakerNamed('Eve Brown');
    const annotationIds = [built.id, cost.id, newId()];
    await store.run({ ...base(), type: 'splitSpeaker', speakerId: ada.id, aliases: [], speaker: eve, annotationIds });
    expect(await namesOf()).toMatchObject({ 'We built it,': eve.id, 'It cost': brown.id });
    expect(await store.db.speakers.get(ada.id)).toMatchObject({ aliases: [] });
  });
});

describe('deleting a speaker', () => {
  it('is refused while something names them, and can be taken back', async () => {
    const remove: Command = { ...base(6), type: 'deleteSpeaker', speakerId: brown.id };
    await store.expectRefused(remove, 'invalid-record', /names this speaker/);
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: cost.id });
    await store.run(remove);
    expect(await store.db.speakers.get(brown.id)).toMatchObject({ deletedAt: at(6) });
    await store.run({ ...base(7), type: 'restoreSpeaker', speakerId: brown.id });
    expect(await store.db.speakers.get(brown.id)).toMatchObject({ deletedAt: null });
  });
});

describe('deleting an article', () => {
  it('takes all that is tagged in it along and brings that back, but not what was deleted before', async () => {
    const before = await store.db.annotations.toArray();
    await store.run({ ...base(6), type: 'deleteArticle', articleKey: KEY });
    expect((await store.db.articles.get(KEY))?.deletedAt).toBe(at(6));
    expect((await store.db.annotations.toArray()).map(({ deletedAt }) => deletedAt).sort()).toEqual([
      at(5),
      at(6),
      at(6),
    ]);
    await store.run({ ...base(7), type: 'restoreArticle', articleKey: KEY });
    expect((await store.db.articles.get(KEY))?.deletedAt).toBeNull();
    const marks = (all: Annotation[]) => all.map(({ id, deletedAt }) => [id, deletedAt]);
    expect(marks(await store.db.annotations.toArray())).toEqual(marks(before));
  });

  it('says when there is none', async () => {
    await store.expectRefused({ ...base(), type: 'deleteArticle', articleKey: `${KEY}-0` }, 'passage-purged');
  });
});

describe('linking claims', () => {
  it('names each in the other, and parts them again', async () => {
    const other = await saidBy(ada, '40 million crowns', 'claim');
    const link = { type: 'linkClaims', annotationId: cost.id, target: other.id } as const;
    await store.run({ ...base(), ...link, isSame: true });
    await store.run({ ...base(), ...link, isSame: true });
    const linksOf = async ({ id }: Annotation) => (await store.db.annotations.get(id))?.links;
    expect(await linksOf(cost)).toEqual([{ rel: 'same-claim', target: other.id }]);
    expect(await linksOf(other)).toEqual([{ rel: 'same-claim', target: cost.id }]);
    await store.run({ ...base(), ...link, isSame: false });
    expect([await linksOf(cost), await linksOf(other)]).toEqual([[], []]);
    await store.expectRefused({ ...base(), ...link, target: built.id, isSame: true }, 'invalid-record', /two claims/);
  });
});

describe('erasing', () => {
  it('takes away only what is deleted, and the wordings and the article that nothing needs any more', async () => {
    const edited = await captureOf(`${TEXT} Corrected.`);
    const late = annotateWith(edited, 'Corrected');
    await store.run(late);
    await store.db.aliases.add({ url: `${KEY}/amp`, articleKey: KEY, source: 'amp', createdAt: at(3) });
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: late.annotation.id });
    await store.run({ ...base(), type: 'erase', keys: [late.annotation.id, gone.id, built.id, KEY, brown.id] });
    expect((await store.db.annotations.toArray()).map(({ id }) => id).sort()).toEqual([built.id, cost.id].sort());
    expect((await store.db.snapshots.toArray()).map(({ hash }) => hash)).toEqual([store.capture.snapshot.hash]);
    expect(await store.db.speakers.count()).toBe(2);

    await store.run({ ...base(), type: 'deleteArticle', articleKey: KEY });
    await store.run({ ...base(), type: 'deleteSpeaker', speakerId: brown.id });
    await store.run({ ...base(), type: 'erase', keys: [KEY, brown.id] });
    const { receipts: _, speakers, ...others } = await store.everything();
    expect(Object.values(others).flat()).toEqual([]);
    expect(speakers).toMatchObject([{ id: ada.id }]);
    expect(await store.db.documents.toArray()).toMatchObject([{ ref: ada.id }]);
  });
});

describe('erasing an article in which nothing is tagged', () => {
  it('takes it away with its wordings', async () => {
    const { article, snapshot } = await captureOf(TEXT, { key: `${KEY}-2` });
    await store.db.articles.add({ ...article, deletedAt: at(6) });
    await store.db.snapshots.add(snapshot);
    await store.run({ ...base(), type: 'erase', keys: [article.key] });
    expect(await store.db.articles.get(article.key)).toBeUndefined();
    expect(await store.db.snapshots.count()).toBe(1);
  });
});

describe('a batch', () => {
  const note = (annotationId: string): Extract<Command, { type: 'updateAnnotation' }> => ({
    ...base(),
    type: 'updateAnnotation',
    annotationId,
    patch: { note: 'Checked' },
    capture: null,
  });

  it('carries out all of its commands, or none', async () => {
    await store.expectRefused(
      { ...base(), type: 'batch', commands: [note(built.id), note(gone.id)] },
      'passage-deleted',
    );
    await store.run({ ...base(), type: 'batch', commands: [note(built.id), note(cost.id)] });
    expect((await store.db.annotations.bulkGet([built.id, cost.id])).map((one) => one?.note)).toEqual([
      'Checked',
      'Checked',
    ]);
  });

  it('checks what its passages were read in', async () => {
    const command = annotateWith(store.capture, 'the council');
    command.capture = { ...command.capture, snapshot: { ...command.capture.snapshot, text: `${TEXT}!` } };
    await store.expectRefused({ ...base(), type: 'batch', commands: [command] }, 'invalid-record', /damaged/);
  });
});
