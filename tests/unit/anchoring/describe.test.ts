import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIn, describeInArticle, describeOnPage } from '@/lib/anchoring/describe';
import { indexText } from '@/lib/anchoring/text-index';

const TEXT =
  'The bridge opens on Monday, the mayor said. Traffic will be light.\n\n“We have waited long enough,” she added. The bridge opens on Monday.';

describe('describing a passage', () => {
  it('gives its words, its place and whole words around it', () => {
    const start = TEXT.indexOf('We have');
    const passage = describeInArticle(indexText(TEXT), start, TEXT.indexOf('” she'));
    expect(passage).toMatchObject({
      scope: 'article',
      quote: {
        exact: 'We have waited long enough,',
        prefix: expect.stringMatching(/^ said\. Traffic will be light\.\n\n“$/),
        suffix: expect.stringMatching(/^” she added\. The bridge opens/),
      },
      position: { start, end: start + 'We have waited long enough,'.length },
    });
  });

  it('leaves out white space at the ends', () => {
    const start = TEXT.indexOf('Traffic');
    const passage = describeIn(indexText(TEXT), start - 1, start + 'Traffic '.length);
    expect(passage.quote.exact).toBe('Traffic');
    expect(() => describeIn(indexText(TEXT), start - 1, start)).toThrow(RangeError);
  });

  it('takes more of the surroundings until the passage is told from its look-alikes', () => {
    const same = 'Nobody knows the reason for the long delay of the ferry, the harbour master said on the pier. ';
    const text = `One. ${same}${same}Two.`;
    const { quote } = describeOnPage(indexText(text), text.lastIndexOf('Nobody'), text.lastIndexOf(', the harbour'));
    const around = quote.prefix + quote.exact + quote.suffix;
    expect(text.indexOf(around)).toBe(text.lastIndexOf(around));
  });

  it('says how like its best look-alike is, and keeps what stands further out', () => {
    const index = indexText(TEXT);
    const once = describeIn(index, 0, TEXT.indexOf(', the mayor'));
    expect(once.hints).toMatchObject({ version: 1, before: '', text: index.hash, start: 0 });
    expect(once.hints.lookAlike).toBeGreaterThan(0.4);
    const start = TEXT.indexOf('Traffic');
    expect(describeIn(index, start, start + 'Traffic'.length).hints).toMatchObject({ before: 'The bridge ' });
  });

  it('keeps the words of what it may be taken for, and how often its own stand elsewhere', () => {
    const text =
      'In Lindby, 12 houses were lost to the sea. In Tarn, 9 houses were lost to the sea. A boat was found in a tree.\n\n' +
      'In Aby, 9 houses were lost to the sea. Nobody has counted the sheds.';
    const start = text.indexOf('9 houses');
    const { hints } = describeIn(indexText(text), start, text.indexOf('. A boat'));
    expect(hints).toMatchObject({ lookAlikes: ['12 houses were lost to the sea'], copies: 1 });
  });

  it('cuts no word and no character in two, for any text and any passage', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        fc.pre(text.slice(start, end).trim() !== '');
        const { quote, position: place } = describeIn(indexText(text), start, end);
        expect(text.slice(place.start, place.end)).toBe(quote.exact);
        expect(text.slice(place.start - quote.prefix.length, place.start)).toBe(quote.prefix);
        expect(text.slice(place.end, place.end + quote.suffix.length)).toBe(quote.suffix);
        expect(quote.prefix).not.toMatch(/^[\udc00-\udfff]/);
        expect(quote.suffix).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });
});
