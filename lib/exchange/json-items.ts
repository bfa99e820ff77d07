import { ImportError } from './import-error';
import { MAX_DEPTH, MAX_ITEM } from './import-limits';

/**
 * A value of a JSON file as it is written there. `path` is that of the array whose item it is, or of the value itself;
 * `index` its number there, null for a value of an object. `problem` says why it can't be read.
 */
export interface JsonPiece {
  path: string;
  index: number | null;
  /** The line on which it begins, from 1. */
  line: number;
  text: string;
  problem: 'too-deep' | 'too-large' | 'cut-off' | null;
}

interface Frame {
  isArray: boolean;
  path: string;
  key: string;
  index: number;
}

interface Capture {
  isWanted: boolean;
  isContainer: boolean;
  isString: boolean;
  depth: number;
  length: number;
  parts: string[];
  line: number;
  problem: JsonPiece['problem'];
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LINE = 10;

const isBlank = (code: number) => code === 32 || code === LINE || code === 13 || code === 9;
const opens = (code: number) => code === OPEN_OBJECT || code === OPEN_ARRAY;
const closes = (code: number) => code === CLOSE_OBJECT || code === CLOSE_ARRAY;

/**
 * Takes a JSON file apart into the items of some of its arrays, and the plain values beside them, without reading the
 * whole: so a file of any size can be read, each item can be refused for itself and by its line, and neither depth nor
 * size can exhaust the memory before it is looked at. What is in a piece is left to `JSON.parse`.
 *
 * A line end in a string, which JSON forbids, ends the string: a missing quotation mark spoils one item, not all after it.
 */
export class JsonItems {
  readonly #arrays: ReadonlySet<string>;
  readonly #stack: Frame[] = [];
  #expects: 'value' | 'first' | 'key' | 'first key' | 'colon' | 'comma' | 'nothing' = 'value';
  #capture: Capture | null = null;
  #line = 1;
  #inString = false;
  #isEscaped = false;

  /** @param arrays paths of the arrays whose items are wanted: keys joined by dots, the empty path being the file itself */
  constructor(arrays: readonly string[]) {
    this.#arrays = new Set(arrays);
  }

  /**
   * The pieces that end within the next part of the file.
   * @throws ImportError `not-json` where what is between the items is no JSON
   */
  *push(chunk: string): Generator<JsonPiece> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === LINE) this.#line++;
      if (this.#capture) {
        const end = this.#within(this.#capture, code, at);
        if (end === null) continue;
        yield* this.#ended(this.#capture, chunk.slice(start, end));
        // What ends a number is not part of it, and is still to be looked at.
        if (end > at) continue;
      }
      if (isBlank(code)) continue;
      if (this.#beginsValue(code)) start = at;
      else this.#punctuation(code);
    }
    if (this.#capture) this.#keep(this.#capture, chunk.slice(start));
  }

  /**
   * What is left when the file ends.
   * @throws ImportError `not-json` when there was nothing in it
   */
  *end(): Generator<JsonPiece> {
    const capture = this.#capture;
    if (capture && !capture.isContainer && !this.#inString && this.#stack.length === 0) {
      yield* this.#ended(capture, '');
    } else if (capture || this.#stack.length > 0) {
      yield this.#piece(capture ?? { line: this.#line, parts: [] }, 'cut-off');
    } else if (this.#expects !== 'nothing') throw this.#notJson('The file is empty.');
  }

  get #top(): Frame | undefined {
    return this.#stack.at(-1);
  }

  get #path(): string {
    const top = this.#top;
    if (!top) return '';
    if (top.isArray) return top.path;
    return top.path === '' ? top.key : `${top.path}.${top.key}`;
  }

  #notJson(message: string): ImportError {
    return new ImportError('not-json', message, this.#line);
  }

  /** Whether a value or a key begins; a container on the way to a wanted array is gone into instead of captured. */
  #beginsValue(code: number): boolean {
    const expects = this.#expects;
    if (expects === 'comma' || expects === 'colon' || expects === 'nothing') return false;
    if (expects === 'first' && code === CLOSE_ARRAY) return false;
    if ((expects === 'key' || expects === 'first key') && code !== QUOTE) return false;
    if (code === COMMA || code === COLON || closes(code)) throw this.#notJson('A value is missing.');
    if (opens(code) && this.#leadsOn(code)) {
      this.#stack.push({ isArray: code === OPEN_ARRAY, path: this.#path, key: '', index: 0 });
      this.#expects = code === OPEN_ARRAY ? 'first' : 'first key';
      return true;
    }
    const isKey = expects === 'key' || expects === 'first key';
    this.#capture = {
      isWanted: isKey || !opens(code) || (this.#top?.isArray ?? false),
      isContainer: opens(code),
      isString: code === QUOTE,
      depth: opens(code) ? 1 : 0,
      length: 0,
      parts: [],
      line: this.#line,
      problem: null,
    };
    this.#inString = code === QUOTE;
    return true;
  }

  #leadsOn(code: number): boolean {
    if (this.#top?.isArray) return false;
    const path = this.#path;
    if (code === OPEN_ARRAY) return this.#arrays.has(path);
    return path === '' || [...this.#arrays].some((array) => array.startsWith(`${path}.`));
  }

  /** Where the captured value ends, as an offset in the chunk; null when it goes on. */
  #within(capture: Capture, code: number, at: number): number | null {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE || code === LINE) {
        this.#inString = false;
        return capture.isString ? at + 1 : null;
      }
      return null;
    }
    if (!capture.isContainer) return isBlank(code) || code === COMMA || closes(code) ? at : null;
    if (code === QUOTE) this.#inString = true;
    else if (opens(code)) {
      capture.depth++;
      if (capture.depth > MAX_DEPTH) capture.problem ??= 'too-deep';
    } else if (closes(code)) {
      capture.depth--;
      if (capture.depth === 0) return at + 1;
    }
    return null;
  }

  #keep(capture: Capture, text: string): void {
    capture.length += text.length;
    if (capture.length > MAX_ITEM) capture.problem ??= 'too-large';
    if (capture.problem) capture.parts = [];
    else if (capture.isWanted) capture.parts.push(text);
  }

  *#ended(capture: Capture, rest: string): Generator<JsonPiece> {
    this.#keep(capture, rest);
    this.#capture = null;
    const top = this.#top;
    if (top && (this.#expects === 'key' || this.#expects === 'first key')) {
      top.key = this.#parseKey(capture.parts.join(''));
      this.#expects = 'colon';
      return;
    }
    if (capture.isWanted) yield this.#piece(capture, capture.problem);
    this.#expects = top ? 'comma' : 'nothing';
  }

  #parseKey(text: string): string {
    try {
      return String(JSON.parse(text));
    } catch {
      throw this.#notJson('A key is broken.');
    }
  }

  #piece({ line, parts }: Pick<Capture, 'line' | 'parts'>, problem: JsonPiece['problem']): JsonPiece {
    const top = this.#top;
    return { path: this.#path, index: top?.isArray ? top.index : null, line, text: parts.join(''), problem };
  }

  #punctuation(code: number): void {
    const top = this.#top;
    if (code === COLON && this.#expects === 'colon') this.#expects = 'value';
    else if (code === COMMA && this.#expects === 'comma' && top) {
      top.index++;
      this.#expects = top.isArray ? 'value' : 'key';
    } else if (top && code === (top.isArray ? CLOSE_ARRAY : CLOSE_OBJECT) && /^(?:comma|first)/.test(this.#expects)) {
      this.#stack.pop();
      this.#expects = this.#top ? 'comma' : 'nothing';
    } else throw this.#notJson(`An unexpected character: ${String.fromCharCode(code)}`);
  }
}
