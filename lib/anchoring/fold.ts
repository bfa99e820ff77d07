import { drain, type Steps } from '../steps';
import { grown, unitClasses } from './tables';

/**
 * A text without its typography, and the way back. Runs of white space are one space, marks of quotation and apostrophes
 * are all `"`, dashes and hyphens all `-`; soft hyphens and zero-width characters are gone, letters are in NFC. What is
 * left differs only where letters, digits or marks of punctuation do.
 */
export interface FoldedText {
  readonly text: string;
  /** For each folded unit, the UTF-16 offset where its original starts; one more entry, for the end of the text. */
  readonly starts: Uint32Array;
  /** For each folded unit, the UTF-16 offset where its original ends. */
  readonly ends: Uint32Array;
}

/** Classes of characters. Each of the first is written as it is; the others fold. */
const PLAIN = 0;
const BLANK = 1;
const QUOTE = 2;
const DASH = 3;
const IGNORED = 4;
const ELLIPSIS = 5;
const COMPOSED = 6;

const WIDE_DASH = /[\u2012-\u2015\u2212\u2e3a\u2e3b]/;
const CLASSES: readonly [number, RegExp][] = [
  [IGNORED, /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/],
  [BLANK, /\s/],
  // ASCII and typographic marks, primes, guillemets, CJK brackets that serve as quotation marks, fullwidth forms.
  [QUOTE, /["'`\u00ab\u00b4\u00bb\u02bc\u2018-\u201f\u2032-\u2037\u2039\u203a\u300a-\u300f\u301d-\u301f\uff02\uff07]/],
  [DASH, /[-\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/],
  [ELLIPSIS, /\u2026/],
  // Letters in pieces, and forms of letters and digits that stand for the plain ones: ligatures, fullwidth.
  [COMPOSED, /[\u1100-\u11ff\ufb00-\ufb06\uff01-\uff5e]|\p{M}/u],
];

const classOf = unitClasses((char) => CLASSES.find(([, pattern]) => pattern.test(char))?.[0] ?? PLAIN);

const SINGLE_QUOTES = new Set(["'", '`', '\u2018', '\u2019', '\u201a']);

/** French sets a space before `:`, `;`, `!` and `?`, others none. */
const FRENCH_SPACED = new Set([58, 59, 33, 63]);

/** How many units are folded in one step. */
const STEP = 50_000;

/** Folds a text at one go. */
export const foldText = (text: string): FoldedText => drain(foldSteps(text));

/** The folded form alone. */
export const fold = (text: string): string => foldText(text).text;

/** Folds a text in steps. */
export function* foldSteps(text: string): Steps<FoldedText> {
  const folder = new Folder(text);
  for (let limit = STEP; folder.advance(limit); limit += STEP) yield;
  return folder.finish();
}

class Folder {
  readonly #source: string;
  #at = 0;
  #length = 0;
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  /** White space that is written only once it is known that it doesn't stand beside something that swallows it. */
  #space: { start: number; end: number } | null = null;
  /** What was written last swallows the white space after it. */
  #swallows = false;

  constructor(source: string) {
    this.#source = source;
    this.#units = new Uint16Array(source.length + 16);
    this.#starts = new Uint32Array(source.length + 16);
    this.#ends = new Uint32Array(source.length + 16);
  }

  /** Folds up to about offset `limit`. False when the text has come to its end. */
  advance(limit: number): boolean {
    const { length } = this.#source;
    const end = Math.min(limit, length);
    while (this.#at < end) this.#next();
    return this.#at < length;
  }

  finish(): FoldedText {
    if (this.#space) this.#writeSpace();
    const text = decode(this.#units.subarray(0, this.#length));
    this.#grow(1);
    this.#starts[text.length] = this.#source.length;
    this.#ends[text.length] = this.#source.length;
    return { text, starts: this.#starts.subarray(0, text.length + 1), ends: this.#ends.subarray(0, text.length + 1) };
  }

  #next(): void {
    const from = this.#at;
    const kind = classOf(this.#source.charCodeAt(from));
    if (kind === PLAIN) this.#plain(from);
    else if (kind === BLANK) this.#blank(from);
    else if (kind === QUOTE) this.#quote(from);
    else if (kind === DASH) this.#dash(from);
    else if (kind === COMPOSED) this.#cluster(from);
    else {
      this.#at++;
      if (kind === IGNORED) return;
      if (this.#space) this.#writeSpace();
      this.#write('...', from, this.#at);
    }
  }

  #blank(from: number): void {
    this.#at++;
    if (this.#space) this.#space.end = this.#at;
    else this.#space = { start: from, end: this.#at };
  }

  #plain(from: number): void {
    const source = this.#source;
    let end = from + 1;
    while (end < source.length && end - from < STEP && classOf(source.charCodeAt(end)) === PLAIN) end++;
    // A letter that combining marks follow is folded together with them.
    if (end < source.length && classOf(source.charCodeAt(end)) === COMPOSED && isMark(source, end)) {
      const base = end - (isLowSurrogate(source.charCodeAt(end - 1)) && end - from > 1 ? 2 : 1);
      if (base === from) {
        this.#cluster(from);
        return;
      }
      end = base;
    }
    if (this.#space && FRENCH_SPACED.has(source.charCodeAt(from))) this.#space = null;
    if (this.#space) this.#writeSpace();
    this.#grow(end - from);
    for (let i = from; i < end; i++) this.#put(source.charCodeAt(i), i, i + 1);
    this.#swallows = false;
    this.#at = end;
  }

  /** A base character with its combining marks, in NFC; a form of another character, as that one. */
  #cluster(from: number): void {
    const source = this.#source;
    let end = from + (isHighSurrogate(source.charCodeAt(from)) ? 2 : 1);
    while (end < source.length && end - from < 64 && isMark(source, end)) end++;
    const isForm = classOf(source.charCodeAt(from)) === COMPOSED && !isMark(source, from);
    if (isForm && end === from + 1) while (end < source.length && end - from < 4 && isJamo(source, end)) end++;
    const cluster = source.slice(from, end);
    if (this.#space) this.#writeSpace();
    this.#write(cluster.normalize(isForm ? 'NFKC' : 'NFC'), from, end);
    this.#at = end;
  }

  #quote(from: number): void {
    const source = this.#source;
    const char = source.charAt(from);
    // Two single marks in a row make a double one.
    const isDouble = SINGLE_QUOTES.has(char) && source.charAt(from + 1) === char;
    this.#at = from + (isDouble ? 2 : 1);
    // French sets a space inside its guillemets. In German they point the other way, and the space is outside.
    const closes = (char === '\u00bb' || char === '\u203a') && !/[\p{L}\p{N}]/u.test(source.charAt(this.#at));
    if (closes) this.#space = null;
    if (this.#space) this.#writeSpace();
    this.#write('"', from, this.#at);
    const opens = (char === '\u00ab' || char === '\u2039') && /^$|[\s([{]|\p{Pd}/u.test(source.charAt(from - 1));
    this.#swallows = opens && classOf(source.charCodeAt(this.#at)) === BLANK;
  }

  /** A dash between spaces is the same as one without; so are two hyphens in a row. A hyphen that joins keeps its spaces. */
  #dash(from: number): void {
    const source = this.#source;
    let end = from + 1;
    for (let next = end; next < source.length; next++) {
      const kind = classOf(source.charCodeAt(next));
      if (kind === DASH) end = next + 1;
      else if (kind !== BLANK) break;
    }
    const run = source.slice(from, end);
    const spaced = this.#space !== null && classOf(source.charCodeAt(end)) === BLANK;
    const isDash = run.length > 1 || WIDE_DASH.test(run) || spaced;
    if (this.#space && isDash) this.#space = null;
    if (this.#space) this.#writeSpace();
    this.#at = end;
    this.#write('-', from, end);
    this.#swallows = isDash;
  }

  #writeSpace(): void {
    const space = this.#space;
    this.#space = null;
    if (!space || this.#swallows) return;
    this.#write(' ', space.start, space.end);
  }

  #write(folded: string, start: number, end: number): void {
    this.#grow(folded.length);
    for (let i = 0; i < folded.length; i++) this.#put(folded.charCodeAt(i), start, end);
    this.#swallows = false;
  }

  #put(unit: number, start: number, end: number): void {
    const at = this.#length++;
    this.#units[at] = unit;
    this.#starts[at] = start;
    this.#ends[at] = end;
  }

  /** Folding rarely makes a text longer; then the tables grow. */
  #grow(by: number): void {
    if (this.#length + by + 1 <= this.#starts.length) return;
    const length = (this.#length + by) * 2;
    this.#units = grown(this.#units, new Uint16Array(length));
    this.#starts = grown(this.#starts, new Uint32Array(length));
    this.#ends = grown(this.#ends, new Uint32Array(length));
  }
}

/** A decoder of UTF-16 would replace half a surrogate pair, and the text must stay as it is. */
function decode(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) {
    // Spreading them would be many times slower.
    text += String.fromCharCode.apply(null, units.subarray(at, at + 8192) as unknown as number[]);
  }
  return text;
}

const isMark = (text: string, at: number): boolean => /\p{M}/u.test(text.charAt(at));
const isJamo = (text: string, at: number): boolean => /[\u1160-\u11ff]/.test(text.charAt(at));
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
