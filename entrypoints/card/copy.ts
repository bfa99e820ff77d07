/**
 * Puts something on the clipboard, as plain text and as HTML; to be called while a person's press is under way. It does
 * without `navigator.clipboard`, which is not there on pages that came over http.
 * @returns false when the browser or the page did not let us
 */
export function copy(document: Document, { text, html }: { text: string; html: string }): boolean {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent) => {
    // A page may not change what is copied, nor learn of it.
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    isCopied = event.clipboardData !== null;
  };
  const window = document.defaultView;
  window?.addEventListener('copy', onCopy, { capture: true });
  const isDone = document.execCommand('copy');
  window?.removeEventListener('copy', onCopy, { capture: true });
  return isDone && isCopied;
}
