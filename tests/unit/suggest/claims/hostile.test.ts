import { describe, expect, it } from 'vitest';
import { suggestClaims } from '@/lib/suggest/claims/suggest-claims';

const LENGTH = 200_000;
const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** The fastest of three runs, in ms: what a busy machine adds is not the text's fault. */
function timeOf(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    suggestClaims(text, { lang: 'en' });
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('a hostile text of 200,000 characters', () => {
  it.each([
    ['digits', '7'],
    ['figures', '1,000 '],
    ['numbers with separators', '1.1,1:'],
    ['capitals', 'A'],
    ['capitalised words', 'Said Xx '],
    ['initials', 'A. '],
    ['straight quotation marks', '"'],
    ['curly quotation marks', '“'],
    ['closing marks after commas', ',” '],
    ['parentheses', '('],
    ['apostrophes', "a'"],
    ['commas and cues', 'x, he said '],
    ['“according to”', 'According to '],
    ['colons', 'A: '],
    ['dashes', 'a-'],
    ['spaces', ' '],
    ['new lines', '\n.'],
    ['“in the only first of”', 'in the first of only '],
    ['short sentences', 'He paid $40 million in 2012. '],
  ])('of %s takes time in proportion to its length', (_, part) => {
    timeOf(fill(part, LENGTH / 8));
    const quarter = timeOf(fill(part, LENGTH / 4));
    const whole = timeOf(fill(part, LENGTH));
    // Four times the text: 4 when linear, 16 when quadratic.
    expect(whole).toBeLessThan(8 * Math.max(quarter, 40));
  });
});
