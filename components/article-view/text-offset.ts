import type { Stretch } from '@/lib/sentences';

/** The attribute on the parent of each text node that says where its text begins in the article's text. */
export const START_ATTRIBUTE = 'data-start';

/** Where a text node of the article view begins in the article's text (UTF-16); null when it is none of its text. */
function startOf(node: Node): number | null {
  const start = node.parentElement?.getAttribute(START_ATTRIBUTE);
  return start === null || start === undefined ? null : Number(start);
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && startOf(node) !== null) found.push(node);
  }
  return found;
}

/** True when `node` comes after the boundary point (`container`, `offset`), or begins right there. */
function isAfter(node: Text, container: Node, offset: number): boolean {
  const child = container.childNodes[offset];
  if (child && (child === node || child.contains(node))) return true;
  const place = (child ?? container).compareDocumentPosition(node);
  if (place & Node.DOCUMENT_POSITION_CONTAINED_BY) return child !== undefined;
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * The offset in the article's text (UTF-16) of a boundary point in the article view. A point that is in no text counts
 * as the end of the text before it (`end`) or as the beginning of the text after it (`start`).
 */
function offsetOf(root: Node, container: Node, offset: number, side: 'start' | 'end'): number | null {
  if (container instanceof Text) {
    const start = startOf(container);
    if (start !== null) return start + offset;
  }
  const nodes = textNodes(root);
  const next = nodes.findIndex((node) => isAfter(node, container, offset));
  if (side === 'start') {
    const node = nodes[next];
    return node ? startOf(node) : null;
  }
  const node = nodes[(next < 0 ? nodes.length : next) - 1];
  const start = node && startOf(node);
  return node && typeof start === 'number' ? start + node.data.length : null;
}

/** The stretch of the article's text that a range selects within `root`; null when it selects none of it. */
export function stretchOfRange(root: Node, range: Range): Stretch | null {
  if (range.collapsed || !root.contains(range.startContainer)) return null;
  const start = offsetOf(root, range.startContainer, range.startOffset, 'start');
  const end = root.contains(range.endContainer)
    ? offsetOf(root, range.endContainer, range.endOffset, 'end')
    : offsetOf(root, root, root.childNodes.length, 'end');
  return start !== null && end !== null && start < end ? { start, end } : null;
}
