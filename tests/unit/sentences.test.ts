import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/lib/sentences';

const split = (text: string, lang: string | null = 'en') =>
  sentencesOf(text, [{ start: 0, end: text.length, tag: 'p' }], lang).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it.each([
    ['a title', 'Sen. Lindgaard met Mr. Castellan. Both left.', ['Sen. Lindgaard met Mr. Castellan.', 'Both left.']],
    ['initials', 'J. P. Castellan left. He came back.', ['J. P. Castellan left.', 'He came back.']],
    ['a month', 'It closed on Nov. 3, 1998. Nobody came.', ['It closed on Nov. 3, 1998.', 'Nobody came.']],
    ['a number', 'Pier No. 4 closed. No. She stayed.', ['Pier No. 4 closed.', 'No.', 'She stayed.']],
    ['a country', 'The U.S. Navy left. Ships stayed.', ['The U.S. Navy left.', 'Ships stayed.']],
  ])('goes on after %s with a full stop', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('ends after a country when another begins', () => {
    expect(split('They left the U.S. The port closed.')).toEqual(['They left the U.S.', 'The port closed.']);
  });

  it('never runs over the end of its block', () => {
    const text = 'Written by Mr.\n\nThe port closed.';
    const blocks = [
      { start: 0, end: 14, tag: 'p' },
      { start: 16, end: text.length, tag: 'p' },
    ];
    expect(sentencesOf(text, blocks, 'en')).toEqual([
      { start: 0, end: 14 },
      { start: 16, end: text.length },
    ]);
  });
});
