/** Whether this is a person's click with the main button alone, which selects nothing. */
export function isPlainClick(event: MouseEvent, document: Document): boolean {
  if (!event.isTrusted || event.button !== 0) return false;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
  return String(document.getSelection() ?? '').trim() === '';
}

/** Whether a click is for something of the page that does something when it is clicked. @param path its `composedPath()` */
export function isAnswered(path: readonly EventTarget[]): boolean {
  return path.some((node) => node instanceof Element && isAnswering(node));
}

function isAnswering(node: Element): boolean {
  if (node.matches('a[href], area, button, input, label, option, select, summary, textarea')) return true;
  if (node.matches('audio[controls], video[controls], embed, iframe, object')) return true;
  return node.matches('[role="button"], [role="link"], [contenteditable]:not([contenteditable="false"])');
}
