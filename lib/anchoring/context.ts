import { type Alignment, weightOf } from './align';
import type { Pattern } from './pattern';
import type { TextIndex, WordRange } from './text-index';

/** What adjoins a place of what was recorded around a passage. */
export interface Adjoining {
  /** How many folded units of the surroundings adjoin, unchanged, on both sides together. */
  readonly run: number;
  /** All of them do. */
  readonly isIntact: boolean;
}

/** Looks at what stands around `start` and `end`, in units of the folded text. */
export function adjoining(start: number, end: number, { prefix, suffix }: Pattern, { folded }: TextIndex): Adjoining {
  const before = commonEnd(folded.text, start, prefix);
  const after = commonStart(folded.text, end, suffix);
  // At the outer edges the fold may see other neighbours than it did when the passage was recorded.
  const isIntact = before >= prefix.length - blankStart(prefix) && after >= suffix.length - blankEnd(suffix);
  return { run: before + after, isIntact };
}

const blankStart = (text: string): number => /^[ "-]*/.exec(text)?.[0].length ?? 0;
const blankEnd = (text: string): number => /[ "-]*$/.exec(text)?.[0].length ?? 0;

/** How many units of a text before `end` are the last ones of `prefix`. */
export function commonEnd(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < end && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

/** How many units of a text from `start` on are the first ones of `suffix`. */
export function commonStart(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[start + n] === suffix[n]) n++;
  return n;
}

/** In fewer units than this next to the passage nobody says who said it. */
const FEW_UNITS = 12;

/** Whether there are words beside the passage in its own block. */
export function hasNeighbours({ prefix, innerStart, end, outerEnd }: Pattern): boolean {
  return prefix.length - innerStart + outerEnd - end >= FEW_UNITS;
}

/** Whether what adjoins a place in its block, or in the next ones if that is next to nothing, is as it was recorded. */
export function neighboursIntact(start: number, end: number, pattern: Pattern, { folded }: TextIndex): boolean {
  const { prefix, suffix, innerStart, outerEnd } = pattern;
  const near = hasNeighbours(pattern);
  return (
    commonEnd(folded.text, start, prefix) >= prefix.length - (near ? innerStart : blankStart(prefix)) &&
    commonStart(folded.text, end, suffix) >= (near ? outerEnd - pattern.end : suffix.length - blankEnd(suffix))
  );
}

/** The share of the surroundings that is there on each side, and of both together: what stands in other blocks counts less. */
export interface ContextFit {
  readonly before: number;
  readonly after: number;
  readonly context: number;
}

/** How much of the surroundings of a passage is there around the words `range` of the text. */
export function fitOfContext(alignment: Alignment, range: WordRange, pattern: Pattern): ContextFit {
  const before = shareOf(alignment, range, pattern, 'before');
  const after = shareOf(alignment, range, pattern, 'after');
  const all = before.all + after.all;
  const share = ({ there, all }: { there: number; all: number }) => (all === 0 ? 1 : there / all);
  return { before: share(before), after: share(after), context: share({ there: before.there + after.there, all }) };
}

/** Words near the passage tell more than those further out: half as much at this distance, in words. */
const NEAR = 6;
/** Other blocks come and go beside that of the passage: all of them on one side count as much as half a long word. */
const OTHER_BLOCKS = 4;
/** Surroundings that stand this far off, in words, from where they should tell half as much. */
const FAR = 8;

/** The words around the passage on one side, with what each of them counts. */
function around({ words, first, last, inner, outer }: Pattern, side: 'before' | 'after') {
  const count = side === 'before' ? first : words.count - last;
  const found = Array.from({ length: count }, (_, k) => {
    const i = side === 'before' ? first - 1 - k : last + k;
    return { i, isInBlock: i >= inner && i < outer, weight: weightOf(words, i) / (1 + k / NEAR) };
  });
  const others = found.reduce((sum, { isInBlock, weight }) => (isInBlock ? sum : sum + weight), 0);
  return found.map(({ i, isInBlock, weight }) => ({
    i,
    weight: isInBlock ? weight : (weight * OTHER_BLOCKS) / others,
  }));
}

/** What is there of the surroundings on one side, of all there was. */
function shareOf({ on, alike }: Alignment, range: WordRange, pattern: Pattern, side: 'before' | 'after') {
  let all = 0;
  let there = 0;
  for (const { i, weight } of around(pattern, side)) {
    all += weight;
    const place = on[i] ?? -1;
    if (place < 0) continue;
    const expected = side === 'before' ? range.from - (pattern.first - i) : range.to + (i - pattern.last);
    there += (weight * (alike[i] ?? 0)) / (1 + Math.abs(expected - place) / FAR);
  }
  return { all, there };
}
