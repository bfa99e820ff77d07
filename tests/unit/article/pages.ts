/** A document of its own with this body; happy-dom's parser does the parsing. */
export function pageOf(body: string, head = ''): Document {
  const page = document.implementation.createHTMLDocument();
  page.head.innerHTML = head;
  page.body.innerHTML = body;
  return page;
}

/** A paragraph long enough for Readability to take it for one. */
export const paragraph = (about: string): string =>
  `<p>${about}: the council met on Monday, heard both sides of the question, and put off its answer, as it had done, ` +
  'twice, in the weeks before; nobody in the room, not even the clerk, seemed to mind the delay very much.</p>';
