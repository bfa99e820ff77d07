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
    const { overflow, overflowY, position } = view.getComputedStyle(element);
    if (isWindow || overflow !== 'visible') {
      const box = isWindow ? new DOMRect(0, 0, view.innerWidth, view.innerHeight) : element.getBoundingClientRect();
      const rect = rectOf(range, box.height);
      if (!rect) return;
      moved.push({ scroller: element, left: element.scrollLeft, top: element.scrollTop });
      const isInside = rect.top >= box.top && rect.bottom <= box.bottom;
      element.scrollBy({
        left: rect.left >= box.left && rect.right <= box.right ? 0 : rect.x + rect.width / 2 - box.x - box.width / 2,
        // What cuts off without a scroll bar can't be scrolled back by hand: it is moved only if need be.
        top: isInside && overflowY === 'hidden' ? 0 : rect.y + rect.height / 2 - box.y - box.height / 2,
        behavior: 'instant',
      });
    }
    // Nothing around it moves what is fixed to the window.
    if (position === 'fixed') break;
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

/** The box of a range or, when that is too tall to be read at once, of its first line; null when it has none. */
function rectOf(range: Range, height: number): DOMRect | null {
  const [first] = range.getClientRects();
  if (!first) return null;
  const whole = range.getBoundingClientRect();
  return whole.height > height / 2 ? first : whole;
}
