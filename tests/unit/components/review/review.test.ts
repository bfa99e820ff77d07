import { describe, expect, it } from 'vitest';
import { addDismissed } from '@/components/review/dismissed';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Command } from '@/lib/annotations/command';
import { HASH, KEY, known, settle, speakerOf } from '../sample-session';
import {
  BELL,
  BOATS,
  COMMENT,
  FERRY,
  JUNE,
  PAID,
  QUAY,
  reportedSuggestions,
  SUGGESTIONS,
  sampleReview,
  storeAll,
} from './sample-review';

const annotationsIn = (commands: readonly Command[]): Annotation[] =>
  commands.flatMap((command) => (command.type === 'annotate' ? [command.annotation] : []));
const wordsOf = ({ segments }: Annotation) => segments.map(({ quote }) => quote.exact);
const speakersIn = (commands: readonly Command[]) =>
  commands.flatMap((command) => (command.type === 'createSpeaker' ? [command.speaker] : []));
const deletedIn = (commands: readonly Command[]) =>
  commands.flatMap((command) => (command.type === 'deleteAnnotation' ? [command.annotationId] : []));
const ordersIn = (suggestions: readonly { order: number }[] | null) => suggestions?.map(({ order }) => order);

const ELSEWHERE = 'https://other.example/a';

describe('accepting one suggestion', () => {
  it('tags all its parts, with speaker, role, mention and cue, as suggested', async () => {
    const sample = await sampleReview();
    sample.review.accept();
    await storeAll(sample);
    const [speaker] = speakersIn(sample.commands);
    expect(speaker).toMatchObject({ name: 'Ines Calder', role: 'harbour master' });
    const [annotation] = annotationsIn(sample.commands);
    expect(annotation).toMatchObject({
      kind: 'quote',
      quoteType: 'direct',
      origin: 'suggested',
      probability: 0.95,
      creator: 'M. Keller',
      attribution: {
        speakerId: speaker?.id,
        describedAs: 'harbour master',
        mention: { snapshot: HASH, quote: { exact: 'Ines Calder' } },
        cue: { quote: { exact: 'said' } },
      },
    });
    expect(annotation && wordsOf(annotation)).toEqual([FERRY, BOATS]);
  });

  it('goes on with the next, and takes a speaker in doubt because a person has seen who it is', async () => {
    const sample = await sampleReview();
    sample.review.move(1);
    sample.review.move(1);
    expect(sample.review.current.value?.segments).toEqual(SUGGESTIONS[2]?.segments);
    sample.review.accept();
    expect(sample.review.current.value?.order).toBe(3);
    await storeAll(sample);
    const [speaker] = speakersIn(sample.commands);
    expect(annotationsIn(sample.commands)[0]?.attribution).toMatchObject({
      speakerId: speaker?.id,
      mention: { quote: { exact: 'She' } },
    });
  });

  it('opens its editor when a person wants to change it', async () => {
    const { review, session, commands, acknowledge } = await sampleReview();
    review.acceptToEdit();
    const { editing } = session.draft.value;
    expect(session.focusWish.value).toEqual({ part: 'speaker', id: editing });
    await acknowledge();
    await acknowledge();
    expect(annotationsIn(commands)[0]?.id).toBe(editing);
  });

  it('offers again what could not be stored', async () => {
    const { review, acknowledge } = await sampleReview();
    review.accept();
    await settle();
    expect(ordersIn(review.offered.value)).toEqual([1, 2, 3]);
    await acknowledge();
    await acknowledge(new Error('The disk is full.'));
    expect(ordersIn(review.offered.value)).toEqual([0, 1, 2, 3]);
  });
});

describe('taking one back', () => {
  it('offers the way back where it was edited since, and nothing to tag once it has come back', async () => {
    const sample = await sampleReview();
    sample.review.accept();
    await storeAll(sample);
    const [quote] = annotationsIn(sample.commands);
    if (!quote) throw new Error('Nothing was tagged.');
    const edited = { ...quote, updatedAt: '2026-11-24T09:00:00.000Z' };
    await sample.holds([edited]);
    sample.review.undo();
    await storeAll(sample);
    expect(deletedIn(sample.commands)).toEqual([quote.id]);
    expect(sample.session.draft.value.deleted).toMatchObject({ id: quote.id });
    await sample.holds([]);
    expect(ordersIn(sample.review.offered.value)).toEqual([0, 1, 2, 3]);
    await sample.holds([edited]);
    expect(ordersIn(sample.review.offered.value)).toEqual([1, 2, 3]);
  });
});

describe('accepting all', () => {
  it('tags them one after the other and leaves open who is in doubt or not named', async () => {
    const sample = await sampleReview();
    sample.review.acceptAll();
    expect(sample.review.current.value).toBeNull();
    await settle();
    expect(sample.commands).toHaveLength(1);
    await storeAll(sample);
    const [speaker, ...others] = speakersIn(sample.commands);
    expect(others).toEqual([]);
    const annotations = annotationsIn(sample.commands);
    expect(annotations.map(wordsOf)).toEqual([[FERRY, BOATS], [BOATS], [PAID], [COMMENT]]);
    expect(annotations.map(({ attribution }) => attribution.speakerId)).toEqual([speaker?.id, speaker?.id, null, null]);
    // The words that name nobody say what is known of them; those in doubt may be of somebody else.
    expect(annotations.map(({ attribution }) => attribution.mention?.quote.exact ?? null)).toEqual([
      'Ines Calder',
      'Ines Calder',
      null,
      'A spokesman',
    ]);
    expect(annotations[3]?.attribution.describedAs).toBe('A spokesman');
  });

  it('links a claim with the quote that it stands in', async () => {
    const sample = await sampleReview();
    sample.review.acceptAll();
    await storeAll(sample);
    const [quote, claim] = annotationsIn(sample.commands);
    expect(claim).toMatchObject({
      kind: 'claim',
      probability: 0.8,
      links: [{ rel: 'claim-in-quote', target: quote?.id }],
    });
  });

  it('takes the claimant from the quote as a person has corrected it', async () => {
    const sample = await sampleReview();
    sample.review.accept();
    await storeAll(sample);
    const [quote] = annotationsIn(sample.commands);
    if (!quote) throw new Error('Nothing was tagged.');
    const other = speakerOf('Tom Brandt');
    const attribution = { ...quote.attribution, speakerId: other.id, mention: null };
    await sample.holds([{ ...quote, attribution }], [known(other)]);
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands)[1]).toMatchObject({
      kind: 'claim',
      attribution: { speakerId: other.id, mention: null },
    });
  });

  it('makes no claimant of the speaker of a quote that was dismissed', async () => {
    const sample = await sampleReview();
    sample.review.dismiss();
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands)[0]).toMatchObject({
      kind: 'claim',
      links: [],
      attribution: { speakerId: null, mention: null },
    });
    expect(speakersIn(sample.commands)).toEqual([]);
  });

  it('is taken back in one step', async () => {
    const sample = await sampleReview();
    sample.review.acceptAll();
    await storeAll(sample);
    const annotations = annotationsIn(sample.commands);
    await sample.holds(annotations);
    sample.review.undo();
    await storeAll(sample);
    expect(deletedIn(sample.commands)).toEqual(annotations.map(({ id }) => id));
    expect(ordersIn(sample.review.offered.value)).toEqual([0, 1, 2, 3]);
    expect(sample.review.canUndo.value).toBe(false);
  });

  it('is taken back but for what was edited since', async () => {
    const sample = await sampleReview();
    sample.review.acceptAll();
    await storeAll(sample);
    const [first, ...others] = annotationsIn(sample.commands);
    if (!first) throw new Error('Nothing was tagged.');
    await sample.holds([{ ...first, updatedAt: '2026-11-24T09:00:00.000Z' }, ...others]);
    sample.review.undo();
    await storeAll(sample);
    expect(deletedIn(sample.commands)).toEqual(others.map(({ id }) => id));
    expect(sample.session.announcement.value).toContain('changed since');
    expect(sample.session.draft.value.deleted).toBeNull();
    expect(ordersIn(sample.review.offered.value)).toEqual([1, 2, 3]);
  });

  it('links no claim with a quote that was deleted', async () => {
    const sample = await sampleReview();
    sample.review.accept();
    await storeAll(sample);
    await sample.holds(annotationsIn(sample.commands));
    await sample.holds([]);
    expect(sample.review.current.value?.kind).toBe('claim');
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands)[1]).toMatchObject({ kind: 'claim', links: [] });
  });

  it('links a claim with a quote that was tagged in an earlier wording', async () => {
    const before = await sampleReview();
    before.review.accept();
    await storeAll(before);
    const [quote] = annotationsIn(before.commands);
    if (!quote) throw new Error('Nothing was tagged.');
    const segments = quote.segments.map((segment) => ({ ...segment, snapshot: 'b'.repeat(64) }));
    const sample = await sampleReview({ annotations: [{ ...quote, segments }] });
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands)).toMatchObject([
      { kind: 'claim', links: [{ rel: 'claim-in-quote', target: quote.id }] },
    ]);
  });

  it('stops at what could not be stored', async () => {
    const { review, commands, acknowledge } = await sampleReview();
    review.acceptAll();
    await settle();
    await acknowledge();
    await acknowledge();
    await acknowledge(new Error('The disk is full.'));
    await settle();
    expect(annotationsIn(commands)).toHaveLength(2);
    expect(ordersIn(review.offered.value)).toEqual([1, 2, 3]);
  });
});

describe('what is offered', () => {
  it('is not what overlaps a passage of the same kind that is tagged', async () => {
    const sample = await sampleReview();
    sample.review.accept();
    await storeAll(sample);
    const [annotation] = annotationsIn(sample.commands);
    const other = await sampleReview({ annotations: annotation ? [annotation] : [] });
    await settle();
    expect(ordersIn(other.review.offered.value)).toEqual([1, 2, 3]);
  });

  it('is not what was dismissed in this article, today or before, until that is taken back', async () => {
    const { review, kept } = await sampleReview();
    review.dismiss();
    expect(ordersIn(review.offered.value)).toEqual([1, 2, 3]);
    await settle();
    const stored = Object.values(kept).flat() as string[];
    expect(Object.keys(kept)).toEqual([`dismissed:${KEY}`]);
    const later = await sampleReview({}, stored);
    expect(ordersIn(later.review.offered.value)).toEqual([1, 2, 3]);
    review.undo();
    expect(ordersIn(review.offered.value)).toEqual([0, 1, 2, 3]);
    await settle();
    expect(Object.values(kept)).toEqual([[]]);
  });

  it('is not what another view of the article has dismissed meanwhile', async () => {
    const { review, session, kept } = await sampleReview();
    await addDismissed(session.kept, KEY, 'quote:elsewhere');
    review.dismiss();
    review.dismiss();
    await settle();
    expect(kept[`dismissed:${KEY}`]).toHaveLength(3);
    review.undo();
    await settle();
    expect(kept[`dismissed:${KEY}`]).toEqual(['quote:elsewhere', expect.any(String)]);
  });

  it('forgets the oldest of very many that were dismissed', async () => {
    const { session, kept } = await sampleReview();
    for (let i = 0; i <= 200; i++) await addDismissed(session.kept, KEY, `quote:${i}`);
    expect(kept[`dismissed:${KEY}`]).toHaveLength(200);
    expect(kept[`dismissed:${KEY}`]).not.toContain('quote:0');
  });
});

describe('a name that is known', () => {
  it('from another article is asked about once before anything is stored', async () => {
    const sample = await sampleReview();
    const calder = speakerOf('Ines Calder', { role: 'harbour master' });
    await sample.holds([], [known(calder, [ELSEWHERE])]);
    sample.review.acceptAll();
    await settle();
    expect(sample.review.question.value).toMatchObject({ name: 'Ines Calder' });
    expect(sample.commands).toEqual([]);
    sample.review.answer(calder.id);
    expect(sample.review.question.value).toBeNull();
    await storeAll(sample);
    expect(speakersIn(sample.commands)).toEqual([]);
    expect(annotationsIn(sample.commands)[0]?.attribution.speakerId).toBe(calder.id);
  });

  it('may be somebody else, who gets one record for the article', async () => {
    const sample = await sampleReview();
    await sample.holds([], [known(speakerOf('Ines Calder'), [ELSEWHERE])]);
    sample.review.acceptAll();
    sample.review.answer(null);
    await storeAll(sample);
    const speakers = speakersIn(sample.commands);
    expect(speakers).toHaveLength(1);
    expect(annotationsIn(sample.commands)[0]?.attribution.speakerId).toBe(speakers[0]?.id);
  });

  it('is asked about again when the answer was taken back with what was accepted', async () => {
    const sample = await sampleReview();
    const calder = speakerOf('Ines Calder');
    await sample.holds([], [known(calder, [ELSEWHERE])]);
    sample.review.accept();
    sample.review.answer(calder.id);
    // Before it is stored: that takes its time.
    sample.review.undo();
    await storeAll(sample);
    expect(sample.commands).toEqual([]);
    sample.review.accept();
    expect(sample.review.question.value).toMatchObject({ name: 'Ines Calder' });
    sample.review.answer(null);
    await storeAll(sample);
    const [made] = speakersIn(sample.commands);
    expect(annotationsIn(sample.commands).map(({ attribution }) => attribution.speakerId)).toEqual([made?.id]);
  });

  it('in this article is the same person', async () => {
    const sample = await sampleReview();
    const calder = speakerOf('Ines Calder');
    await sample.holds([], [known(calder, [KEY]), known(speakerOf('Ines Calder'), [ELSEWHERE])]);
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands)[0]?.attribution.speakerId).toBe(calder.id);
  });

  it('is never matched by its surname', async () => {
    const sample = await sampleReview();
    await sample.holds([], [known(speakerOf('Calder'), [KEY]), known(speakerOf('Tom Calder'), [ELSEWHERE])]);
    sample.review.accept();
    await storeAll(sample);
    expect(speakersIn(sample.commands)).toHaveLength(1);
  });

  it('accepts nothing when the question is closed', async () => {
    const sample = await sampleReview();
    await sample.holds([], [known(speakerOf('Ines Calder'), [ELSEWHERE])]);
    sample.review.accept();
    sample.review.cancelQuestion();
    await settle();
    expect(sample.commands).toEqual([]);
    expect(ordersIn(sample.review.offered.value)).toEqual([0, 1, 2, 3]);
  });
});

describe('reported speech', () => {
  it('is offered only to whoever wants it', async () => {
    const without = await sampleReview({}, [], reportedSuggestions(false));
    expect(without.review.offered.value?.map(({ quoteType }) => quoteType)).toEqual(['direct']);
    const wanted = await sampleReview({}, [], reportedSuggestions(true));
    expect(wanted.review.offered.value?.map(({ quoteType }) => quoteType)).toEqual(['mixed', 'direct', 'indirect']);
  });

  it('gives way to the quotation in it when all are accepted', async () => {
    const sample = await sampleReview({}, [], reportedSuggestions(true));
    expect(sample.review.together.value).toHaveLength(2);
    sample.review.acceptAll();
    await storeAll(sample);
    expect(annotationsIn(sample.commands).map(wordsOf)).toEqual([[BELL], [JUNE]]);
    await sample.holds(annotationsIn(sample.commands));
    expect(sample.review.offered.value).toEqual([]);
  });

  it('takes the place of the quotation in it where a person accepts it', async () => {
    const sample = await sampleReview({}, [], reportedSuggestions(true));
    sample.review.accept();
    await storeAll(sample);
    expect(annotationsIn(sample.commands).map(wordsOf)).toEqual([[QUAY]]);
    await sample.holds(annotationsIn(sample.commands));
    expect(sample.review.offered.value?.map(({ quoteType }) => quoteType)).toEqual(['indirect']);
  });
});
