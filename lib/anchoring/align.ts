import type { Pattern } from './pattern';
import type { TextIndex, WordRange } from './text-index';
import type { Words } from './words';

/** How the words of a pattern lie on those of a text. */
export interface Alignment {
  /** For each word of the pattern the word of the text it lies on; -1 for none. */
  readonly on: Int32Array;
  /** For each word of the pattern how alike the two are: 1 the same, 0 another word altogether. */
  readonly alike: Float32Array;
}

/** An alignment in which no word of the pattern lies on any yet. */
export const noAlignment = ({ words: { count } }: Pattern): Alignment => ({
  on: new Int32Array(count).fill(-1),
  alike: new Float32Array(count),
});

/** What a word that was left out, put in or replaced costs, as a share of its weight. */
const LEFT_OUT = 0.3;
const PUT_IN = 0.3;
const REPLACED = 0.2;
/** In the surroundings changes matter less, and what was put in beside the passage or between blocks hardly. */
const CONTEXT = 0.4;
const PUT_IN_AT_EDGE = 0.04;

/** How far, in words, a place may be shifted within the stretch that is searched for it. */
export const SLACK = 24;

const DIAGONAL = 1;
const SKIP_PATTERN = 2;
const SKIP_TEXT = 3;

/** Words differ in what they tell: a long one more than a short one. */
export function weightOf(words: Words, i: number): number {
  return 1 + Math.min(8, (words.ends[i] ?? 0) - (words.starts[i] ?? 0));
}

/** Which words of the pattern lie on which of the text: indices, `to` excluded. */
interface Stretches {
  readonly rows: WordRange;
  readonly columns: WordRange;
  /** The pattern may begin, or end, anywhere in the text's stretch; otherwise it adjoins its edge. */
  readonly free: { readonly start: boolean; readonly end: boolean };
}

/**
 * Lays words of a pattern on words of a text so that as much as possible agrees: the best semi-global alignment
 * (Needleman–Wunsch with free ends in the text), word by word. Time and memory go with the product of both lengths.
 * @param into gets to know what lies on what
 */
export function align(
  pattern: Pattern,
  index: TextIndex,
  { rows, columns, free }: Stretches,
  into: Alignment = noAlignment(pattern),
): Alignment {
  const { words, first, last, inner, outer } = pattern;
  const { from } = columns;
  const height = rows.to - rows.from;
  const length = Math.max(0, columns.to - from);
  const width = length + 1;
  const moves = new Uint8Array((height + 1) * width);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  const textWeights = new Float32Array(length);
  /** First and last unit of each word: if neither is the same, the words are not alike. */
  const textEdges = new Uint32Array(length);
  for (let j = 0; j < length; j++) {
    textWeights[j] = weightOf(index.words, from + j);
    textEdges[j] = edgesOf(index.words, index.folded.text, from + j);
  }
  if (!free.start) {
    for (let j = 1; j <= length; j++) {
      above[j] = (above[j - 1] ?? 0) - (textWeights[j - 1] ?? 0) * PUT_IN_AT_EDGE;
      moves[j] = SKIP_TEXT;
    }
  }

  for (let r = 1; r <= height; r++) {
    const i = rows.from + r;
    const inside = i > first && i <= last;
    const weight = weightOf(words, i - 1);
    const part = inside ? 1 : CONTEXT;
    const leftOut = weight * LEFT_OUT * part;
    const replaced = weight * REPLACED * part;
    const isEdge = i === first || i === last || i === inner || i === outer;
    const putIn = isEdge ? PUT_IN_AT_EDGE : PUT_IN * part;
    const id = words.ids[i - 1];
    const edges = edgesOf(words, pattern.folded, i - 1);
    row[0] = (above[0] ?? 0) - leftOut;
    moves[r * width] = SKIP_PATTERN;
    for (let j = 1; j <= length; j++) {
      let gain = -replaced;
      if (id === index.words.ids[from + j - 1]) gain = weight;
      else {
        const differ = edges ^ (textEdges[j - 1] ?? 0);
        const alike =
          differ >>> 16 === 0 || (differ & 0xffff) === 0 ? likeness(pattern, i - 1, index, from + j - 1) : 0;
        if (alike > 0) gain = weight * (2 * alike - 1);
      }
      let best = (above[j - 1] ?? 0) + gain;
      let move = DIAGONAL;
      const skipPattern = (above[j] ?? 0) - leftOut;
      if (skipPattern > best) {
        best = skipPattern;
        move = SKIP_PATTERN;
      }
      if (r < height || !free.end) {
        const skipText = (row[j - 1] ?? 0) - (textWeights[j - 1] ?? 0) * putIn;
        if (skipText > best) {
          best = skipText;
          move = SKIP_TEXT;
        }
      }
      row[j] = best;
      moves[r * width + j] = move;
    }
    [above, row] = [row, above];
  }

  let column = free.end ? 0 : length;
  if (free.end) for (let j = 1; j <= length; j++) if ((above[j] ?? 0) > (above[column] ?? 0)) column = j;
  traceBack(pattern, index, rows, from, moves, width, column, into);
  return into;
}

const edgesOf = ({ starts, ends }: Words, text: string, i: number): number =>
  (text.charCodeAt(starts[i] ?? 0) << 16) | text.charCodeAt((ends[i] ?? 1) - 1);

function traceBack(
  pattern: Pattern,
  index: TextIndex,
  rows: Stretches['rows'],
  from: number,
  moves: Uint8Array,
  width: number,
  column: number,
  { on, alike }: Alignment,
): void {
  let r = rows.to - rows.from;
  let j = column;
  while (r > 0) {
    const move = j === 0 ? SKIP_PATTERN : moves[r * width + j];
    if (move === SKIP_TEXT) {
      j--;
      continue;
    }
    r--;
    if (move === SKIP_PATTERN) continue;
    j--;
    const i = rows.from + r;
    on[i] = from + j;
    alike[i] = pattern.words.ids[i] === index.words.ids[from + j] ? 1 : likeness(pattern, i, index, from + j);
  }
}

/** Words shorter than this are the same or not. */
const SHORTEST = 4;
const LEAST_ALIKE = 0.6;

/** How alike two different words are that begin and end with the same letters ("organise", "organize"); 0 if hardly. */
function likeness(pattern: Pattern, i: number, { words, folded }: TextIndex, j: number): number {
  const start = pattern.words.starts[i] ?? 0;
  const other = words.starts[j] ?? 0;
  const length = (pattern.words.ends[i] ?? 0) - start;
  const otherLength = (words.ends[j] ?? 0) - other;
  const longer = Math.max(length, otherLength);
  const shorter = Math.min(length, otherLength);
  if (shorter < SHORTEST || shorter < LEAST_ALIKE * longer) return 0;
  const a = pattern.folded;
  const b = folded.text;
  let head = 0;
  while (head < shorter && a.charCodeAt(start + head) === b.charCodeAt(other + head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    a.charCodeAt(start + length - 1 - tail) === b.charCodeAt(other + otherLength - 1 - tail)
  ) {
    tail++;
  }
  const alike = (head + tail) / longer;
  return alike >= LEAST_ALIKE ? alike : 0;
}
