import type { Piece } from './block-text';
import { flatTree } from './flat-tree';

/** A stretch of text: UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const NOT_BLANK = /[^ \t\n\r\f]/;

/** Two places in a document, as ranges of every kind have them; those of a selection may stand in different roots. */
type Ends = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** Leads from offsets in a text to places on the live page, and back. */
export class TextMap {
  /** The open shadow roots that were read for the text. */
  readonly roots: readonly ShadowRoot[];
  readonly #pieces: readonly Piece[];
  #byNode: Map<Node, Piece[]> | null = null;

  constructor(pieces: readonly Piece[], roots: readonly ShadowRoot[] = []) {
    this.roots = roots;
    this.#pieces = pieces;
  }

  /** Not needed by those who only look from the text to the page. */
  #piecesOf(node: Node): readonly Piece[] {
    this.#byNode ??= Map.groupBy(this.#pieces, (piece) => piece.node as Node);
    return this.#byNode.get(node) ?? [];
  }

  /**
   * The places on the page of `text.slice(start, end)`, in order. One range runs on as long as nothing foreign stands
   * between its words on the page; an advertisement, a script or the edge of a shadow root between them parts them.
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
  toSpan(range: Ends): Span | null {
    const start = this.#offsetFrom(range.startContainer, range.startOffset);
    const end = this.#offsetFrom(range.endContainer, range.endOffset);
    // A range from a shadow root into what stands in its slots may end before it starts, as the text is read.
    const [from, to] = start < end ? [start, end] : [end, start];
    const first = this.#pieces[this.#firstEndingAfter(from)];
    const next = this.#firstEndingAfter(to - 1);
    const last = this.#pieces[(this.#pieces[next]?.start ?? to) < to ? next : next - 1];
    if (!first || !last) return null;
    const span = { start: Math.max(from, first.start), end: Math.min(to, last.start + last.length) };
    return span.start < span.end ? span : null;
  }

  /** Where in the text the character at `offset` of a live text node stands; null when it is not part of it. */
  offsetOf(node: Text, offset: number): number | null {
    for (const piece of this.#piecesOf(node)) {
      if (offset >= piece.offset && offset < piece.offset + piece.length) return piece.start + offset - piece.offset;
    }
    return null;
  }

  /** The place on the page of the character at `at`; null for a line break or block separator, which have none. */
  charAt(at: number): { node: Text; offset: number } | null {
    const piece = this.#pieces[this.#firstEndingAfter(at)];
    return piece && piece.start <= at ? { node: piece.node, offset: piece.offset + at - piece.start } : null;
  }

  /** Where in the text the first of its characters stands that is not before a place on the page; its end when none is. */
  #offsetFrom(container: Node, offset: number): number {
    const pieces = this.#piecesOf(container);
    const last = pieces.at(-1);
    if (last) {
      const piece = pieces.find((candidate) => offset < candidate.offset + candidate.length);
      return piece ? piece.start + Math.max(0, offset - piece.offset) : last.start + last.length;
    }
    let node = container.childNodes[offset] ?? nodeAfter(container);
    while (node) {
      const [piece] = this.#piecesOf(node);
      if (piece) return piece.start;
      node = flatTree.first(node) ?? nodeAfter(node);
    }
    const end = this.#pieces.at(-1);
    return end ? end.start + end.length : 0;
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

/** The next node that is shown after `node` and all that it holds. */
function nodeAfter(node: Node): Node | null {
  for (let at: Node | null = node; at; at = flatTree.parent(at)) {
    const next = flatTree.next(at);
    if (next) return next;
  }
  return null;
}

/**
 * Whether only white space stands between two places in text nodes, the first of which is not after the second. Nodes of
 * different roots never count as neighbours, for no range can hold them both.
 */
function nothingBetween(before: Text, from: number, after: Text, to: number): boolean {
  if (before === after) return !NOT_BLANK.test(before.data.slice(from, to));
  if (NOT_BLANK.test(before.data.slice(from)) || NOT_BLANK.test(after.data.slice(0, to))) return false;
  const root = before.getRootNode();
  if (root !== after.getRootNode()) return false;
  const walker = before.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = before;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === after) return true;
    if (node.nodeType === Node.TEXT_NODE ? NOT_BLANK.test((node as Text).data) : hasForeignText(node as Element, after))
      return false;
  }
  return false;
}

/** Whether an element shows text of a shadow root; around `inner`, one of its children, it passes for a frame. */
function hasForeignText(element: Element, inner: Node): boolean {
  return element.shadowRoot !== null && !element.contains(inner);
}
