import { drain, type Steps } from '../steps';
import { grown, unitClasses } from './tables';

/**
 * The words of a folded text in a form that can be compared and looked up fast: of scripts that write words apart, runs of
 * letters and digits ("3.4", "don"t" and "-" in words included); of those that don't, single characters.
 */
export interface Words {
  readonly count: number;
  /** Where each begins and ends, in units of the folded text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Equal for equal words, upper and lower case aside. */
  readonly ids: Int32Array;
}

/** A longer run of letters is cut: no text may make a single word of a megabyte. */
export const LONGEST_WORD = 32;

const OTHER = 0;
const LETTER = 1;
const SINGLE = 2;
/** Joins the letters or digits on both of its sides: an apostrophe, a decimal point or comma, a low line. */
const JOINER = 3;

const classOf = unitClasses((char) => {
  if (char === '"' || char === '.' || char === ',' || char === '_') return JOINER;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(char)
  ) {
    return SINGLE;
  }
  // Half a surrogate pair is a letter: an emoji, or a letter of a rare script.
  return /[\p{L}\p{N}\p{M}\p{Cs}%\u20ac$\u00a3\u00a5]/u.test(char) ? LETTER : OTHER;
});

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** How many words are read in one step. */
const STEP = 10_000;

/** The words of `folded.slice(from, to)`. */
export const wordsOf = (folded: string, from = 0, to = folded.length): Words => drain(wordSteps(folded, from, to));

export function* wordSteps(folded: string, from = 0, to = folded.length): Steps<Words> {
  let room = Math.ceil((to - from) / 4) + 8;
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let ids = new Int32Array(room);
  let count = 0;
  let at = from;
  while (at < to) {
    const first = classOf(folded.charCodeAt(at));
    if (first !== LETTER && first !== SINGLE) {
      at++;
      continue;
    }
    let end = at + 1;
    if (first === LETTER) while (end < to && end - at < LONGEST_WORD && goesOn(folded, end, to)) end++;
    if (count === room) {
      room = room * 2;
      starts = grown(starts, new Uint32Array(room));
      ends = grown(ends, new Uint32Array(room));
      ids = grown(ids, new Int32Array(room));
    }
    starts[count] = at;
    ends[count] = end;
    ids[count] = identity(folded, at, end);
    count++;
    at = end;
    if (count % STEP === 0) yield;
  }
  return { count, starts: starts.subarray(0, count), ends: ends.subarray(0, count), ids: ids.subarray(0, count) };
}

function goesOn(text: string, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  const kind = classOf(unit);
  if (kind === LETTER) return true;
  if (kind !== JOINER || at + 1 >= to) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  // A point or comma joins digits only; an apostrophe joins letters.
  if (unit === 46 || unit === 44) return isDigit(before) && isDigit(after);
  return classOf(before) === LETTER && classOf(after) === LETTER;
}

/** FNV-1a over the units, ASCII capitals as small letters. */
function identity(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193);
  }
  return hash;
}

/** Where each word of a text occurs. */
export interface Occurrences {
  /** How often a word occurs. */
  countOf(id: number): number;
  /** The places (indices of words) where it does, in order. */
  placesOf(id: number): Uint32Array;
  /** Whether it occurs among the words `from` to `to` (excluded). */
  isIn(id: number, from: number, to: number): boolean;
}

export function* occurrenceSteps({ count, ids }: Words): Steps<Occurrences> {
  // Each distinct word gets a number; its places stand together in one table.
  const numbers = new Map<number, number>();
  const numberAt = new Uint32Array(count);
  const counts: number[] = [];
  for (let i = 0; i < count; i++) {
    const id = ids[i] ?? 0;
    let number = numbers.get(id);
    if (number === undefined) {
      number = counts.length;
      numbers.set(id, number);
      counts.push(0);
    }
    numberAt[i] = number;
    counts[number] = (counts[number] ?? 0) + 1;
    if (i % STEP === STEP - 1) yield;
  }
  const firsts = new Uint32Array(counts.length + 1);
  for (let n = 0; n < counts.length; n++) firsts[n + 1] = (firsts[n] ?? 0) + (counts[n] ?? 0);
  yield;
  const next = firsts.slice();
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const number = numberAt[i] ?? 0;
    const at = next[number] ?? 0;
    places[at] = i;
    next[number] = at + 1;
    if (i % (4 * STEP) === 4 * STEP - 1) yield;
  }
  const rangeOf = (id: number): readonly [number, number] => {
    const number = numbers.get(id);
    return number === undefined ? [0, 0] : [firsts[number] ?? 0, firsts[number + 1] ?? 0];
  };
  return {
    countOf(id) {
      const [from, to] = rangeOf(id);
      return to - from;
    },
    placesOf: (id) => places.subarray(...rangeOf(id)),
    isIn(id, from, to) {
      let [low, high] = rangeOf(id);
      const end = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < from) low = middle + 1;
        else high = middle;
      }
      return low < end && (places[low] ?? 0) < to;
    },
  };
}
