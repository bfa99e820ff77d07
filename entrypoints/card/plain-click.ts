/** What of a page does something of its own when it is clicked. */
const ANSWERS =
  'a[href], area, audio[controls], button, embed, iframe, input, label, object, option, select, summary, textarea, video[controls], [role="button"], [role="link"], [contenteditable]:not([contenteditable="false"])';

/** Whether this is a person's click with the main button alone, which selects nothing. */
export function isPlainClick(event: MouseEvent, document: Document): boolean {
  if (!event.isTrusted || event.button !== 0) return false;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
  return String(document.getSelection() ?? '').trim() === '';
}

/** Whether a click is for something of the page that does something when it is clicked. @param path its `composedPath()` */
export function isAnswered(path: readonly EventTarget[]): boolean {
  return path.some((node) => node instanceof Element && node.matches(ANSWERS));
}
