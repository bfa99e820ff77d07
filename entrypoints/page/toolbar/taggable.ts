/** The focused element, also in shadow roots that let us in. */
function focused(document: Document): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether keys that are pressed now are typed into something of the page. */
export function isTyping(document: Document): boolean {
  const element = focused(document);
  if (!element) return document.designMode === 'on';
  if (element.matches('input, textarea, select, [role="textbox"], [role="combobox"], [role="searchbox"]')) return true;
  // A frame's own keys never come here, a plug-in's may.
  return (element as HTMLElement).isContentEditable || element.matches('embed, object');
}

/**
 * The lines of the page's selection if they are words to be read, which can be tagged: not in a field, not in text that is
 * being edited, not without a letter. Null when there is none.
 */
export function selectedLines(document: Document): DOMRect[] | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || isTyping(document)) return null;
  if (!/\p{L}/u.test(selection.toString())) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const element = around.nodeType === Node.ELEMENT_NODE ? (around as HTMLElement) : around.parentElement;
  if (element?.isContentEditable) return null;
  // All but a dialog that is open above the page is inert then, and so would our layer be.
  if (document.querySelector(':modal')) return null;
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  return lines.length > 0 ? lines : null;
}
