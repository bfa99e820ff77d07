import { describe, expect, it } from 'vitest';
import { anchoringWords } from '@/components/session/anchoring-words';
import type { Annotation } from '@/lib/annotations/annotation';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { Anchoring } from '@/lib/messaging';
import { AT, anchoringOf, annotationOf, uuid } from '../sample-session';

const WORDS = 'twelve of the nineteen boats';
const annotation = annotationOf(WORDS);
const wordsFor = (change: Partial<Anchoring>, of: Annotation = annotation) =>
  anchoringWords({ annotation: of, anchoring: anchoringOf(change) });

const now: DescribedPassage = {
  scope: 'page',
  quote: { type: 'TextQuoteSelector', exact: 'ten of the nineteen boats', prefix: '', suffix: '' },
};

describe('anchoring in words', () => {
  it('is silent when all is well, also for a passage that moved', () => {
    expect(wordsFor({})).toEqual([]);
    expect(wordsFor({ status: 'moved' })).toEqual([]);
    expect(anchoringWords({ annotation, anchoring: null })).toEqual([]);
  });

  it('says what was not found', () => {
    const two = annotationOf(WORDS, { segments: [...annotation.segments, ...annotationOf('told').segments] });
    expect(wordsFor({ status: 'orphan', found: 0 })).toEqual(['Not found on this page']);
    expect(wordsFor({ status: 'ambiguous', found: 0 })).toEqual(['Found in more than one place']);
    expect(wordsFor({ status: 'orphan', found: 1 }, two)).toEqual(['1 of 2 parts found']);
  });

  it('says that the page changed, until that wording was declined', () => {
    const changed = { status: 'changed' as const, current: [now] };
    expect(wordsFor(changed)).toEqual(['Page changed here']);
    const kept = annotationOf(WORDS, { placements: [{ id: uuid(), decision: 'kept', segments: [now], at: AT }] });
    expect(wordsFor(changed, kept)).toEqual([]);
  });

  it('says when an untouched quote stands in other words than before', () => {
    expect(wordsFor({ attributionChanged: true })).toEqual([
      'Who said it may have changed: the words around this passage are different',
    ]);
  });
});
