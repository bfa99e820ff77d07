import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';
import type { Words } from './words';

/** How the words of a pattern lie on those of a text. */
export interface Alignment {
  /** For each word of the pattern the word of the text it lies on; -1 for none. */
  readonly on: Int32Array;
  /** For each word of the pattern how alike the two are: 1 the same, 0 another word altogether. */
  readonly alike: Float32Array;
}

/** What a word that was left out, put in or replaced costs, as a share of its weight. */
const LEFT_OUT = 0.3;
const PUT_IN = 0.3;
const REPLACED = 0.2;
/** In the surroundings changes matter less, and what was put in between the passage and its surroundings hardly. */
const CONTEXT = 0.4;
const PUT_IN_AT_EDGE = 0.04;

const DIAGONAL = 1;
const SKIP_PATTERN = 2;
const SKIP_TEXT = 3;

/** Words differ in what they tell: a long one more than a short one. */
export function weightOf(words: Words, i: number): number {
  return 1 + Math.min(8, (words.ends[i] ?? 0) - (words.starts[i] ?? 0));
}

/**
 * Lays a pattern on the words `from` to `to` of a text so that as much as possible agrees: the best semi-global
 * alignment (Needleman–Wunsch with free ends in the text), word by word.
 */
export function align(pattern: Pattern, index: TextIndex, from: number, to: number): Alignment {
  const { words, first, last } = pattern;
  const rows = words.count;
  const columns = Math.max(0, to - from);
  const width = columns + 1;
  const moves = new Uint8Array((rows + 1) * width);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  const textWeights = new Float32Array(columns);
  for (let j = 0; j < columns; j++) textWeights[j] = weightOf(index.words, from + j);

  for (let i = 1; i <= rows; i++) {
    const inside = i > first && i <= last;
    const weight = weightOf(words, i - 1);
    const part = inside ? 1 : CONTEXT;
    const leftOut = weight * LEFT_OUT * part;
    const replaced = weight * REPLACED * part;
    const putIn = i === first || i === last ? PUT_IN_AT_EDGE : PUT_IN * part;
    const id = words.ids[i - 1];
    row[0] = (above[0] ?? 0) - leftOut;
    moves[i * width] = SKIP_PATTERN;
    for (let j = 1; j <= columns; j++) {
      const same = id === index.words.ids[from + j - 1];
      const gain = same ? weight : gainOf(likeness(pattern, i - 1, index, from + j - 1), weight, replaced);
      let best = (above[j - 1] ?? 0) + gain;
      let move = DIAGONAL;
      const skipPattern = (above[j] ?? 0) - leftOut;
      if (skipPattern > best) {
        best = skipPattern;
        move = SKIP_PATTERN;
      }
      const skipText = i === rows ? Number.NEGATIVE_INFINITY : (row[j - 1] ?? 0) - (textWeights[j - 1] ?? 0) * putIn;
      if (skipText > best) {
        best = skipText;
        move = SKIP_TEXT;
      }
      row[j] = best;
      moves[i * width + j] = move;
    }
    [above, row] = [row, above];
  }

  let j = 0;
  for (let k = 1; k <= columns; k++) if ((above[k] ?? 0) > (above[j] ?? 0)) j = k;
  return traceBack(pattern, index, from, moves, width, j);
}

function gainOf(alike: number, weight: number, replaced: number): number {
  return alike > 0 ? weight * (2 * alike - 1) : -replaced;
}

function traceBack(
  pattern: Pattern,
  index: TextIndex,
  from: number,
  moves: Uint8Array,
  width: number,
  column: number,
): Alignment {
  const on = new Int32Array(pattern.words.count).fill(-1);
  const alike = new Float32Array(pattern.words.count);
  let i = pattern.words.count;
  let j = column;
  while (i > 0) {
    const move = j === 0 ? SKIP_PATTERN : moves[i * width + j];
    if (move === SKIP_TEXT) {
      j--;
      continue;
    }
    i--;
    if (move === SKIP_PATTERN) continue;
    j--;
    on[i] = from + j;
    alike[i] = pattern.words.ids[i] === index.words.ids[from + j] ? 1 : likeness(pattern, i, index, from + j);
  }
  return { on, alike };
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
