import { describe, expect, it } from 'vitest';
import { checkWorthinessInArticle } from '../../lib/suggest/claims/score';
import { statementIn } from '../../lib/suggest/claims/statement';
import { suggestClaims } from '../../lib/suggest/claims/suggest-claims';

const LENGTH = 200_000;

/** Ends in a full stop, lest it be passed over as no prose. */
const fill = (part: string, length: number) => `${part.repeat(Math.ceil(length / part.length)).slice(0, length - 1)}.`;

/** The processor's time for it in ms, the least of three runs: other processes and the collector have no part in it. */
function timeOf(text: string): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    suggestClaims(text, { lang: 'en' });
    // A sentence so long is passed over; what is done to shorter ones must be linear all the same.
    statementIn(text);
    checkWorthinessInArticle(text, 'en');
    checkWorthinessInArticle(text, 'de');
    const { user } = process.cpuUsage(before);
    return user / 1000;
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
  ])(
    'of %s takes time in proportion to its length',
    (_, part) => {
      const eighth = timeOf(fill(part, LENGTH / 8));
      const whole = timeOf(fill(part, LENGTH));
      // Eight times the text: 8 when linear, 64 when quadratic; between them is room for noise.
      expect(whole).toBeLessThan(24 * Math.max(eighth, 10));
    },
    60_000,
  );
});
