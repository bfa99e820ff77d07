/**
 * Brings a range into the middle of the window and of everything around it that scrolls, after opening what it is folded
 * up in. A range that is not shown at all moves nothing.
 * @param calm jump instead of gliding
 */
export function scrollToRange(range: Range, calm: boolean): void {
  const document = range.startContainer.ownerDocument;
  const view = document?.defaultView;
  if (!view) return;
  const around = ancestors(range.startContainer);
  unfold(around);

  const moved: { scroller: Element; left: number; top: number }[] = [];
  for (const element of around) {
    const isWindow = element === document.scrollingElement;
    const style = view.getComputedStyle(element);
    if (isWindow || isScroller(element, style)) {
      const box = isWindow ? new DOMRect(0, 0, view.innerWidth, view.innerHeight) : element.getBoundingClientRect();
      const rect = rectOf(range, box.height);
      if (!rect) return;
      const top = distance(rect.top, rect.bottom, box.top, box.bottom, isWindow ? 'auto' : style.overflowY);
      const isInside = rect.left >= box.left && rect.right <= box.right;
      const left = isInside
        ? 0
        : distance(rect.left, rect.right, box.left, box.right, isWindow ? 'auto' : style.overflowX);
      moved.push({ scroller: element, left: element.scrollLeft, top: element.scrollTop });
      element.scrollBy({ left, top, behavior: 'instant' });
    }
    // Nothing around it moves what is fixed to the window.
    if (style.position === 'fixed') break;
  }
  if (calm) return;
  // Where the jumps have led is known now, whatever held them up: from where the reader was, all of them glide there.
  for (const { scroller, left, top } of moved) {
    const { scrollLeft, scrollTop } = scroller;
    if (scrollLeft === left && scrollTop === top) continue;
    scroller.scrollTo({ left, top, behavior: 'instant' });
    scroller.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'smooth' });
  }
}

/** The elements around a node as they are shown, from the inside out. */
function ancestors(node: Node): Element[] {
  const found: Element[] = [];
  let at: Node | null = node;
  while (at) {
    if (at.nodeType === Node.ELEMENT_NODE) found.push(at as Element);
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host ?? null;
  }
  return found;
}

/** Opens what is closed around a passage, as a browser does for what it has found on a page. */
function unfold(around: readonly Element[]): void {
  around.forEach((element, i) => {
    if (element.getAttribute('hidden') === 'until-found') element.removeAttribute('hidden');
    const isFolded = element.localName === 'details' && !element.hasAttribute('open');
    if (isFolded && around[i - 1]?.localName !== 'summary') element.setAttribute('open', '');
  });
}

function isScroller(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return (
    (element.scrollHeight > element.clientHeight && /auto|scroll|hidden/.test(overflowY)) ||
    (element.scrollWidth > element.clientWidth && /auto|scroll|hidden/.test(overflowX))
  );
}

/** The box of a range or, when that is too tall to be read at once, of its first line; null when it has none. */
function rectOf(range: Range, height: number): DOMRect | null {
  const [first] = range.getClientRects();
  if (!first) return null;
  const whole = range.getBoundingClientRect();
  return whole.height > height / 2 ? first : whole;
}

/** How far to scroll so that what runs from `start` to `end` stands in the middle of a box. */
function distance(start: number, end: number, boxStart: number, boxEnd: number, overflow: string): number {
  const isInside = start >= boxStart && end <= boxEnd;
  // What cuts off without a scroll bar can't be scrolled back by hand: it is moved only if need be.
  if (!/auto|scroll/.test(overflow) && (isInside || overflow !== 'hidden')) return 0;
  return (start + end) / 2 - (boxStart + boxEnd) / 2;
}
