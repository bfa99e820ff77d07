import { describe, expect, it } from 'vitest';
import type { TextQuoteSelector } from '@/lib/annotations/passage';
import { textFragment } from '@/lib/exchange/text-fragment';

const TEXT = [
  'The harbour bridge opened on Monday, and so did the market.',
  'The mayor was glad. “We built it in two years,” she said, “and it will stand for eighty.”',
  'The market opened on Monday as well. Nobody came to it.',
].join('\n\n');

/** The words of a text with whole words around them, as they are described. */
function quote(exact: string, text = TEXT): TextQuoteSelector {
  const at = text.indexOf(exact);
  const before = text.slice(0, at).match(/(?:\S+\s+){0,5}\S*$/)?.[0] ?? '';
  const after = text.slice(at + exact.length).match(/^\S*(?:\s+\S+){0,5}/)?.[0] ?? '';
  return { type: 'TextQuoteSelector', exact, prefix: before, suffix: after };
}

const fragmentOf = (exact: string, text: string | null = TEXT) =>
  decodeURIComponent(textFragment([{ quote: quote(exact), text }]));

describe('a text fragment', () => {
  it('names words that stand once in the text by themselves', () => {
    expect(fragmentOf('We built it in two years')).toBe('#:~:text=We built it in two years');
  });

  it('names the words around those that stand more than once, in whatever case', () => {
    expect(fragmentOf('the market')).toBe('#:~:text=on Monday, and so did-,the market');
    expect(fragmentOf('opened on Monday')).toBe(
      '#:~:text=The harbour bridge-,opened on Monday,-, and so did the market.',
    );
  });

  it('names the words around those whose text is not known', () => {
    expect(fragmentOf('stand for eighty', null)).toBe('#:~:text=she said, “and it will-,stand for eighty');
  });

  it('keeps what stands around a passage within its block, and leaves out mere marks', () => {
    expect(quote('The market').prefix).toContain('\n\n');
    expect(fragmentOf('The market', null)).toBe('#:~:text=The market,-opened on Monday as well.');
    expect(fragmentOf('and it will stand for eighty.', null)).toBe(
      '#:~:text=in two years,” she said, “-,and it will stand for eighty.',
    );
  });

  it('names the ends of a passage of several blocks, each within its own block', () => {
    const passage = TEXT.slice(0, TEXT.indexOf(' Nobody'));
    expect(fragmentOf(passage)).toBe('#:~:text=The harbour bridge opened on Monday,,market opened on Monday as well.');
  });

  it('names the ends of a long passage, with as many last words as stand nowhere else in it', () => {
    const long = `${'It rained and it rained. '.repeat(12)}At last it rained and it rained.`;
    const text = `Before. ${long} After.`;
    const fragment = decodeURIComponent(textFragment([{ quote: quote(long, text), text }]));
    expect(fragment).toMatch(/,last it rained and it rained\.,-After\.$/);
    expect(fragment.length).toBeLessThan(150);
  });

  it('escapes what has a meaning in a directive', () => {
    const text = 'A well-known name, Smith & Sons, left.';
    const fragment = textFragment([{ quote: quote('well-known name, Smith & Sons', text), text }]);
    expect(fragment).toBe('#:~:text=well%2Dknown%20name%2C%20Smith%20%26%20Sons');
  });

  it('names each part of a passage, and nothing without one', () => {
    const parts = ['We built it in two years', 'it will stand for eighty'].map((exact) => ({
      quote: quote(exact),
      text: TEXT,
    }));
    expect(decodeURIComponent(textFragment(parts))).toBe(
      '#:~:text=We built it in two years&text=it will stand for eighty',
    );
    expect(textFragment([])).toBe('');
  });

  it('takes words that are no well-formed text', () => {
    const exact = 'half a pair \ud83d';
    expect(() => textFragment([{ quote: quote(exact, exact), text: exact }])).not.toThrow();
  });
});
