import type { Block } from '../annotations/article';

/** `text.slice(start, start + length)` stands in the live text node `node` from `offset` on, character by character. */
export interface Piece {
  start: number;
  length: number;
  readonly node: Text;
  readonly offset: number;
}

/** Text in blocks, and where on the page each stretch of it stands. */
export interface BlockText {
  /** The blocks joined by `\n\n`; white space folded as a browser shows it, `<br>` as `\n`. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In text order, not overlapping. White space that stands on the page as another kind is a single space here. */
  readonly pieces: readonly Piece[];
}

const BLOCK_SEPARATOR = '\n\n';

/**
 * White space that HTML folds (a no-break space is a character like any other) where it is not the single plain space
 * that it reads as. The browser finds the few stretches of it faster than a loop finds them among all characters.
 */
const UNEVEN_SPACE = /[ \n\t\r\f]{2,}|[\n\t\r\f]/g;
const SPACE = 32;

/** Collects text nodes in reading order into blocks. */
export class BlockTextBuilder {
  readonly #blocks: Block[] = [];
  readonly #pieces: Piece[] = [];
  readonly #texts: string[] = [];
  #length = 0;

  #tag = 'p';
  #text = '';
  #current: Piece[] = [];
  #space: { node: Text; offset: number } | null = null;
  #breaks = 0;

  /** What follows stands in a block of its own. */
  startBlock(tag: string): void {
    this.#flush();
    this.#tag = tag;
  }

  /** A `<br>`: a new line, or a new block when another follows at once. */
  lineBreak(): void {
    if (this.#text !== '') this.#breaks++;
    this.#space = null;
  }

  /** Adds a whole live text node; in preformatted text (`preserve`) white space stays as it is. */
  add(node: Text, preserve: boolean): void {
    const { data } = node;
    if (preserve) {
      this.#addWords(node, 0, data.length);
      return;
    }
    let at = 0;
    UNEVEN_SPACE.lastIndex = 0;
    for (let space = UNEVEN_SPACE.exec(data); space; space = UNEVEN_SPACE.exec(data)) {
      this.#addEven(node, at, space.index);
      this.#addSpace(node, space.index);
      at = UNEVEN_SPACE.lastIndex;
    }
    this.#addEven(node, at, data.length);
  }

  finish(): BlockText {
    this.#flush();
    return { text: this.#texts.join(BLOCK_SEPARATOR), blocks: this.#blocks, pieces: this.#pieces };
  }

  /** Adds a stretch without uneven space: single spaces within it read the same on both sides, those at its ends may be folded. */
  #addEven(node: Text, start: number, end: number): void {
    if (start === end) return;
    const { data } = node;
    const from = data.charCodeAt(start) === SPACE ? start + 1 : start;
    if (from > start) this.#addSpace(node, start);
    const to = end > from && data.charCodeAt(end - 1) === SPACE ? end - 1 : end;
    this.#addWords(node, from, to);
    if (to < end) this.#addSpace(node, to);
  }

  #addSpace(node: Text, offset: number): void {
    if (this.#text !== '' && this.#breaks === 0) this.#space ??= { node, offset };
  }

  #addWords(node: Text, start: number, end: number): void {
    if (start === end) return;
    this.#emitWaiting();
    this.#append(node.data.slice(start, end), node, start);
  }

  #emitWaiting(): void {
    if (this.#breaks > 1) this.#flush();
    else if (this.#breaks === 1) this.#text += '\n';
    else if (this.#space) this.#append(' ', this.#space.node, this.#space.offset);
    this.#breaks = 0;
    this.#space = null;
  }

  #append(text: string, node: Text, offset: number): void {
    const start = this.#text.length;
    this.#text += text;
    const last = this.#current.at(-1);
    if (last?.node === node && last.offset + last.length === offset && last.start + last.length === start) {
      last.length += text.length;
    } else {
      this.#current.push({ start, length: text.length, node, offset });
    }
  }

  #flush(): void {
    if (this.#text !== '') {
      const start = this.#blocks.length === 0 ? 0 : this.#length + BLOCK_SEPARATOR.length;
      const end = start + this.#text.length;
      for (const piece of this.#current) {
        piece.start += start;
        this.#pieces.push(piece);
      }
      this.#blocks.push({ start, end, tag: this.#tag });
      this.#texts.push(this.#text);
      this.#length = end;
    }
    this.#text = '';
    this.#current = [];
    this.#space = null;
    this.#breaks = 0;
  }
}

/** Those blocks of a text for which `keep` is true, as a text of their own. */
export function pickBlocks({ text, blocks, pieces }: BlockText, keep: (index: number) => boolean): BlockText {
  const texts: string[] = [];
  const kept: Block[] = [];
  const keptPieces: Piece[] = [];
  let length = 0;
  let at = 0;
  for (const [index, { start, end, tag }] of blocks.entries()) {
    const isKept = keep(index);
    const from = kept.length === 0 ? 0 : length + BLOCK_SEPARATOR.length;
    for (let piece = pieces[at]; piece && piece.start < end; piece = pieces[++at]) {
      if (isKept) keptPieces.push({ ...piece, start: piece.start - start + from });
    }
    if (!isKept) continue;
    texts.push(text.slice(start, end));
    length = from + end - start;
    kept.push({ start: from, end: length, tag });
  }
  return { text: texts.join(BLOCK_SEPARATOR), blocks: kept, pieces: keptPieces };
}
