import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anchor, type Place } from '@/lib/anchoring/anchor';
import { describeIn } from '@/lib/anchoring/describe';
import { indexText } from '@/lib/anchoring/text-index';

vi.setConfig({ testTimeout: 60_000 });

/** A sentence of an article in which many are alike: what was said, of what, how many, and by whom. */
interface Sentence {
  readonly number: number;
  readonly negated: boolean;
  readonly thing: string;
  readonly speaker: string;
}

const sentence: fc.Arbitrary<Sentence> = fc.record({
  number: fc.integer({ min: 2, max: 30 }),
  negated: fc.boolean(),
  thing: fc.constantFrom('school', 'bridge', 'pool', 'library'),
  speaker: fc.constantFrom('Ada Holm', 'Per Lund', 'Nils Berg', 'Eva Ek'),
});

const quoteOf = ({ number, negated, thing }: Sentence) =>
  `We will ${negated ? 'not ' : ''}spend ${number} million on the ${thing} next year`;
const textOf = (one: Sentence) => `“${quoteOf(one)},” said ${one.speaker}.`;

const sentences = (minLength: number, maxLength: number) =>
  fc.uniqueArray(sentence, { minLength, maxLength, selector: textOf });
/** A few sentences, or a long list. */
const article = fc.oneof({ weight: 4, arbitrary: sentences(4, 10) }, { weight: 1, arbitrary: sentences(15, 40) });
const breaks = fc.constantFrom(' ', '\n\n');

/** Where the quote of a sentence stands in the article. */
function placeOf(
  sentences: readonly Sentence[],
  at: number,
  gap: string,
): { text: string; start: number; end: number } {
  const start =
    sentences
      .slice(0, at)
      .map((one) => textOf(one) + gap)
      .join('').length + 1;
  const one = sentences[at];
  return { text: sentences.map(textOf).join(gap), start, end: start + (one ? quoteOf(one).length : 0) };
}

/** Records the quote of the sentence at `at`, and looks for it in the article as it is later. */
function later(before: readonly Sentence[], at: number, after: readonly Sentence[], gap: string): Place {
  const { text, start, end } = placeOf(before, at, gap);
  return anchor(indexText(after.map(textOf).join(gap)), describeIn(indexText(text), start, end));
}

const RUNS = { numRuns: 1_000 } as const;

describe('in an article of sentences that are alike', () => {
  it('a quote is found after other sentences were put in, taken out or exchanged, or said not to be', () => {
    fc.assert(
      fc.property(
        article,
        fc.nat(),
        fc.nat(),
        sentence,
        fc.nat({ max: 2 }),
        breaks,
        (before, n, m, fresh, change, gap) => {
          const at = n % before.length;
          const own = before[at] as Sentence;
          const after = [...before];
          const other = (at + 1 + (m % (before.length - 1))) % before.length;
          if (change === 0) after.splice(other, 0, fresh);
          if (change === 1) after.splice(other, 1);
          if (change === 2) {
            const third = (other + 1) % before.length;
            if (third !== at) [after[other], after[third]] = [after[third] as Sentence, after[other] as Sentence];
          }
          fc.pre(after.filter((one) => quoteOf(one) === quoteOf(own)).length === 1);
          const place = later(before, at, after, gap);
          if (!('start' in place)) return;
          const { start, end } = placeOf(after, after.indexOf(own), gap);
          expect(place).toMatchObject({ start, end });
          expect(place.status).not.toBe('changed');
        },
      ),
      RUNS,
    );
  });

  it('a quote that was corrected is found where it stands, as changed, or said not to be', () => {
    fc.assert(
      fc.property(article, fc.nat(), sentence, fc.nat({ max: 2 }), breaks, (before, n, fresh, what, gap) => {
        const at = n % before.length;
        const own = before[at] as Sentence;
        const now =
          what === 0
            ? { ...own, number: fresh.number }
            : what === 1
              ? { ...own, negated: !own.negated }
              : { ...own, thing: fresh.thing };
        fc.pre(quoteOf(now) !== quoteOf(own));
        const after = before.with(at, now);
        const place = later(before, at, after, gap);
        if (!('start' in place)) return;
        const { start, end } = placeOf(after, at, gap);
        expect(place).toMatchObject({ status: 'changed', start, end });
      }),
      RUNS,
    );
  });

  it('a quote that was deleted is found nowhere', () => {
    fc.assert(
      fc.property(article, fc.nat(), breaks, (before, n, gap) => {
        const at = n % before.length;
        expect(later(before, at, before.toSpliced(at, 1), gap)).not.toHaveProperty('start');
      }),
      RUNS,
    );
  });
});
