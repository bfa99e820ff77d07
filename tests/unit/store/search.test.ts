import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Capture } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import { UNBUILT } from '@/lib/store/database';
import { purge } from '@/lib/store/purge';
import { search } from '@/lib/store/search';
import { completeIndex } from '@/lib/store/search-index';
import { parseQuery } from '@/lib/store/search-query';
import { annotateWith, at, captureOf, KEY, passage, speakerNamed } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();
const OTHER = 'https://evening-post.example/news/ferry-12';
const OTHER_TEXT = '“The ferry is late again,” Öykü Çelik said. It is 3.4 hours late, and nobody says why.';
let other: Capture;
let built: Annotation;
let cost: Annotation;
let ferry: Annotation;

/** The words of what a query finds, in the order in which it is found. */
async function found(query: string, ...among: string[]): Promise<string[]> {
  const documents = await store.db.documents.bulkGet([...(await search(store.db, parseQuery(query), among))]);
  const annotations = await store.db.annotations.bulkGet(documents.map((document) => document?.ref ?? ''));
  return annotations.map((one, i) => one?.segments[0]?.quote.exact ?? documents[i]?.ref ?? '');
}

const update = (annotationId: string, patch: object, capture: Capture | null = null) =>
  store.run({ ...base(), type: 'updateAnnotation', annotationId, patch, capture });

async function name(annotationId: string, called: string, aliases: string[] = []) {
  const speaker = speakerNamed(called, { aliases });
  await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId });
  return speaker;
}

beforeEach(async () => {
  other = await captureOf(OTHER_TEXT, {
    key: OTHER,
    title: 'No ferry in sight',
    siteName: 'Evening Post',
    publishedTime: '2026-11-20T08:00:00Z',
  });
  built = await store.tagged('We built it,');
  cost = await store.tagged('It cost 40 million crowns', { kind: 'claim', quoteType: null, claim: NO_REVIEW });
  const command = annotateWith(other, 'The ferry is late again,');
  await store.run(command);
  ferry = command.annotation;
});

const NO_REVIEW: Annotation['claim'] = { status: 'unchecked', rating: null, summary: null, evidence: [] };

describe('search', () => {
  it('finds what has all of the words or begins like them, whatever their case and accents', async () => {
    expect(await found('cost mill')).toEqual([cost.segments[0]?.quote.exact]);
    expect(await found('COST ferry')).toEqual([]);
    await update(ferry.id, { note: 'Señal' });
    expect(await found('senal', 'kind:quote')).toEqual(['The ferry is late again,']);
  });

  it('takes no field for a word', async () => {
    await name(built.id, 'Ada Brown');
    expect(await found('speak')).toEqual([]);
    expect(await found('site', 'kind:quote')).toEqual([]);
  });

  it('finds phrases, within one text only', async () => {
    expect(await found('"is late"')).toEqual(['The ferry is late again,']);
    expect(await found('"late is"')).toEqual([]);
    await update(ferry.id, { note: 'Ask the harbour.' });
    expect(await found('"again ask"')).toEqual([]);
    expect(await found('"ask the"')).toEqual(['The ferry is late again,']);
  });

  it('finds by speaker, site, tag, kind, status and title', async () => {
    await name(built.id, 'Ada Brown', ['Mayor Brown']);
    await update(cost.id, { tags: ['Public money'], claim: { status: 'disputed' } });
    expect(await found('speaker:brown speaker:mayor', 'kind:quote')).toEqual(['We built it,']);
    expect(await found('site:evening', 'kind:quote')).toEqual(['The ferry is late again,']);
    expect(await found('site:paper.example', 'kind:quote')).toEqual(['We built it,']);
    expect(await found('tag:"public money"')).toEqual(['It cost 40 million crowns']);
    expect(await found('kind:claim status:disputed')).toEqual(['It cost 40 million crowns']);
    expect(await found('kind:claim status:supported')).toEqual([]);
    expect(await found('sight', 'kind:quote')).toEqual(['The ferry is late again,']);
  });

  it('finds by time, and puts the latest first', async () => {
    expect(await found('', 'kind:quote')).toEqual(['The ferry is late again,', 'We built it,']);
    expect(await found('before:2026-11-20', 'kind:quote')).toEqual(['We built it,']);
    expect(await found('after:2026-11-20', 'kind:quote')).toEqual(['The ferry is late again,']);
  });

  it('finds the articles and the speakers themselves', async () => {
    const { id } = await name(ferry.id, 'Öykü Çelik');
    expect(await found('', 'kind:article')).toEqual([OTHER, KEY]);
    expect(await found('bridge', 'kind:article')).toEqual([KEY]);
    expect(await found('oyku cel', 'kind:person')).toEqual([id]);
  });
});

describe('the index', () => {
  it('follows every change in its own transaction: new words, a new name, another title', async () => {
    const speaker = await name(built.id, 'Ada Brown');
    await update(built.id, { note: 'first' });
    await update(built.id, { note: 'second' });
    expect(await found('first')).toEqual([]);
    expect(await found('second')).toEqual(['We built it,']);
    await store.run({ ...base(), type: 'updateSpeaker', speakerId: speaker.id, patch: { name: 'Ada Green' } });
    expect(await found('brown')).toEqual([]);
    expect(await found('green', 'kind:quote')).toEqual(['We built it,']);
    const retitled = await captureOf(undefined, { title: 'Harbour tunnel opens' });
    await store.run(annotateWith(retitled, 'in two years'));
    expect(await found('tunnel', 'kind:quote')).toEqual(['We built it,', 'in two years']);
    expect(await found('bridge', 'kind:quote')).toEqual([]);
  });

  it('leaves what is deleted to those who ask for it, and forgets what is cleared away', async () => {
    await store.run({ ...base(4), type: 'deleteAnnotation', annotationId: built.id });
    expect(await found('built')).toEqual(['We built it,']);
    expect(await found('built', 'kind:quote')).toEqual([]);
    expect(await found('built', 'is:deleted')).toEqual(['We built it,']);
    await store.run({ ...base(4), type: 'restoreAnnotation', annotationId: built.id });
    expect(await found('built', 'kind:quote')).toEqual(['We built it,']);
    await store.run({ ...base(4), type: 'deleteAnnotation', annotationId: ferry.id });
    await purge(store.db, at(4 + 31));
    expect(await found('ferry')).toEqual([]);
    expect((await store.db.postings.toArray()).filter(({ places }) => places.length === 0)).toEqual([]);
  });

  it('is as it was when a command is refused', async () => {
    const command = annotateWith(store.capture, 'in two years', { note: 'unheard' });
    const speakerId = newId();
    command.annotation.attribution = { ...command.annotation.attribution, speakerId };
    await store.expectRefused(command, 'speaker-gone');
    expect(await found('unheard')).toEqual([]);
  });

  it('is the same when it is built afterwards', async () => {
    await name(built.id, 'Ada Brown');
    await update(cost.id, { tags: ['money'], note: 'Ask twice' });
    await update(cost.id, { tags: [], attribution: { mention: passage(store.capture, 'the council') } }, store.capture);
    await store.run({ ...base(4), type: 'deleteAnnotation', annotationId: ferry.id });
    const followed = await indexByRef();
    for (const table of [store.db.documents, store.db.postings, store.db.dates]) await table.clear();
    await store.db.dates.put({ chunk: UNBUILT, dates: new Uint32Array() });
    await completeIndex(store.db);
    expect(await indexByRef()).toEqual(followed);
  });
});

/** What the index holds, by records instead of numbers. */
async function indexByRef() {
  const { db } = store;
  const refOf = new Map((await db.documents.toArray()).map(({ number, ref }) => [number, ref]));
  const words = (await db.postings.toArray()).flatMap(({ word, places }) =>
    [...places].map((place) => `${word} ${refOf.get(place)}`),
  );
  const dates = (await db.dates.toArray()).flatMap((row) =>
    [...row.dates].flatMap((date, place) => (date > 0 ? [`${refOf.get(place)} ${date}`] : [])),
  );
  const documents = (await db.documents.toArray()).map(({ ref, words, date }) => `${ref} ${words} ${date}`);
  return { words: words.sort(), dates: dates.sort(), documents: documents.sort() };
}
