import { describe, expect, it } from 'vitest';
import { readingCost } from '@/lib/article/reading-cost';
import { cloneForReadability } from '@/lib/article/traceable-clone';
import { pageOf } from './pages';

const nested = (levels: number, inside: string) => `${'<div>'.repeat(levels)}${inside}${'</div>'.repeat(levels)}`;
const costOf = (body: string) => readingCost(cloneForReadability(pageOf(body), false));

describe('what Readability has to do for a page', () => {
  it('grows with the number of elements around each element', () => {
    const flat = costOf('<p>x</p>'.repeat(2_000));
    const deep = costOf(nested(100, '<p>x</p>'.repeat(2_000)));
    // Each of them stands in the document, its html and its body.
    expect(flat).toBeGreaterThan(2 * 2_000);
    expect(flat).toBeLessThan(4 * 2_000);
    expect(deep).toBeGreaterThan(95 * 2_000);
    expect(deep).toBeLessThan(115 * 2_000);
  });

  it('grows with the number of elements around the longest text', () => {
    const text = 'x'.repeat(280_000);
    expect(costOf(nested(50, text))).toBeGreaterThan(50 * 2_000);
    expect(costOf(text)).toBeLessThan(4 * 2_000);
  });

  it('is next to nothing for an empty page', () => {
    expect(costOf('')).toBeLessThan(10);
  });
});
