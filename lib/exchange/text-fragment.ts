import type { TextQuoteSelector } from '@/lib/annotations/passage';

/** A passage longer than this (UTF-16 units) is named by its first and its last words. */
const LONGEST = 200;

/** As many words stand for one end of a long passage. */
const WORDS = 6;

/** A passage with the text that it stands in; null when that is not known. */
export interface Quoted {
  readonly quote: TextQuoteSelector;
  readonly text: string | null;
}

/**
 * The end of an address that has a browser find these passages and mark them: `#:~:text=[prefix-,]start[,end][,-suffix]`
 * for each. Each of the four stands within one block, as a browser wants it. Words around a passage are named only where
 * it can't be told from others without them: on another day, or in another browser, they may stand elsewhere.
 * @see https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function textFragment(passages: readonly Quoted[]): string {
  return passages.length === 0 ? '' : `#:~:${passages.map((passage) => `text=${directive(passage)}`).join('&')}`;
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

const linesOf = (text: string) => text.split('\n').map(fold).filter(Boolean);

function directive({ quote, text }: Quoted): string {
  const [start, end] = endsOf(quote.exact);
  const isTold = text !== null && occurrences(fold(text), start) === 1;
  const prefix = isTold ? '' : wordsIn(quote.prefix.split('\n').at(-1));
  const suffix = isTold ? '' : wordsIn(quote.suffix.split('\n')[0]);
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return parts.filter(Boolean).join(',');
}

/** The words to find a passage by: all of them or, where it is long or goes over several blocks, its first and its last. */
function endsOf(exact: string): [start: string, end: string] {
  const lines = linesOf(exact);
  const whole = fold(exact);
  const [first = whole] = lines;
  const last = lines.at(-1) ?? whole;
  if (lines.length > 1) return [firstWords(first), lastWords(last, whole)];
  const isLong = whole.length > LONGEST && whole.split(' ').length > 4 * WORDS;
  return isLong ? [firstWords(whole), lastWords(whole, whole)] : [whole, ''];
}

const firstWords = (line: string) => line.split(' ').slice(0, WORDS).join(' ');

/** As many of a line's last words as stand nowhere else in the passage, which would end there otherwise. */
function lastWords(line: string, whole: string): string {
  const words = line.split(' ');
  for (let count = WORDS; count < words.length; count++) {
    const end = words.slice(-count).join(' ');
    if (occurrences(whole, end) === 1) return end;
  }
  return line;
}

/** As browsers compare: without regard to case. */
function occurrences(text: string, words: string): number {
  return text.toLowerCase().split(words.toLowerCase()).length - 1;
}

/** Quotation marks and the like alone are no words that a browser finds. */
function wordsIn(line = ''): string {
  return /[\p{L}\p{N}]/u.test(line) ? fold(line) : '';
}

/** Comma, ampersand and hyphen have a meaning of their own in a directive. */
const encode = (words: string) => encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
