import type { Piece } from './block-text';

/** A stretch of text: UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const NOT_BLANK = /[^ \t\n\r\f]/;

/** Leads from offsets in a text to places on the live page, and back. */
export class TextMap {
  readonly #pieces: readonly Piece[];
  readonly #byNode = new Map<Text, Piece[]>();

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    for (const piece of pieces) {
      const known = this.#byNode.get(piece.node);
      if (known) known.push(piece);
      else this.#byNode.set(piece.node, [piece]);
    }
  }

  /**
   * The places on the page of `text.slice(start, end)`, in order. One range runs on as long as nothing foreign stands
   * between its words on the page; an advertisement or a script between two paragraphs parts them.
   */
  toRanges({ start, end }: Span): Range[] {
    const ranges: Range[] = [];
    let last: { range: Range; node: Text; offset: number } | null = null;
    for (let i = this.#firstEndingAfter(start); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i];
      if (!piece || piece.start >= end) break;
      const { node } = piece;
      if (!node.isConnected || piece.offset + piece.length > node.length) continue;
      const from = piece.offset + Math.max(0, start - piece.start);
      const to = piece.offset + Math.min(piece.length, end - piece.start);
      if (last && nothingBetween(last.node, last.offset, node, from)) {
        last.range.setEnd(node, to);
        last = { range: last.range, node, offset: to };
      } else {
        const range = node.ownerDocument.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
        last = { range, node, offset: to };
      }
    }
    return ranges;
  }

  /** The stretch of text from the first to the last of its characters that lie in `range`; null when none does. */
  toSpan(range: Range): Span | null {
    let start: number | null = null;
    let end = 0;
    for (const { start: at, length, node, offset } of this.#pieces) {
      if (!range.intersectsNode(node)) continue;
      const from = Math.max(offset, node === range.startContainer ? range.startOffset : 0);
      const to = Math.min(offset + length, node === range.endContainer ? range.endOffset : Number.POSITIVE_INFINITY);
      if (from >= to) continue;
      start ??= at + from - offset;
      end = at + to - offset;
    }
    return start === null ? null : { start, end };
  }

  /** Where in the text the character at `offset` of a live text node stands; null when it is not part of it. */
  offsetOf(node: Text, offset: number): number | null {
    for (const piece of this.#byNode.get(node) ?? []) {
      if (offset >= piece.offset && offset < piece.offset + piece.length) return piece.start + offset - piece.offset;
    }
    return null;
  }

  /** The place on the page of the character at `at`; null for a line break or block separator, which have none. */
  charAt(at: number): { node: Text; offset: number } | null {
    const piece = this.#pieces[this.#firstEndingAfter(at)];
    return piece && piece.start <= at ? { node: piece.node, offset: piece.offset + at - piece.start } : null;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && piece.start + piece.length > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Whether only white space stands between two places in text nodes, the first of which is not after the second. */
function nothingBetween(before: Text, from: number, after: Text, to: number): boolean {
  if (before === after) return !NOT_BLANK.test(before.data.slice(from, to));
  if (NOT_BLANK.test(before.data.slice(from)) || NOT_BLANK.test(after.data.slice(0, to))) return false;
  const walker = before.ownerDocument.createTreeWalker(before.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = before;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === after) return true;
    if (NOT_BLANK.test((node as Text).data)) return false;
  }
  return false;
}
