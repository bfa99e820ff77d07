import { type Alignment, align, SLACK, weightOf } from './align';
import { alignFreely } from './align-freely';
import { adjoining, type ContextFit, fitOfContext, neighboursIntact } from './context';
import type { Pattern } from './pattern';
import { type Stretch, type TextIndex, type WordRange, wordFrom, wordsIn } from './text-index';
import type { Words } from './words';

/** A place where a passage may stand, in units of the folded text. */
export interface Candidate extends ContextFit {
  readonly start: number;
  readonly end: number;
  /** The words are the same, typography aside. */
  readonly isSame: boolean;
  /** All that was recorded of the surroundings adjoins, unchanged. */
  readonly contextIntact: boolean;
  /** What adjoins it in its block, or in the next ones if that is next to nothing, is unchanged. */
  readonly neighboursIntact: boolean;
  /** How much of the passage is there, 0 to 1. */
  readonly quote: number;
  /** All of it in one figure, 0 to 1. */
  readonly score: number;
}

/** A passage counts by its length up to this, its surroundings as much as so many units of passage. */
const MOST_LENGTH = 160;
const LEAST_LENGTH = 20;
const CONTEXT_WORTH = 80;

export function scoreOf(quote: number, context: number, { exact }: Pattern): number {
  const length = Math.min(exact.length, MOST_LENGTH) + LEAST_LENGTH;
  return (quote * length + context * CONTEXT_WORTH) / (length + CONTEXT_WORTH);
}

/**
 * How well a passage fits a place where its very words begin, at folded unit `at`.
 * @param left @param right where the next other occurrences of its words begin: what is beyond them is their surroundings
 */
export function fitOfWords(
  at: number,
  left: number | null,
  right: number | null,
  pattern: Pattern,
  index: TextIndex,
): Candidate {
  const end = at + pattern.exact.length;
  if (adjoining(at, end, pattern, index).isIntact) {
    const fit = { quote: 1, before: 1, after: 1, context: 1, score: 1 };
    return { start: at, end, isSame: true, contextIntact: true, neighboursIntact: true, ...fit };
  }
  const range = wordsIn(index, at, end);
  const alignment = alignAround(range, left, right, pattern, index);
  const whole = withInserted(range, alignment, pattern, index);
  const own = range.to - range.from;
  const all = whole.to - whole.from;
  if (own === all) return fitAt({ start: at, end }, 1, range, alignment, pattern, index);
  return fitAt(withMarks(whole, pattern, index), (2 * own) / (own + all), whole, alignment, pattern, index);
}

/** Lays the surroundings on what stands around the words `range`. */
function alignAround(
  range: WordRange,
  left: number | null,
  right: number | null,
  pattern: Pattern,
  index: TextIndex,
): Alignment {
  const { first, last, words } = pattern;
  const leftmost = left === null ? 0 : wordFrom(index, left + 1);
  const rightmost = right === null ? index.words.count : wordFrom(index, right);
  const before = {
    rows: { from: 0, to: first },
    columns: { from: Math.max(leftmost, range.from - first - SLACK), to: range.from },
    free: { start: true, end: false },
  };
  const after = {
    rows: { from: last, to: words.count },
    columns: { from: range.to, to: Math.min(rightmost, range.to + words.count - last + SLACK) },
    free: { start: false, end: true },
  };
  return align(pattern, index, after, align(pattern, index, before));
}

/** The best place within a stretch of the text; null when no word of the passage lies on any of it. */
export function bestFitIn(window: WordRange, pattern: Pattern, index: TextIndex): Candidate | null {
  const alignment = alignFreely(pattern, index, { from: 0, to: pattern.words.count }, window);
  const aligned = rangeOf(alignment, pattern);
  if (!aligned) return null;
  const range = withInserted(aligned, alignment, pattern, index);
  const quote = sharedOn(range, alignment, pattern, index);
  return fitAt(withMarks(range, pattern, index), quote, range, alignment, pattern, index);
}

/** How much of a passage and of the words `range` that it was laid on is the same. */
function sharedOn(range: WordRange, { alike }: Alignment, { words, first, last }: Pattern, index: TextIndex): number {
  let recorded = 0;
  let shared = 0;
  let present = 0;
  for (let i = first; i < last; i++) {
    recorded += weightOf(words, i);
    shared += weightOf(words, i) * (alike[i] ?? 0);
  }
  for (let j = range.from; j < range.to; j++) present += weightOf(index.words, j);
  return (2 * shared) / (recorded + present);
}

/** How much of a passage, its surroundings aside, and of the words `range` is the same. */
export function likenessOf(range: WordRange, pattern: Pattern, index: TextIndex): number {
  const alignment = alignFreely(pattern, index, { from: pattern.first, to: pattern.last }, range);
  return sharedOn(range, alignment, pattern, index);
}

/** What is known of a place, units of the folded text, of which `quote` of the passage is there and whose words are `range`. */
function fitAt(
  { start, end }: Stretch,
  quote: number,
  range: WordRange,
  alignment: Alignment,
  pattern: Pattern,
  index: TextIndex,
): Candidate {
  const fit = fitOfContext(alignment, range, pattern);
  return {
    start,
    end,
    isSame: index.folded.text.slice(start, end) === pattern.exact,
    contextIntact: false,
    neighboursIntact: neighboursIntact(start, end, pattern, index),
    quote,
    ...fit,
    score: scoreOf(quote, fit.context, pattern),
  };
}

/** The words of the text that the passage's words lie on. */
function rangeOf({ on }: Alignment, { first, last }: Pattern): WordRange | null {
  let from = -1;
  let to = -1;
  for (let i = first; i < last; i++) {
    const j = on[i] ?? -1;
    if (j < 0) continue;
    if (from < 0) from = j;
    to = j + 1;
  }
  return from < 0 ? null : { from, to };
}

/** More words than this, put in at an end of the passage, are no edit of it. */
const MOST_INSERTED = 6;
/** What stands before, or after, the words inside of quotation marks. */
const OPENING = /"$/;
const CLOSING = /^[^\s"]*"/;

/**
 * Words that were put in at an end of the passage belong to it when the quotation mark that set it off now stands before,
 * or after, them.
 */
function withInserted(
  range: WordRange,
  { on, alike }: Alignment,
  pattern: Pattern,
  { words, folded }: TextIndex,
): WordRange {
  const gapIn = (own: Words, text: string, i: number) => text.slice(own.ends[i - 1] ?? 0, own.starts[i]);
  const { first, last } = pattern;
  let { from, to } = range;
  const before = on[first - 1] ?? -1;
  if (before >= 0 && alike[first - 1] === 1 && before < from - 1 && from - 1 - before <= MOST_INSERTED) {
    const mark = gapIn(pattern.words, pattern.folded, first);
    if (OPENING.test(mark) && mark === gapIn(words, folded.text, before + 1)) from = before + 1;
  }
  const after = on[last] ?? -1;
  if (last < pattern.words.count && after >= 0 && alike[last] === 1 && after > to && after - to <= MOST_INSERTED) {
    const mark = gapIn(pattern.words, pattern.folded, last);
    if (CLOSING.test(mark) && mark === gapIn(words, folded.text, after)) to = after;
  }
  return { from, to };
}

/** From words to units: marks that belong to the passage's ends ("“…,”") belong to those of the place too. */
function withMarks({ from, to }: WordRange, pattern: Pattern, { words, folded }: TextIndex): Stretch {
  const wordStart = words.starts[from] ?? 0;
  const wordEnd = words.ends[to - 1] ?? 0;
  const head = pattern.folded.slice(pattern.start, pattern.words.starts[pattern.first] ?? pattern.start);
  const tail = pattern.folded.slice(pattern.words.ends[pattern.last - 1] ?? pattern.end, pattern.end);
  const before = folded.text.slice(from > 0 ? (words.ends[from - 1] ?? 0) : 0, wordStart);
  const after = folded.text.slice(wordEnd, words.starts[to] ?? folded.text.length);
  const headLength = before.endsWith(head)
    ? head.length
    : Math.min(head.length, before.length - (before.lastIndexOf(' ') + 1));
  const blank = after.indexOf(' ');
  const tailLength = after.startsWith(tail) ? tail.length : Math.min(tail.length, blank < 0 ? after.length : blank);
  return { start: wordStart - headLength, end: wordEnd + tailLength };
}
