import { describe, expect, it } from 'vitest';
import { stretchOf } from '@/components/article-view/cursor';
import { cursorAfterKey } from '@/components/article-view/cursor-keys';
import { sentencesOf, wordsOf } from '@/lib/sentences';

const TEXT = 'The boats are back. All of them!\n\n“We sail,” she said. Nobody cheered.';
const BLOCKS = [
  { start: 0, end: TEXT.indexOf('\n'), tag: 'p' },
  { start: TEXT.indexOf('“'), end: TEXT.length, tag: 'p' },
];
const SENTENCES = sentencesOf(TEXT, BLOCKS, 'en');
const words = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

/** What is selected after some keys; `S-` stands for Shift, `C-` for Control. */
function selectedAfter(...keys: string[]): string | null {
  let cursor: Parameters<typeof cursorAfterKey>[1] = null;
  for (const key of keys) {
    const event = {
      key: key.replace(/^([SC]-)+/, ''),
      shiftKey: key.includes('S-'),
      ctrlKey: key.includes('C-'),
      altKey: false,
      metaKey: false,
      isComposing: false,
    };
    const next = cursorAfterKey(event, cursor, SENTENCES, TEXT, 'en');
    if (next !== undefined) cursor = next;
  }
  return cursor && words(stretchOf(cursor));
}

describe('sentences', () => {
  it('end with their block and carry no white space', () => {
    expect(SENTENCES.map(words)).toEqual([
      'The boats are back.',
      'All of them!',
      '“We sail,” she said.',
      'Nobody cheered.',
    ]);
  });

  it('are found in a page whose language is no language', () => {
    expect(sentencesOf(TEXT, BLOCKS, 'not a language')).toHaveLength(4);
  });

  it('know their words and marks', () => {
    expect(wordsOf(TEXT, { start: 34, end: TEXT.length }, 'en').slice(1, 4).map(words)).toEqual(['We', 'sail', ',']);
  });
});

describe('the cursor of the article view', () => {
  it('moves by sentence, over the borders of blocks, and stops at the ends', () => {
    expect(selectedAfter('ArrowDown')).toBe('The boats are back.');
    expect(selectedAfter('ArrowDown', 'ArrowRight', 'ArrowDown')).toBe('“We sail,” she said.');
    expect(selectedAfter('End', 'ArrowDown')).toBe('Nobody cheered.');
    expect(selectedAfter('End', 'ArrowUp', 'ArrowLeft')).toBe('All of them!');
    expect(selectedAfter('End', 'Home', 'ArrowUp')).toBe('The boats are back.');
  });

  it('extends with Shift, both ways from where it began', () => {
    expect(selectedAfter('ArrowDown', 'S-ArrowDown')).toBe('The boats are back. All of them!');
    expect(selectedAfter('ArrowDown', 'ArrowDown', 'S-ArrowUp')).toBe('The boats are back. All of them!');
    expect(selectedAfter('ArrowDown', 'ArrowDown', 'S-ArrowUp', 'S-ArrowDown')).toBe('All of them!');
    expect(selectedAfter('ArrowDown', 'ArrowDown', 'S-ArrowUp', 'S-ArrowDown', 'S-ArrowDown')).toBe(
      'All of them!\n\n“We sail,” she said.',
    );
    expect(selectedAfter('ArrowDown', 'S-End')).toBe(TEXT);
  });

  it('takes single words and marks off, down to what was said', () => {
    const inner = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'C-S-ArrowRight', ...Array(4).fill('C-ArrowLeft')];
    expect(selectedAfter(...inner)).toBe('We sail,');
    expect(selectedAfter(...inner, 'C-ArrowLeft')).toBe('We sail');
    expect(selectedAfter(...inner, 'C-ArrowRight')).toBe('We sail,”');
    expect(selectedAfter(...inner, 'C-S-ArrowLeft')).toBe('“We sail,');
  });

  it('never becomes empty', () => {
    expect(selectedAfter('End', ...Array.from({ length: 19 }, () => 'C-ArrowLeft'))).toBe('Nobody');
  });

  it('is dropped with Escape, which otherwise closes the popup', () => {
    expect(selectedAfter('ArrowDown', 'Escape')).toBeNull();
    const key = {
      key: 'Escape',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      isComposing: false,
    };
    expect(cursorAfterKey(key, null, SENTENCES, TEXT, 'en')).toBeUndefined();
  });
});
