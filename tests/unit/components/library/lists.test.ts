import { describe, expect, it } from 'vitest';
import { hitsIn } from '@/components/library/hits';
import { stepOf } from '@/components/library/list-keys';
import { ROW_HEIGHT, scrolledTo, windowOf } from '@/components/library/window-of';
import { parseQuery } from '@/lib/store/search-query';

describe('what is marked in a text', () => {
  const marked = (text: string, query: string) =>
    hitsIn(text, parseQuery(query).words)
      .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
      .join('');

  it('is what was searched for, or begins like it, with its case and accents', () => {
    expect(marked('The Señal fundamentally refunds a fund.', 'senal fund')).toBe(
      'The [Señal] [fundamentally] refunds a [fund].',
    );
    expect(marked('The fund, fundamentally', '"fund"')).toBe('The [fund], fundamentally');
  });

  it('is nothing where nothing was searched for', () => {
    expect(hitsIn('All of it', [])).toEqual([{ text: 'All of it', isHit: false }]);
    expect(hitsIn('', parseQuery('x').words)).toEqual([]);
  });
});

describe('a key in a list', () => {
  it('leads to a row that is there, or nowhere', () => {
    expect(stepOf('ArrowDown', -1, 3, 5)).toBe(0);
    expect(stepOf('ArrowDown', 2, 3, 5)).toBe(2);
    expect(stepOf('ArrowUp', 0, 3, 5)).toBe(0);
    expect(stepOf('PageDown', 1, 30, 5)).toBe(6);
    expect(stepOf('PageUp', 1, 30, 5)).toBe(0);
    expect([stepOf('Home', 7, 30, 5), stepOf('End', 7, 30, 5)]).toEqual([0, 29]);
    expect([stepOf('ArrowDown', -1, 0, 5), stepOf('x', 1, 3, 5)]).toEqual([null, null]);
  });
});

describe('the rows that are made of a long list', () => {
  it('are those in view and some around them', () => {
    const { start, end } = windowOf(100_000 * ROW_HEIGHT, 10 * ROW_HEIGHT, 200_000);
    expect(start).toBeLessThan(100_000);
    expect(end).toBeGreaterThan(100_010);
    expect(end - start).toBeLessThan(60);
    expect(windowOf(0, 800, 3)).toEqual({ start: 0, end: 3 });
  });

  it('stay the same while it is scrolled by less than a row', () => {
    expect(windowOf(10, 800, 500)).toEqual(windowOf(60, 800, 500));
  });

  it('are scrolled to only as far as it takes', () => {
    const height = 5 * ROW_HEIGHT;
    expect(scrolledTo(3, 0, height)).toBe(0);
    expect(scrolledTo(7, 0, height)).toBe(3 * ROW_HEIGHT);
    expect(scrolledTo(1, 4 * ROW_HEIGHT, height)).toBe(ROW_HEIGHT);
  });
});
