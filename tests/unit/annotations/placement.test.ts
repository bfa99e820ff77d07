import { describe, expect, it } from 'vitest';
import type { Segment } from '@/lib/annotations/passage';
import { type Decision, keptPlacement, type Placement, segmentsToAnchor } from '@/lib/annotations/placement';

const segment = (exact: string): Segment => ({
  scope: 'page',
  quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
});
const RECORDED = [segment('Prices rose by 3.4 percent')];

let count = 0;
const placement = (decision: Decision, ...words: string[]): Placement => ({
  id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  decision,
  segments: words.map(segment),
  at: '2026-11-24T08:00:00.000Z',
});
const placed = (...placements: Placement[]) => ({ segments: RECORDED, placements });
const wordsToAnchor = (...placements: Placement[]) =>
  segmentsToAnchor(placed(...placements)).map(({ quote }) => quote.exact);

describe('the passages to look for', () => {
  it('are those that were recorded as long as nothing was decided', () => {
    expect(segmentsToAnchor(placed())).toBe(RECORDED);
  });

  it.each(['accepted', 'chosen', 'selected'] as const)('are those that were %s', (decision) => {
    expect(wordsToAnchor(placement(decision, 'Prices rose by 3.1 percent'))).toEqual(['Prices rose by 3.1 percent']);
  });

  it('stay what they were when a new wording was declined', () => {
    expect(wordsToAnchor(placement('kept', 'Prices rose by 3.1 percent'))).toEqual(['Prices rose by 3.4 percent']);
    expect(wordsToAnchor(placement('accepted', 'by 3.1 percent'), placement('kept', 'by 2 percent'))).toEqual([
      'by 3.1 percent',
    ]);
  });

  it('are those that were decided on last', () => {
    expect(wordsToAnchor(placement('accepted', 'by 3.1 percent'), placement('selected', 'by 3 percent'))).toEqual([
      'by 3 percent',
    ]);
  });
});

describe('a wording that was declined', () => {
  const kept = placement('kept', 'Prices rose by 3.1 percent');

  it('is not asked about again, however it is broken into lines', () => {
    expect(keptPlacement(placed(kept), [segment('Prices rose by 3.1 percent')])).toBe(kept);
    expect(keptPlacement(placed(kept), [segment('Prices rose\n by 3.1 percent')])).toBe(kept);
  });

  it('says nothing of a further change, nor of one that was never seen', () => {
    expect(keptPlacement(placed(kept), [segment('Prices rose by 2.9 percent')])).toBeNull();
    expect(keptPlacement(placed(), [segment('Prices rose by 3.1 percent')])).toBeNull();
    expect(keptPlacement(placed(placement('accepted', 'a')), [segment('a')])).toBeNull();
  });

  it('stays declined when the page comes back to it after another one', () => {
    const other = placement('kept', 'Prices rose by 2.9 percent');
    expect(keptPlacement(placed(kept, other), [segment('Prices rose by 3.1 percent')])).toBe(kept);
  });

  it('is asked about again once the annotation has been placed anew', () => {
    const moved = placement('selected', 'Prices rose by 3.4 percent');
    expect(keptPlacement(placed(kept, moved), [segment('Prices rose by 3.1 percent')])).toBeNull();
  });

  it('is told by all parts, those with their own words among them', () => {
    const segments = [segment('We said'), segment('we would')];
    const decision = placement('kept', 'We said', 'we might');
    const annotation = { segments, placements: [decision] };
    expect(keptPlacement(annotation, [null, segment('we might')])).toBe(decision);
    expect(keptPlacement(annotation, [segment('We say'), segment('we might')])).toBeNull();
    expect(keptPlacement(annotation, [null, null])).toBeNull();
  });
});
