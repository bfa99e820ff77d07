import { describe, expect, it } from 'vitest';
import { anchoringWords } from '@/components/session/anchoring-words';
import { inReadingOrder } from '@/components/session/reading-order';
import type { Anchoring } from '@/lib/messaging';
import { annotationOf } from '../sample-session';

const anchoring = (change: Partial<Anchoring>): Anchoring => ({
  id: '00000000-0000-4000-8000-000000000001',
  status: 'exact',
  score: null,
  runnerUp: null,
  current: [],
  candidates: [],
  found: 1,
  attributionChanged: false,
  place: 0,
  ...change,
});

describe('reading order', () => {
  const late = annotationOf('twelve of the nineteen boats');
  const early = annotationOf('The ferry will sail again by May,');

  it('follows the page where places are known', () => {
    const places = new Map([
      [late.id, anchoring({ id: late.id, place: 1 })],
      [early.id, anchoring({ id: early.id, place: 2 })],
    ]);
    expect(inReadingOrder([early, late], places).map(({ annotation }) => annotation.id)).toEqual([late.id, early.id]);
  });

  it('puts what was not found last', () => {
    const places = new Map([[late.id, anchoring({ id: late.id, place: 1 })]]);
    expect(inReadingOrder([early, late], places).map(({ annotation }) => annotation.id)).toEqual([late.id, early.id]);
  });

  it('follows the snapshot where no place is known, and age where there is no position either', () => {
    const passage = {
      scope: 'page' as const,
      quote: { type: 'TextQuoteSelector' as const, exact: 'A caption', prefix: '', suffix: '' },
    };
    const second = annotationOf('told', { segments: [passage], createdAt: '2026-11-24T09:00:00.000Z' });
    const first = annotationOf('told', { segments: [passage], createdAt: '2026-11-24T08:30:00.000Z' });
    const order = inReadingOrder([second, late, first, early], new Map());
    expect(order.map(({ annotation }) => annotation)).toEqual([early, late, first, second]);
  });
});

describe('anchoring in words', () => {
  it('is silent when all is well, also for a passage that moved', () => {
    expect(anchoringWords(anchoring({}), 1)).toEqual([]);
    expect(anchoringWords(anchoring({ status: 'moved' }), 1)).toEqual([]);
    expect(anchoringWords(null, 1)).toEqual([]);
  });

  it('says what was not found', () => {
    expect(anchoringWords(anchoring({ status: 'orphan', found: 0 }), 1)).toEqual(['Not found on this page']);
    expect(anchoringWords(anchoring({ status: 'ambiguous', found: 0 }), 1)).toEqual(['Found in more than one place']);
    expect(anchoringWords(anchoring({ status: 'orphan', found: 1 }), 2)).toEqual(['1 of 2 parts found']);
  });

  it('says when an untouched quote stands in other words than before', () => {
    expect(anchoringWords(anchoring({ attributionChanged: true }), 1)).toEqual(['The words around it changed']);
  });
});
