/** So few elements and so little text (UTF-16 units) are read in no time, however they are nested. */
const LIGHT_ELEMENTS = 1_400;
const LIGHT_TEXT = 250_000;

/** So many characters take as long as one element. */
const TEXT_PER_ELEMENT = 140;

/** What these hold is thrown away first. */
const UNREAD = /^(?:script|style)$/;

/**
 * How much Readability has to do at most for a page: it looks at each element and at each character anew for whatever
 * stands around it. As a number of looks at an element, each of which takes about 1 µs, or 3 µs when it tries again and
 * again; 0 where it is too little to be counted.
 * @param textLength how much text there is, in UTF-16 units
 */
export function readingCost(page: Document, textLength: number): number {
  if (page.getElementsByTagName('*').length <= LIGHT_ELEMENTS && textLength <= LIGHT_TEXT) return 0;
  let cost = 0;
  let depth = 0;
  let node: Node | null = page.documentElement;
  while (node) {
    if (node.nodeType === Node.ELEMENT_NODE) cost += depth;
    else if (node.nodeType === Node.TEXT_NODE) cost += (depth * (node as Text).length) / TEXT_PER_ELEMENT;
    if (node.firstChild && !UNREAD.test((node as Element).localName)) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return cost;
}
