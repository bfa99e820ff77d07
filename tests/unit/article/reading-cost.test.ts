import { describe, expect, it } from 'vitest';
import { readingCost } from '@/lib/article/reading-cost';
import { pageOf } from './pages';

const nested = (levels: number, inside: string) => `${'<div>'.repeat(levels)}${inside}${'</div>'.repeat(levels)}`;

describe('what Readability has to do for a page', () => {
  it('is not counted where there is little, however it is nested', () => {
    expect(readingCost(pageOf(nested(300, '<p>Word</p>')), 4)).toBe(0);
  });

  it('grows with the number of elements around each element', () => {
    const flat = readingCost(pageOf('<p>x</p>'.repeat(2_000)), 2_000);
    const deep = readingCost(pageOf(nested(100, '<p>x</p>'.repeat(2_000))), 2_000);
    // Each of them stands in the document and its body.
    expect(flat).toBeGreaterThan(2 * 2_000);
    expect(deep).toBeGreaterThan(100 * 2_000);
    expect(deep).toBeLessThan(110 * 2_000);
  });

  it('grows with the number of elements around each character', () => {
    const text = 'x'.repeat(280_000);
    expect(readingCost(pageOf(nested(50, text)), text.length)).toBeGreaterThan(50 * 2_000);
    expect(readingCost(pageOf(text), text.length)).toBeLessThan(3 * 2_000);
  });

  it('leaves scripts and styles out, which are thrown away unread', () => {
    const text = 'x'.repeat(280_000);
    const page = pageOf(nested(50, `<script type="text/plain">${text}</script>`), `<style>${text}</style>`);
    expect(readingCost(page, 2 * text.length)).toBeLessThan(50 * 60);
  });
});
