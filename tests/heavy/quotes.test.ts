import { describe, expect, it } from 'vitest';
import { suggestQuotes } from '../../lib/suggest/suggest-quotes';

const LENGTH = 200_000;

const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** The processor's time for it in ms, the least of three runs: other processes and the collector have no part in it. */
function timeOf(text: string): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    suggestQuotes(text, { lang: 'en' });
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

describe('quotes in a hostile text of 200,000 characters', () => {
  it.each([
    ['straight quotation marks', '"'],
    ['opening marks', '“'],
    ['closing marks', '”'],
    ['low marks that nothing closes', '„a '],
    ['single marks', "'"],
    ['nested marks', '“a ‘b '],
    ['marks that open each paragraph', '“abc def ghi\n\n'],
    ['opening parentheses', '('],
    ['closing parentheses', ')'],
    ['capitals', 'A'],
    ['capitalised words', 'Abc '],
    ['initials', 'A.'],
    ['commas', ','],
    ['dashes', '— '],
    ['possessives', "Mara's "],
    ['names joined by “of”', 'of Mara '],
    ['one verb of speech', 'said '],
    ['verbs of speech that are joined', 'and said '],
    ['statements without an end', 'said that '],
    ['relative clauses', 'who said '],
    ['attributions', 'Mara Lindqvist said, '],
    ['“according to”', 'according to '],
    ['quotes in one paragraph', '“Go now,” he said. '],
    ['speakers behind colons', 'Mara: “b c d” '],
    ['pronouns', 'Mara Lind, the mayor of X, said “a b c”. She said “x y z”. '],
  ])(
    'of %s take time in proportion to its length',
    (_, part) => {
      const eighth = timeOf(fill(part, LENGTH / 8));
      const whole = timeOf(fill(part, LENGTH));
      // Eight times the text: 8 when linear, 64 when quadratic; between them is room for noise.
      expect(whole).toBeLessThan(24 * Math.max(eighth, 10));
    },
    60_000,
  );
});
