import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '@/components/session/reading-order';
import { anchoringOf, annotationOf } from '../sample-session';

describe('reading order', () => {
  const late = annotationOf('twelve of the nineteen boats');
  const early = annotationOf('The ferry will sail again by May,');

  it('follows the page where places are known', () => {
    const places = new Map([
      [late.id, anchoringOf({ id: late.id, place: 1 })],
      [early.id, anchoringOf({ id: early.id, place: 2 })],
    ]);
    expect(inReadingOrder([early, late], places).map(({ annotation }) => annotation.id)).toEqual([late.id, early.id]);
  });

  it('puts what was not found last', () => {
    const places = new Map([[late.id, anchoringOf({ id: late.id, place: 1 })]]);
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
