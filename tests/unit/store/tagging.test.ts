import { describe, expect, it } from 'vitest';
import type { ClaimReview } from '@/lib/annotations/annotation';
import { newId } from '@/lib/annotations/ids';
import { annotateWith, at, captureOf, headline, KEY, passage, TEXT } from './samples';
import { StoreInTest } from './store-in-test';

const store = new StoreInTest();

describe('tagging', () => {
  it('stores the passage, its article, its wording and the receipt', async () => {
    const command = annotateWith(store.capture, 'We built it,');
    await store.run(command);
    expect(await store.everything()).toEqual({
      articles: [store.capture.article],
      aliases: [],
      snapshots: [store.capture.snapshot],
      speakers: [],
      annotations: [command.annotation],
      receipts: [{ id: command.id, at: expect.stringMatching(/Z$/) }],
      imports: [],
      importChanges: [],
    });
  });

  it('stores an article tagged twice once, as made then and as described now', async () => {
    await store.tagged();
    const later = await captureOf(TEXT, { title: 'Bridge opens at last', createdAt: at(9), url: `${KEY}?b=2` });
    await store.run({ ...annotateWith(later, 'It cost'), at: at(9) });
    expect(await store.db.articles.toArray()).toEqual([
      { ...store.capture.article, title: 'Bridge opens at last', updatedAt: at(9) },
    ]);
    expect(await store.db.snapshots.toArray()).toEqual([store.capture.snapshot]);
  });

  it('keeps the old wording when the outlet has changed the text', async () => {
    await store.tagged();
    const edited = await captureOf(TEXT.replace('40', '55'));
    await store.run(annotateWith(edited, '55 million'));
    const texts = (await store.db.snapshots.toArray()).map(({ text }) => text);
    expect(texts.sort()).toEqual([TEXT, edited.snapshot.text].sort());
  });

  it('never changes a snapshot that is there', async () => {
    await store.tagged();
    const other = {
      ...store.capture,
      snapshot: { ...store.capture.snapshot, html: '<p>other</p>', capturedAt: at(9) },
    };
    await store.run(annotateWith(other, 'It cost'));
    expect(await store.db.snapshots.toArray()).toEqual([store.capture.snapshot]);
  });

  it('brings a deleted article back', async () => {
    await store.tagged();
    await store.db.articles.update(KEY, { deletedAt: at(5) });
    await store.run({ ...annotateWith(store.capture, 'It cost'), at: at(6) });
    expect((await store.db.articles.get(KEY))?.deletedAt).toBeNull();
  });

  it('takes a passage outside the extracted text', async () => {
    await store.run(annotateWith(store.capture, 'We built it,', { segments: [headline] }));
    expect((await store.db.annotations.toArray())[0]?.segments).toEqual([headline]);
  });

  it('leaves an annotation that is there as it is', async () => {
    const annotation = await store.tagged();
    await store.run(annotateWith(store.capture, 'It cost', { id: annotation.id }));
    expect(await store.db.annotations.toArray()).toEqual([annotation]);
  });

  it('refuses a wording whose hash is not that of its text', async () => {
    const forged = { ...store.capture, snapshot: { ...store.capture.snapshot, text: TEXT.replace('two', 'ten') } };
    await store.expectRefused(annotateWith(forged, 'We built it,'), 'invalid-record', /damaged/);
  });

  it('refuses words that are not those at their place', async () => {
    const segment = passage(store.capture, 'two years');
    const moved = { ...segment, quote: { ...segment.quote, exact: 'ten years' } };
    await store.expectRefused(annotateWith(store.capture, 'It cost', { segments: [moved] }), 'invalid-record', /words/);
  });

  it('refuses a mention or cue that is not at its place', async () => {
    const cue = passage(store.capture, 'said');
    const wrong = { ...cue, quote: { ...cue.quote, exact: 'lied' } };
    const { attribution } = annotateWith(store.capture, 'It cost').annotation;
    for (const role of ['mention', 'cue']) {
      const command = annotateWith(store.capture, 'It cost', { attribution: { ...attribution, [role]: wrong } });
      await store.expectRefused(command, 'invalid-record', /words/);
    }
  });

  it('refuses a passage in a wording that is not stored', async () => {
    const other = await captureOf(`${TEXT} More.`);
    const command = annotateWith(store.capture, 'It cost', { segments: [passage(other, 'More')] });
    await store.expectRefused(command, 'invalid-record', /missing/);
  });

  it('refuses a passage in the wording of another article', async () => {
    const other = await captureOf(`${TEXT} More.`, { key: `${KEY}-other` });
    await store.run(annotateWith(other, 'More'));
    const command = annotateWith(store.capture, 'It cost', { segments: [passage(other, 'More')] });
    await store.expectRefused(command, 'invalid-record', /missing/);
  });

  it('refuses parts of different articles', async () => {
    await store.expectRefused(
      annotateWith(store.capture, 'It cost', { articleKey: `${KEY}-2` }),
      'invalid-record',
      /another article/,
    );
    const mixed = { ...store.capture, article: { ...store.capture.article, key: `${KEY}-2` } };
    await store.expectRefused(annotateWith(mixed, 'It cost'), 'invalid-record', /another article/);
  });

  it('refuses paragraphs outside the text', async () => {
    const blocks = [{ start: 0, end: TEXT.length + 1, tag: 'p' }];
    const wrong = { ...store.capture, snapshot: { ...store.capture.snapshot, blocks } };
    await store.expectRefused(annotateWith(wrong, 'It cost'), 'invalid-record', /outside/);
  });

  it('refuses what does not fit its kind', async () => {
    const claim: ClaimReview = { status: 'unchecked', rating: null, summary: null, evidence: [] };
    for (const changes of [
      { kind: 'speaker', quoteType: 'direct' },
      { kind: 'claim', quoteType: 'direct', claim: claim },
      { kind: 'claim', quoteType: null, claim: null },
      { kind: 'quote', claim: claim },
      { kind: 'quote', probability: 0.5 },
    ] as const) {
      await store.expectRefused(annotateWith(store.capture, 'It cost', changes), 'invalid-record');
    }
  });

  it('refuses a speaker that is not stored', async () => {
    const { attribution } = annotateWith(store.capture, 'It cost').annotation;
    const command = annotateWith(store.capture, 'It cost', { attribution: { ...attribution, speakerId: newId() } });
    await store.expectRefused(command, 'speaker-gone');
  });

  it('refuses a record that lacks a field, and names it', async () => {
    const command = annotateWith(store.capture, 'It cost');
    Reflect.deleteProperty(command.annotation, 'note');
    await store.expectRefused(command, 'invalid-record', /annotation\.note/);
  });
});
