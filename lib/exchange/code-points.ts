/**
 * Offsets counted in code points, as Python counts characters: brat and doccano do. Made for one text, which is walked
 * through once.
 */
export class CodePoints {
  readonly #text: string;
  /** For each UTF-16 offset, how many code points begin before it. */
  readonly #before: Uint32Array;

  constructor(text: string) {
    this.#text = text;
    this.#before = new Uint32Array(text.length + 1);
    let count = 0;
    for (let at = 0; at < text.length; at++) {
      this.#before[at] = count;
      if (!this.#isWithinPair(at + 1)) count++;
    }
    this.#before[text.length] = count;
  }

  /** A span of UTF-16 offsets in code points; half a character at its ends counts as the whole. */
  toCodePoints(start: number, end: number): [start: number, end: number] {
    const last = this.#isWithinPair(end) ? end + 1 : end;
    return [this.#before[start] ?? 0, this.#before[last] ?? 0];
  }

  /** A span of code points in UTF-16 offsets; null when it does not lie within the text. */
  toUtf16(start: number, end: number): [start: number, end: number] | null {
    const [a, b] = [this.#before.indexOf(start), this.#before.indexOf(end)];
    return a < 0 || b < 0 || a >= b ? null : [a, b];
  }

  #isWithinPair(at: number): boolean {
    const [high, low] = [this.#text.charCodeAt(at - 1), this.#text.charCodeAt(at)];
    return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  }
}
