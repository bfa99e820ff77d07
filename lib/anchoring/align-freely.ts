import { type Alignment, align, noAlignment, SLACK } from './align';
import type { Pattern } from './pattern';
import type { TextIndex, WordRange } from './text-index';

/** A pattern of up to so many words is laid as a whole. */
const LONG = 500;
/** Of a longer one so many words at a time: first those at both of its ends. */
const AT_ONCE = 160;
/** What is between them is looked for at most so far, in words, from where it should be. */
const MOST_SHIFT = 400;

/**
 * Lays words of a pattern anywhere on a stretch of a text. A long one is laid by its ends, each for itself, and what is
 * between them part by part, so that time and memory don't grow with the square of its length.
 */
export function alignFreely(pattern: Pattern, index: TextIndex, rows: WordRange, columns: WordRange): Alignment {
  const alignment = noAlignment(pattern);
  const lay = (from: number, to: number, on: WordRange) =>
    align(pattern, index, { rows: { from, to }, columns: on, free: { start: true, end: true } }, alignment);
  if (rows.to - rows.from <= LONG) return lay(rows.from, rows.to, columns);

  const headEnd = pattern.first + AT_ONCE;
  const tailStart = pattern.last - AT_ONCE;
  lay(rows.from, headEnd, columns);
  lay(tailStart, rows.to, columns);
  const onHead = alignment.on.subarray(rows.from, headEnd).findLastIndex((place) => place >= 0) + rows.from;
  const onTail = alignment.on.subarray(tailStart, rows.to).findIndex((place) => place >= 0) + tailStart;
  if (onHead < rows.from || onTail < tailStart) return alignment;

  /** How far words of the text stand behind those of the pattern that they belong to. */
  const atHead = (alignment.on[onHead] ?? 0) - onHead;
  const shift = (alignment.on[onTail] ?? 0) - onTail - atHead;
  const least = atHead + Math.max(-MOST_SHIFT, Math.min(0, shift)) - SLACK;
  const most = atHead + Math.min(MOST_SHIFT, Math.max(0, shift)) + SLACK;
  for (let from = headEnd; from < tailStart; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, tailStart);
    lay(from, to, { from: Math.max(columns.from, from + least), to: Math.min(columns.to, to + most) });
  }
  return alignment;
}
