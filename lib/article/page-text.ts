import type { BlockText } from './block-text';
import { walkBlocks } from './block-walk';

/** Reads all that a reader of the page sees, headline, captions and comments included. The page is only read. */
export function readPageText(page: Document): BlockText {
  if (!page.body) return { text: '', blocks: [], pieces: [] };
  return walkBlocks(page.body, { resolve: (node) => node, skip: (element) => !isShown(element) });
}

/** An environment without layout can't tell, and shows everything. */
function isShown(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return false;
  return element.checkVisibility?.() ?? true;
}
