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

/** The white space that HTML folds; a no-break space is a character like any other. */
function isFoldable(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

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
    const { length } = data;
    let at = 0;
    while (at < length) {
      if (!preserve && isFoldable(data.charCodeAt(at))) {
        if (this.#text !== '' && this.#breaks === 0) this.#space ??= { node, offset: at };
        at++;
        continue;
      }
      let end = at + 1;
      while (end < length) {
        if (!preserve && isFoldable(data.charCodeAt(end))) {
          // A single plain space inside a run of words reads the same on both sides.
          const single = data.charCodeAt(end) === 32 && end + 1 < length && !isFoldable(data.charCodeAt(end + 1));
          if (!single) break;
        }
        end++;
      }
      this.#emitWaiting();
      this.#append(data.slice(at, end), node, at);
      at = end;
    }
  }

  finish(): BlockText {
    this.#flush();
    return { text: this.#texts.join(BLOCK_SEPARATOR), blocks: this.#blocks, pieces: this.#pieces };
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
