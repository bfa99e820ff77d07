import type { Extent } from '../annotations/article';
import type { LinkedArticle } from './json-ld';

/** A text as long as this, in UTF-16 units, is no mere beginning, whatever the page says of who may read it. */
const STUB_LENGTH = 2_000;
/** So many times as long as the text is an article of which only the beginning is shown. */
const STUB_RATIO = 1.5;
/** Of longer addresses, in UTF-16 units, is not looked whether they lead to a next page. */
const MAX_ADDRESS_LENGTH = 500;

/**
 * Whether the article is all there, as far as the page says: `live` when it is still being written, `stub` when the rest
 * is for subscribers, `first-part` when it goes on on another page.
 * @param text the text that was found on the page
 */
export function readExtent(page: Document, linked: LinkedArticle, text: string): Extent {
  if (linked.isLive || page.querySelector('[itemtype$="/LiveBlogPosting"]')) return 'live';
  if (!linked.isFree && isCut(text, linked.body)) return 'stub';
  return hasNextPart(page) ? 'first-part' : 'whole';
}

const isCut = (text: string, said: string | null): boolean =>
  said === null ? text.length < STUB_LENGTH : said.length > STUB_RATIO * text.length;

/** A `next` link that differs from the page's own address in a page number alone; many link the next article so. */
function hasNextPart(page: Document): boolean {
  const own = page.URL.replace(/[?#].*|\/$/g, '');
  for (const link of page.querySelectorAll('[rel~="next" i][href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.length > MAX_ADDRESS_LENGTH || !URL.canParse(href, page.baseURI)) continue;
    const { href: next } = new URL(href, page.baseURI);
    const [base = '', number] = next.split(
      /(?:[/._-]|[?&](?:\w+=\d+&)*)(?:p|page|seite|pagina)?[/=_-]?(\d{1,2})(?:\.\w+)?\/?$/i,
    );
    if (number !== undefined && +number > 1 && own.startsWith(base.replace(/\.\w{3,5}$/, ''))) return true;
  }
  return false;
}
