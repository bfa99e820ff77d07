import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anchor, type Place, type Recorded } from '@/lib/anchoring/anchor';
import { describeIn } from '@/lib/anchoring/describe';
import { fold } from '@/lib/anchoring/fold';
import { indexText } from '@/lib/anchoring/text-index';

vi.setConfig({ testTimeout: 60_000 });

const split = (words: string) => words.split(' ');
/** The words of passages, and those of what stands around them: a passage never occurs again by chance. */
const INSIDE = split(
  'harbour council night budget winter quote mayor bridge number seven storm lamp choir island paper letter wall road ' +
    'never always raise taxes people three report figures autumn chairman rain wind',
);
const OUTSIDE = split(
  'ferry town school truck summer boat window answer question silence morning kitchen sea roof house point light keeper ' +
    'brother office pier clerk vote meeting kiosk gate bell coast market crew',
);
const MARKS = [' ', ' ', ' ', ' ', ', ', '. ', ' — ', '\n\n', ': “', '” '];

const prose = (words: readonly string[], minLength: number, maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...MARKS)), { minLength, maxLength })
    .map((pairs) => pairs.map(([word, mark]) => word + mark).join(''));
const around = (minLength: number) => prose(OUTSIDE, minLength, 60);

/** No word of it twice: whatever of it is left, it is clear which part. */
const passage = (minLength: number) =>
  fc
    .tuple(
      fc.shuffledSubarray(INSIDE, { minLength, maxLength: 25 }),
      fc.array(fc.constantFrom(...MARKS), { minLength: 25, maxLength: 25 }),
    )
    .map(([words, marks]) => words.map((word, i) => (i === 0 ? word : (marks[i] ?? ' ') + word)).join(''));

/** What pages hold besides prose: halves of pairs, marks of direction, letters in pieces, emoji, nothing but marks. */
const ODDITIES = [
  ...['\ud800', '\udc00', '\u200f', '\u202e', '\u00ad', '\u200b', 'e\u0301', '\u0301', '👩‍👩‍👧', '\u0000', '\ufeff'],
  ...['\u1112\u1161\u11ab', 'ﬁ', 'שלום', 'مرحبا', '不会', '。', '…', '""', "'", '--', '.', ' ', '\n', '\u00a0'],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...ODDITIES, 'ferry', 'town'), { maxLength: 40 }).map((pieces) => pieces.join('')),
);

/** A text and a stretch of it that holds more than white space. */
const textAndSpan = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(), fc.nat())
    .filter(([text]) => text.trim() !== '')
    .map(([text, a, b]) => {
      const start = a % text.length;
      return { text, start, end: start + 1 + (b % (text.length - start)) };
    })
    .filter(({ text, start, end }) => text.slice(start, end).trim() !== '');

/** The place is that of `text.slice(start, end)`, white space and what can't be seen at its ends aside. */
function expectPlace(place: Place, text: string, start: number, end: number): void {
  if (!('start' in place)) throw new Error(`The passage was not found: ${place.status}.`);
  expect(fold(text.slice(place.start, place.end)).trim()).toBe(fold(text.slice(start, end)).trim());
  const between = text.slice(Math.min(start, place.start), Math.max(start, place.start));
  expect(fold(between).trim()).toBe('');
}

/** A passage with what stands around it. */
function stand(head: string, quote: string, tail: string): { text: string; start: number; end: number } {
  const start = head.length + 2;
  return { text: `${head}\n\n${quote} ${tail}`, start, end: start + quote.length };
}

const recordIn = ({ text, start, end }: ReturnType<typeof stand>): Recorded => describeIn(indexText(text), start, end);

/** Puts words in, takes words out, or puts other words in their place, here and there. */
const edits = fc.array(fc.record({ at: fc.nat(), take: fc.nat({ max: 3 }), give: prose(OUTSIDE, 0, 4) }), {
  maxLength: 6,
});

function edited(text: string, changes: readonly { at: number; take: number; give: string }[]): string {
  const words = split(text);
  for (const { at, take, give } of changes) words.splice(at % (words.length + 1), take, ...split(give.trim()));
  return words.join(' ');
}

describe('for any text and any passage of it', () => {
  it('a passage that was described is found where it was', () => {
    fc.assert(
      fc.property(textAndSpan(fc.oneof(around(1), anyText)), ({ text, start, end }) => {
        const place = anchor(indexText(text), recordIn({ text, start, end }));
        expect(place.status).toBe('exact');
        expectPlace(place, text, start, end);
      }),
    );
  });

  it('its words alone lead to the same place, or to none', () => {
    fc.assert(
      fc.property(textAndSpan(around(1)), ({ text, start, end }) => {
        const { quote } = recordIn({ text, start, end });
        const place = anchor(indexText(text), { quote });
        if ('start' in place) expectPlace(place, text, start, end);
      }),
    );
  });

  it('not even characters cut in two lead to a place elsewhere', () => {
    fc.assert(
      fc.property(textAndSpan(anyText), ({ text, start, end }) => {
        const { quote } = recordIn({ text, start, end });
        const place = anchor(indexText(text), { quote });
        if (!('start' in place)) return;
        expect(place.start).toBeLessThan(end);
        expect(place.end).toBeGreaterThan(start);
      }),
    );
  });

  it('nothing that was recorded, and nothing it is looked for in, makes the search fail', () => {
    const quote = fc.record({
      type: fc.constant('TextQuoteSelector' as const),
      exact: anyText.map((text) => text || '.'),
      prefix: anyText,
      suffix: anyText,
    });
    const { hints: known } = describeIn(indexText('ferry town school'), 6, 10);
    const hints = fc
      .record({ before: anyText, after: anyText, text: fc.constantFrom('', known.text), start: fc.nat() })
      .map((odd) => ({ ...known, ...odd }));
    const recorded = fc.oneof(fc.record({ quote }), fc.record({ quote, hints }));
    fc.assert(
      fc.property(anyText, recorded, (text, passage) => {
        const place = anchor(indexText(text), passage);
        for (const { start, end } of 'start' in place ? [place] : place.candidates) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('for any edits', () => {
  it('outside of it, a passage is found or said not to be: never is another text', () => {
    let found = 0;
    fc.assert(
      fc.property(around(0), passage(5), around(0), edits, edits, (head, quote, tail, above, below) => {
        const recorded = recordIn(stand(head, quote, tail));
        const now = stand(edited(head, above), quote, edited(tail, below));
        const place = anchor(indexText(now.text), recorded);
        if (!('start' in place)) return;
        found++;
        expect(place.status).toMatch(/exact|moved/);
        expectPlace(place, now.text, now.start, now.end);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(400);
  });

  it('a passage that was deleted is never found in other words', () => {
    fc.assert(
      fc.property(around(10), passage(8), around(10), edits, (head, quote, tail, below) => {
        const recorded = recordIn(stand(head, quote, tail));
        const now = `${head}\n\n${edited(tail, below)}`;
        expect(anchor(indexText(now), recorded).status).toMatch(/orphan|ambiguous/);
      }),
      { numRuns: 500 },
    );
  });

  it('with a single word of it changed, a passage is never called unchanged, and its place is the right one or none', () => {
    let found = 0;
    fc.assert(
      fc.property(around(10), passage(8), around(10), fc.nat(), (head, quote, tail, at) => {
        const recorded = recordIn(stand(head, quote, tail));
        const words = split(quote);
        words[at % words.length] = 'zebra';
        const now = stand(head, words.join(' '), tail);
        const place = anchor(indexText(now.text), recorded);
        expect(place.status).not.toMatch(/exact|moved/);
        if (!('start' in place)) return;
        found++;
        expect(Math.abs(place.start - now.start)).toBeLessThanOrEqual(2);
        expect(Math.abs(place.end - now.end)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(400);
  });

  it('words that are called unchanged are unchanged, in a text of few words as well', () => {
    fc.assert(
      fc.property(textAndSpan(prose(OUTSIDE.slice(0, 6), 3, 60)), edits, ({ text, start, end }, changes) => {
        const now = edited(text, changes);
        const place = anchor(indexText(now), recordIn({ text, start, end }));
        if (!('start' in place) || place.status === 'changed') return;
        expect(fold(now.slice(place.start, place.end)).trim()).toBe(fold(text.slice(start, end)).trim());
      }),
      { numRuns: 500 },
    );
  });
});
