/** A way through a tree of nodes. */
export interface Tree {
  first(node: Node): Node | null;
  next(node: Node): Node | null;
  parent(node: Node): Node | null;
}

/** A form answers to the names of its fields: by `<input name="parentNode">` a walk would go round in circles. */
function getter(name: 'firstChild' | 'nextSibling' | 'parentNode'): (node: Node) => Node | null {
  const get = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get;
  return (node) => get?.call(node);
}
const firstChild = getter('firstChild');
const nextSibling = getter('nextSibling');
const parentNode = getter('parentNode');

/** The tree as it is written; what is in shadow roots is not part of it. */
export const lightTree: Tree = {
  first: firstChild,
  next: nextSibling,
  parent: parentNode,
};

/**
 * The tree as it is shown: an open shadow root stands for its host's children, and those that have a slot stand in it,
 * instead of what it holds for want of them. Closed roots can't be seen into: their hosts' children stand where they are written.
 * @see https://drafts.csswg.org/css-scoping/#flattening
 */
export const flatTree: Tree = {
  first(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return firstChild(node);
    const element = node as Element;
    if (element.shadowRoot) return element.shadowRoot.firstChild;
    return (element.localName === 'slot' && (element as HTMLSlotElement).assignedNodes()[0]) || firstChild(node);
  },
  next(node) {
    const slot = slotOf(node);
    if (!slot) return nextSibling(node);
    // What shares a slot stands in it in the order in which it is written.
    let next = nextSibling(node);
    while (next && slotOf(next) !== slot) next = nextSibling(next);
    return next;
  },
  parent(node) {
    if (isRoot(node)) return node.host;
    const parent = slotOf(node) ?? parentNode(node);
    return parent && isRoot(parent) ? parent.host : parent;
  },
};

function slotOf(node: Node): HTMLSlotElement | null {
  return (node as Element | Text).assignedSlot ?? null;
}

/** By its host: a root of another window, as happens in frames and tests, is no instance of this one's class. */
function isRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
