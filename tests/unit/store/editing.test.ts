import { describe, expect, it } from 'vitest';
import type { Capture } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import { at, captureOf, headline, KEY, passage, speakerNamed, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();

describe('editing', () => {
  const update = (annotationId: string, patch: object, given: Capture | null = null) =>
    ({ ...base(), type: 'updateAnnotation', annotationId, patch, capture: given }) as const;

  it('changes what the patch names and nothing else', async () => {
    const annotation = await store.tagged();
    const patch = { quoteType: 'mixed', tags: ['bridge'], note: 'check', attribution: { describedAs: 'mayor' } };
    await store.run(update(annotation.id, patch));
    expect(await store.db.annotations.get(annotation.id)).toEqual({
      ...annotation,
      quoteType: 'mixed',
      tags: ['bridge'],
      note: 'check',
      attribution: { ...annotation.attribution, describedAs: 'mayor' },
      updatedAt: at(4),
    });
  });

  it('takes a field that is undefined for one that was left out', async () => {
    const annotation = await store.tagged();
    const cue = passage(store.capture, 'said');
    await store.run(update(annotation.id, { attribution: { cue, speakerId: undefined, describedAs: undefined } }));
    expect((await store.db.annotations.get(annotation.id))?.attribution).toEqual({ ...annotation.attribution, cue });
  });

  it('stores a mention and a cue, and the new wording they were read in', async () => {
    const annotation = await store.tagged();
    const edited = await captureOf(`${TEXT} Ada Brown explained.`);
    const attribution = { mention: passage(store.capture, 'mayor Ada Brown'), cue: passage(edited, 'explained') };
    await store.run(update(annotation.id, { attribution }, edited));
    expect((await store.db.annotations.get(annotation.id))?.attribution).toMatchObject(attribution);
    expect(await store.db.snapshots.count()).toBe(2);
  });

  it('refuses a cue in a wording that is not stored', async () => {
    const annotation = await store.tagged();
    const edited = await captureOf(`${TEXT} Ada Brown explained.`);
    const attribution = { cue: passage(edited, 'explained') };
    await store.expectRefused(update(annotation.id, { attribution }), 'invalid-record', /missing/);
  });

  it('refuses what was read in another article', async () => {
    const annotation = await store.tagged();
    const other = await captureOf(TEXT, { key: `${KEY}-2` });
    await store.expectRefused(update(annotation.id, {}, other), 'invalid-record', /another article/);
  });

  it('reviews a claim, and only a claim', async () => {
    const review = { status: 'unchecked' as const, rating: null, summary: null, evidence: [] };
    const claim = await store.tagged('It cost 40 million crowns', { kind: 'claim', quoteType: null, claim: review });
    const quote = await store.tagged();
    await store.run(update(claim.id, { claim: { status: 'disputed', rating: 'too low' } }));
    expect((await store.db.annotations.get(claim.id))?.claim).toEqual({
      ...review,
      status: 'disputed',
      rating: 'too low',
    });
    await store.expectRefused(update(quote.id, { claim: { status: 'false' } }), 'invalid-record', /claim/);
    await store.expectRefused(update(claim.id, { quoteType: 'direct' }), 'invalid-record', /quote/);
  });

  it('refuses a speaker that is not stored', async () => {
    const annotation = await store.tagged();
    await store.expectRefused(
      update(annotation.id, { attribution: { speakerId: newId() } }),
      'speaker-gone',
      /speaker/,
    );
  });

  it('refuses to change what is deleted or was never there', async () => {
    const annotation = await store.tagged();
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: annotation.id });
    const segment = passage(store.capture, 'in two years.');
    for (const annotationId of [annotation.id, newId()]) {
      await store.expectRefused(update(annotationId, { note: 'late' }), 'passage-deleted');
      await store.expectRefused(
        { ...base(), type: 'addSegment', annotationId, segment, capture: store.capture },
        'passage-deleted',
      );
    }
  });
});

describe('adding a segment', () => {
  const add = (annotationId: string, exact: string, from = store.capture) =>
    ({ ...base(), type: 'addSegment', annotationId, segment: passage(from, exact), capture: from }) as const;

  const wordsOf = async (id: string) => (await store.db.annotations.get(id))?.segments.map(({ quote }) => quote.exact);

  it('goes on with a quote after its cue', async () => {
    const { id } = await store.tagged();
    await store.run(add(id, 'in two years.'));
    expect(await wordsOf(id)).toEqual(['We built it,', 'in two years.']);
    expect((await store.db.annotations.get(id))?.updatedAt).toBe(at(4));
  });

  it('keeps the reading order, whichever part was tagged first', async () => {
    const { id } = await store.tagged('in two years.');
    await store.run(add(id, 'It cost'));
    await store.run(add(id, 'We built it,'));
    expect(await wordsOf(id)).toEqual(['We built it,', 'in two years.', 'It cost']);
  });

  it('puts a passage of a newer wording last, and keeps that wording', async () => {
    const { id } = await store.tagged('in two years.');
    const edited = await captureOf(`Correction. ${TEXT}`);
    await store.run(add(id, 'We built it,', edited));
    expect(await wordsOf(id)).toEqual(['in two years.', 'We built it,']);
    expect(await store.db.snapshots.count()).toBe(2);
  });

  it('takes words at a place that is part of the quote in another wording only', async () => {
    const { id } = await store.tagged('We built it,');
    const edited = await captureOf(TEXT.replace('We built it,', 'Our builders built it,'));
    await store.run(add(id, 'builders built', edited));
    expect(await wordsOf(id)).toEqual(['We built it,', 'builders built']);
  });

  it('refuses words that are part of the quote already', async () => {
    const { id } = await store.tagged('We built it,');
    await store.expectRefused(add(id, 'built'), 'already-part');
    await store.run({ ...add(id, 'It cost'), segment: headline });
    await store.expectRefused({ ...add(id, 'It cost'), segment: headline }, 'already-part');
  });

  it('refuses words that are not at their place', async () => {
    const { id } = await store.tagged();
    const segment = passage(store.capture, 'It cost');
    const wrong = { ...segment, quote: { ...segment.quote, exact: 'It lost' } };
    await store.expectRefused({ ...add(id, 'It cost'), segment: wrong }, 'invalid-record', /words/);
  });
});

describe('deleting', () => {
  it('leaves a tombstone, and can be undone', async () => {
    const annotation = await store.tagged();
    await store.run({ ...base(5), type: 'deleteAnnotation', annotationId: annotation.id });
    expect(await store.db.annotations.get(annotation.id)).toEqual({
      ...annotation,
      deletedAt: at(5),
      updatedAt: at(5),
    });
    await store.run({ ...base(6), type: 'restoreAnnotation', annotationId: annotation.id });
    expect(await store.db.annotations.get(annotation.id)).toEqual({ ...annotation, updatedAt: at(6) });
  });

  it('twice counts from the first time', async () => {
    const annotation = await store.tagged();
    await store.run({ ...base(5), type: 'deleteAnnotation', annotationId: annotation.id });
    await store.run({ ...base(9), type: 'deleteAnnotation', annotationId: annotation.id });
    expect((await store.db.annotations.get(annotation.id))?.deletedAt).toBe(at(5));
  });

  it('of what was never there is refused, and so is its undoing', async () => {
    await store.expectRefused({ ...base(), type: 'deleteAnnotation', annotationId: newId() }, 'passage-gone');
    await store.expectRefused({ ...base(), type: 'restoreAnnotation', annotationId: newId() }, 'passage-purged');
  });
});

describe('speakers', () => {
  it('are made and named in one step', async () => {
    const annotation = await store.tagged();
    const attribution = { cue: passage(store.capture, 'said') };
    const patch = { ...base(), type: 'updateAnnotation', annotationId: annotation.id, patch: { attribution } } as const;
    await store.run({ ...patch, capture: null });
    const speaker = speakerNamed('Ada Brown');
    await store.run({ ...base(7), type: 'createSpeaker', speaker, annotationId: annotation.id });
    expect(await store.db.speakers.toArray()).toEqual([speaker]);
    expect(await store.db.annotations.get(annotation.id)).toEqual({
      ...annotation,
      attribution: { ...annotation.attribution, ...attribution, speakerId: speaker.id },
      updatedAt: at(7),
    });
  });

  it('of one name stay two', async () => {
    await store.run({ ...base(), type: 'createSpeaker', speaker: speakerNamed('Ada Brown'), annotationId: null });
    await store.run({ ...base(), type: 'createSpeaker', speaker: speakerNamed('Ada Brown'), annotationId: null });
    expect(await store.db.speakers.where('name').equals('Ada Brown').count()).toBe(2);
  });

  it('are not overwritten by one that comes with the same id', async () => {
    const speaker = speakerNamed('Ada Brown');
    await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId: null });
    await store.run({ ...base(), type: 'createSpeaker', speaker: { ...speaker, name: 'Bea' }, annotationId: null });
    expect(await store.db.speakers.toArray()).toEqual([speaker]);
  });

  it('are not made for an annotation that is gone', async () => {
    const speaker = speakerNamed('Ada Brown');
    await store.expectRefused({ ...base(), type: 'createSpeaker', speaker, annotationId: newId() }, 'passage-deleted');
  });

  it('can be edited, the name without spaces around it', async () => {
    const speaker = speakerNamed('Ada Brown');
    await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId: null });
    const patch = { name: ' Ada Browne ', role: 'former mayor' };
    await store.run({ ...base(8), type: 'updateSpeaker', speakerId: speaker.id, patch });
    expect(await store.db.speakers.get(speaker.id)).toEqual({
      ...speaker,
      name: 'Ada Browne',
      role: 'former mayor',
      updatedAt: at(8),
    });
    await store.expectRefused(
      { ...base(), type: 'updateSpeaker', speakerId: speaker.id, patch: { name: '  ' } },
      'invalid-record',
    );
    await store.expectRefused({ ...base(), type: 'updateSpeaker', speakerId: newId(), patch }, 'speaker-gone');
  });
});
