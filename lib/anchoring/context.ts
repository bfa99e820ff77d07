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
  const before = shareOf(alignment, range, pattern, 0, pattern.first);
  const after = shareOf(alignment, range, pattern, pattern.last, pattern.words.count);
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

/** What each of the words around a passage counts. */
export function contextWeights({
  words,
  first,
  last,
  inner,
  outer,
}: Pick<Pattern, 'words' | 'first' | 'last' | 'inner' | 'outer'>): Float32Array {
  const weights = new Float32Array(words.count);
  let othersBefore = 0;
  let othersAfter = 0;
  for (let i = 0; i < words.count; i++) {
    const away = i < first ? first - 1 - i : i - last;
    if (away >= 0) weights[i] = weightOf(words, i) / (1 + away / NEAR);
    if (i < inner) othersBefore += weights[i] ?? 0;
    if (i >= outer) othersAfter += weights[i] ?? 0;
  }
  for (let i = 0; i < inner; i++) weights[i] = ((weights[i] ?? 0) * OTHER_BLOCKS) / othersBefore;
  for (let i = outer; i < words.count; i++) weights[i] = ((weights[i] ?? 0) * OTHER_BLOCKS) / othersAfter;
  return weights;
}

/** What is there of the surroundings from word `from` to `to` of the pattern, of all there was. */
function shareOf({ on, alike }: Alignment, range: WordRange, pattern: Pattern, from: number, to: number) {
  const { first, last, contextWeights } = pattern;
  let all = 0;
  let there = 0;
  for (let i = from; i < to; i++) {
    const weight = contextWeights[i] ?? 0;
    all += weight;
    const place = on[i] ?? -1;
    if (place < 0) continue;
    const expected = i < first ? range.from - (first - i) : range.to + (i - last);
    there += (weight * (alike[i] ?? 0)) / (1 + Math.abs(expected - place) / FAR);
  }
  return { all, there };
}
