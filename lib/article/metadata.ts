import type { ArticleMetadata, ClaimedUrls } from '../annotations/article';
import { readLinkedArticle } from './json-ld';

/** The fields of Readability's result that are metadata. */
export interface ReadabilityMetadata {
  title?: string | null | undefined;
  byline?: string | null | undefined;
  siteName?: string | null | undefined;
  publishedTime?: string | null | undefined;
  lang?: string | null | undefined;
  dir?: string | null | undefined;
}

/** The longest value that is believed; a page that gives more is not giving metadata. */
const MAX_LENGTH = 1_000;

/**
 * Reads what the page says of itself. For each value the first source that has one is taken:
 * Readability (which reads JSON-LD, then OpenGraph and other meta tags), JSON-LD read by ourselves (`@graph`, lists of
 * authors), meta tags, microdata, `<time>`, and for the title the heading and the document's title.
 */
export function readMetadata(page: Document, readability: ReadabilityMetadata): ArticleMetadata {
  const linked = readLinkedArticle(page);
  const byline = first(readability.byline, linked.authors.join(', '), meta(page, 'author', 'article:author'));
  return {
    title:
      first(
        readability.title,
        linked.title,
        meta(page, 'og:title'),
        page.querySelector('h1')?.textContent,
        page.title,
        page.URL,
      ) ?? '',
    byline,
    authors: linked.authors.length > 0 ? linked.authors : byline ? [byline] : [],
    siteName: first(readability.siteName, linked.siteName, meta(page, 'og:site_name', 'application-name')),
    section: first(linked.section, meta(page, 'article:section')),
    publishedTime: firstTime(readability.publishedTime, linked.publishedTime, ...publishedTimes(page)),
    modifiedTime: firstTime(linked.modifiedTime, meta(page, 'article:modified_time', 'og:updated_time')),
    lang: first(readability.lang, page.documentElement?.lang, meta(page, 'content-language')),
    dir: directionOf(page, readability),
  };
}

/** The other addresses that the page claims, made absolute. */
export function readClaimedUrls(page: Document): ClaimedUrls {
  const link = (rel: string) => page.querySelector(`link[rel~="${rel}" i][href]`)?.getAttribute('href');
  return {
    canonical: absolute(page, link('canonical')),
    og: absolute(page, meta(page, 'og:url')),
    amp: absolute(page, link('amphtml')),
  };
}

function* candidates(values: readonly (string | null | undefined)[]): Generator<string> {
  for (const value of values) {
    const text = value?.trim();
    if (text && text.length <= MAX_LENGTH) yield text;
  }
}

function first(...values: readonly (string | null | undefined)[]): string | null {
  return candidates(values).next().value ?? null;
}

function firstTime(...values: readonly (string | null | undefined)[]): string | null {
  for (const value of candidates(values)) {
    const time = isoTime(value);
    if (time) return time;
  }
  return null;
}

const ISO_8601 = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?)?$/i;

/** ISO 8601 stays as the page wrote it, with its zone or without; other dates are brought into that form. */
function isoTime(value: string): string | null {
  if (ISO_8601.test(value)) return value;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function meta(page: Document, ...names: string[]): string | null {
  for (const name of names) {
    const element = page.querySelector(
      `meta[property="${name}" i][content], meta[name="${name}" i][content], meta[http-equiv="${name}" i][content]`,
    );
    const content = element?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return null;
}

function publishedTimes(page: Document): (string | null | undefined)[] {
  const dated = page.querySelector('[itemprop~="datePublished"]');
  return [
    meta(page, 'article:published_time', 'datePublished', 'date', 'dc.date', 'dcterms.created'),
    dated?.getAttribute('datetime') ?? dated?.getAttribute('content'),
    page.querySelector('article time[datetime], main time[datetime]')?.getAttribute('datetime'),
    page.querySelector('time[datetime]')?.getAttribute('datetime'),
  ];
}

function directionOf(page: Document, readability: ReadabilityMetadata): 'ltr' | 'rtl' | null {
  const dir = (readability.dir || page.documentElement?.dir || page.body?.dir || '').toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}

function absolute(page: Document, address: string | null | undefined): string | null {
  if (!address || address.length > 4 * MAX_LENGTH || !URL.canParse(address, page.baseURI)) return null;
  const url = new URL(address, page.baseURI);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
