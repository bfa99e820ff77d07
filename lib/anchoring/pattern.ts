import type { TextQuoteSelector } from '../annotations/passage';
import { contextWeights } from './context';
import { foldText } from './fold';
import { foldedAt } from './text-index';
import { type Words, wordsOf } from './words';

/** A recorded passage with its surroundings, folded as one text, for folding looks at neighbours too. */
export interface Pattern {
  readonly folded: string;
  /** The passage itself within `folded`. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The words of prefix, passage and suffix; those of the passage are `first` to `last` (excluded). */
  readonly words: Words;
  readonly first: number;
  readonly last: number;
  /** Of the words around the passage, `inner` to `outer` (excluded) stand in the same blocks as its ends do. */
  readonly inner: number;
  readonly outer: number;
  /** The same in units of `folded`. */
  readonly innerStart: number;
  readonly outerEnd: number;
  /** What each of the words around the passage counts; 0 for its own. */
  readonly contextWeights: Float32Array;
}

/** What stands between two blocks of a text. */
export const BLOCK_SEPARATOR = '\n\n';

export function patternOf({ prefix, exact, suffix }: Omit<TextQuoteSelector, 'type'>): Pattern {
  const whole = foldText(prefix + exact + suffix);
  const start = foldedAt(whole, prefix.length);
  const end = Math.max(start, foldedAt(whole, prefix.length + exact.length));
  const folded = whole.text;
  const before = wordsOf(folded, 0, start);
  const inside = wordsOf(folded, start, end);
  const after = wordsOf(folded, end);
  const border = prefix.lastIndexOf(BLOCK_SEPARATOR);
  const nextBorder = suffix.indexOf(BLOCK_SEPARATOR);
  const innerStart = border < 0 ? 0 : Math.min(start, foldedAt(whole, border + BLOCK_SEPARATOR.length));
  const outerEnd = nextBorder < 0 ? folded.length : foldedAt(whole, prefix.length + exact.length + nextBorder);
  const words = joined([before, inside, after]);
  const first = before.count;
  const last = first + inside.count;
  const inner = wordsOf(folded, 0, innerStart).count;
  const outer = last + wordsOf(folded, end, outerEnd).count;
  return {
    folded,
    start,
    end,
    exact: folded.slice(start, end),
    prefix: folded.slice(0, start),
    suffix: folded.slice(end),
    words,
    first,
    last,
    inner,
    outer,
    innerStart,
    outerEnd,
    contextWeights: contextWeights({ words, first, last, inner, outer }),
  };
}

function joined(parts: readonly Words[]): Words {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const ids = new Int32Array(count);
  let at = 0;
  for (const part of parts) {
    starts.set(part.starts, at);
    ends.set(part.ends, at);
    ids.set(part.ids, at);
    at += part.count;
  }
  return { count, starts, ends, ids };
}
