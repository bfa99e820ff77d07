import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeFlag, compareWordings } from '@/lib/anchoring/changes';
import { fold } from '@/lib/anchoring/fold';

/** The parts as one line: [-removed-] and {+added+}. */
function marked(recorded: string, current: string, lang: string | null = 'en'): string {
  const sign = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return compareWordings(recorded, current, lang)
    .parts.map(({ kind, text }) => sign[kind][0] + text + sign[kind][1])
    .join('');
}

const flags = (recorded: string, current: string, lang: string | null = 'en') =>
  compareWordings(recorded, current, lang).flags;
const summary = (recorded: string, current: string, lang: string | null = 'en') =>
  compareWordings(recorded, current, lang).summary;

describe('comparing two wordings', () => {
  it('marks whole words, with the white space that comes or goes with them', () => {
    expect(marked('We will raise taxes.', 'We will not raise taxes.')).toBe('We will{+ not+} raise taxes.');
    expect(marked('Prices rose by 3.4 percent.', 'Prices rose by 3.1 percent.')).toBe(
      'Prices rose by [-3.4-]{+3.1+} percent.',
    );
    expect(marked('Now we wait', 'we wait')).toBe('[-Now -]we wait');
    expect(marked('we wait', 'we wait here')).toBe('we wait{+ here+}');
    expect(marked('', 'new words')).toBe('{+new words+}');
    expect(marked('', '')).toBe('');
  });

  it.each([
    ['the style of marks', '"It isn\'t over," she said.', '“It isn’t over,” she said.'],
    ['guillemets', '„Wir warten“, sagte sie.', '»Wir warten«, sagte sie.'],
    ['French spaces', '« On attend », dit-elle : oui !', '“On attend”, dit-elle: oui!'],
    ['single for double marks', '‘We wait,’ he said.', '“We wait,” he said.'],
    ['doubled marks', "''We wait,'' he said.", '"We wait," he said.'],
    ['dashes', 'The plan - all of it - failed.', 'The plan—all of it—failed.'],
    ['kinds of white space', 'a budget of 12 000 euros', 'a budget\nof 12\u202f000\u00a0euros'],
    ['soft hyphens', 'the rail\u00adway com\u00adpany', 'the railway company'],
    ['zero-width spaces', 'the rail\u200bway', 'the railway'],
    ['composed letters', 'the cafe\u0301', 'the caf\u00e9'],
    ['the ellipsis', 'Well... no', 'Well… no'],
  ])('takes %s for no change', (_, recorded, current) => {
    const { parts, flags, summary } = compareWordings(recorded, current, 'en');
    expect(parts).toEqual([{ kind: 'same', text: recorded }]);
    expect(flags).toEqual([]);
    expect(summary).toBeNull();
  });

  it.each<[ChangeFlag, string, string, string | null]>([
    ['number', 'a rise of 3.4 percent', 'a rise of 3.1 percent', 'en'],
    ['number', 'some 1,200 people', 'some 12,000 people', 'en'],
    ['number', 'some three people', 'some four people', 'en'],
    ['number', 'for $3 a head', 'for €3 a head', 'en'],
    ['number', 'by 3% this year', 'by 3 this year', 'en'],
    ['number', 'three million people', 'three billion people', 'en'],
    ['number', 'at -3 degrees', 'at 3 degrees', 'en'],
    ['number', 'rund zwei Millionen Menschen', 'rund zwei Milliarden Menschen', 'de'],
    ['number', 'il y a deux ans', 'il y a trois ans', 'fr'],
    ['number', 'hace dos años', 'hace tres años', 'es'],
    ['number', '三千人参加了', '五千人参加了', 'zh'],
    ['number', 'نحو ٣٠٠ شخص', 'نحو ٤٠٠ شخص', 'ar'],
    ['negation', 'We will raise taxes', 'We will not raise taxes', 'en'],
    ['negation', 'We can’t pay', 'We can pay', 'en'],
    ['negation', 'Nobody was told', 'Everybody was told', 'en'],
    ['negation', 'done without a permit', 'done with a permit', 'en'],
    ['negation', 'She did not say he would', 'She did say he would not', 'en'],
    ['negation', 'Das ist nicht wahr', 'Das ist wahr', 'de'],
    ['negation', 'Es gibt keinen Plan', 'Es gibt einen Plan', 'de'],
    ['negation', 'Ce n’est pas vrai', 'C’est vrai', 'fr'],
    ['negation', 'Nunca lo he dicho', 'Siempre lo he dicho', 'es'],
    ['negation', 'Non lo voglio', 'Lo voglio', 'it'],
    ['negation', 'Ele não vai pagar', 'Ele vai pagar', 'pt'],
    ['negation', 'Dat is niet waar', 'Dat is waar', 'nl'],
    ['negation', 'Vi kommer inte att betala', 'Vi kommer att betala', 'sv'],
    ['negation', '我们不会加税', '我们会加税', 'zh'],
    ['negation', '増税しない', '増税する', 'ja'],
    ['negation', 'Ce n’est pas vrai', 'C’est vrai', null],
    ['name', 'the bill that Holm signed', 'the bill that Lund signed', 'en'],
    ['name', 'Ada Holm signed it', 'Eva Holm signed it', 'en'],
    ['name', 'Holm', 'Lund', 'en'],
    ['name', 'the bill, said Mayor Holm', 'the bill, said the mayor', 'en'],
    ['name', 'Das sagte Holm gestern', 'Das sagte Lund gestern', 'de'],
    ['quotation-marks', 'a “tax on rain” it was', 'a tax on rain it was', 'en'],
    ['quotation-marks', 'a tax on rain it was', 'a "tax on rain" it was', 'en'],
    ['quotation-marks', 'the ‘tax’ came', 'the tax came', 'en'],
    ['quotation-marks', '“We go” home', '“We go home”', 'en'],
    ['quotation-marks', '彼は「雨」と言った', '彼は雨と言った', 'ja'],
  ])('flags a changed %s: %s | %s', (flag, recorded, current, lang) => {
    expect(flags(recorded, current, lang)).toContain(flag);
    expect(flags(current, recorded, lang)).toContain(flag);
  });

  it.each([
    ['a figure written out', 'after 3 years', 'after three years', 'en'],
    ['another way to group digits', 'some 1200 people', 'some 1,200 people', 'en'],
    ['another word for percent', 'by 3% at least', 'by 3 per cent at least', 'en'],
    ['German separators', 'um 1.200,50 Euro', 'um 1200,50 Euro', 'de'],
    ['a contraction undone', 'We won’t pay', 'We will not pay', 'en'],
    ['nobody for no one', 'Nobody was told', 'No one was told', 'en'],
    ['a comma that leaves a quote', '“We go,” she said', '“We go”, she said', 'en'],
    ['an apostrophe', 'the workers’ union', 'the workers union', 'en'],
    ['a capital at the start of a sentence', 'It rained. Then it stopped', 'It rained. Soon it stopped', 'en'],
    ['a title in small letters', 'as the President said', 'as the president said', 'en'],
    ['a German noun', 'Er will die Steuer senken', 'Er will die Abgabe senken', 'de'],
    ['a word of another language', 'ohne of the pier', 'with of the pier', 'en'],
    ['another tense', 'he says it rains', 'he said it rained', 'en'],
  ])('flags nothing for %s', (_, recorded, current, lang) => {
    expect(flags(recorded, current, lang)).toEqual([]);
    expect(marked(recorded, current, lang)).not.toBe(recorded);
  });

  it('says in a few words what changed, and what matters most first', () => {
    expect(summary('Prices rose by 3.4 percent.', 'Prices rose by 3.1 percent.')).toBe('3.4 → 3.1 percent');
    expect(summary('We will raise taxes.', 'We will not raise taxes.')).toBe('will → will not');
    expect(summary('We will not raise taxes.', 'We will raise taxes.')).toBe('will not → will');
    expect(summary('Never again, he said', 'again, he said')).toBe('Never again → again');
    expect(summary('The big ship left at 3 in fog.', 'The small ship left at 4 in fog.')).toBe('3 → 4 in');
    expect(summary('The same.', 'The same.')).toBeNull();
  });

  it('shows quotation marks that came or went around the words that they stand around', () => {
    const plain = 'what she called a tax on rain in May';
    const quoted = 'what she called “a tax on rain” in May';
    expect(summary(quoted, plain)).toBe('“a tax on rain” → a tax on rain');
    expect(summary(plain, quoted)).toBe('a tax on rain → “a tax on rain”');
    expect(summary('It is “safe now', 'It is safe now')).toBe('“safe → safe');
    expect(summary('It is safe” now', 'It is safe now')).toBe('safe” → safe');
  });

  it('keeps the summary short, whatever has changed', () => {
    const long = 'a stretch of many words that goes on for far longer than any line of a list '.repeat(3);
    expect(summary(`Start ${long}end`, 'Start with another ending altogether, and of some length at that')).toMatch(
      /→/,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 200 }), (a, b) => {
        expect(summary(a, b)?.length ?? 0).toBeLessThanOrEqual(60);
      }),
    );
  }, 30_000);

  it('loses nothing: the parts are both texts, for any two of them', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'we|will|not| |  |\n|"|“|’|\'|,|.|-|—|3.4|Holm|不会'.split('|')),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const bare = (value: string) =>
      fold(value)
        .replace(/\s/g, '')
        .replace(/(["-])\1+/g, '$1');
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('en', 'de', 'ja', 'no-such-language', null),
        (recorded, current, lang) => {
          const { parts } = compareWordings(recorded, current, lang);
          const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
          expect(without('added')).toBe(recorded);
          expect(bare(without('removed'))).toBe(bare(current));
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);

  it('gives the current text to the letter where typography did not change', () => {
    const word = fc.constantFrom('we', 'will', 'not', 'raise', 'taxes', '3.4', 'percent,', 'Holm', '“said”');
    const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (recorded, current) => {
        const { parts } = compareWordings(recorded, current, 'en');
        expect(parts.flatMap((part) => (part.kind === 'removed' ? [] : [part.text])).join('')).toBe(current);
      }),
    );
  }, 30_000);

  it('compares long passages in time, however much they differ', () => {
    const words = (seed: number) => Array.from({ length: 5_000 }, (_, i) => `w${(i * 7919 * seed) % 10_007}`).join(' ');
    const start = performance.now();
    const { parts } = compareWordings(words(1), words(3), 'en');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(parts.some(({ kind }) => kind === 'added')).toBe(true);
  }, 30_000);
});
