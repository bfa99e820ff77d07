import type { ArticleMetadata, ClaimedUrls } from '../annotations/article';
import { type LinkedArticle, readLinkedArticle } from './json-ld';

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

/** A value and where it stands, best first. */
type Candidate = readonly [source: string, value: string | null | undefined];

/**
 * Reads what the page says of itself, and remembers where. For each value the first source that has one is taken:
 * JSON-LD (`@graph`, references, lists of authors), Readability (which reads OpenGraph and other meta tags, and for the
 * byline the page itself), meta tags that it does not know, microdata, `<time>`, and for the title the heading and
 * the document's title. A title is given without the name of the site.
 */
export function readMetadata(
  page: Document,
  readability: ReadabilityMetadata,
  linked: LinkedArticle = readLinkedArticle(page),
  meta: MetaTags = readMeta(page),
): ArticleMetadata {
  const byProperty = readMicrodata(page);
  const titles: Candidate[] = [
    ['json-ld', linked.title],
    ['meta', meta('og:title')],
    ['heading', page.querySelector('h1')?.textContent],
    ['title', page.title],
    ['address', page.URL],
  ];
  const written = byProperty('author').map((element) => element.textContent ?? '');
  const title = pick(linked.title ?? readability.title, titles, 'title');
  const linkedByline = linked.authors.join(', ');
  const byline = pick(linkedByline || readability.byline, [
    ['json-ld', linkedByline],
    ['meta', meta('author', 'article:author')],
    ['microdata', written.join(', ')],
  ]);
  const siteName = pick(linked.siteName ?? readability.siteName, [
    ['json-ld', linked.siteName],
    ['meta', meta('og:site_name', 'application-name')],
  ]);
  const section = pick(null, [
    ['json-ld', linked.section],
    ['meta', meta('article:section')],
    ['microdata', byProperty('articleSection')[0]?.textContent],
  ]);
  const publishedTime = pickTime(linked.publishedTime ?? readability.publishedTime, [
    ['json-ld', linked.publishedTime],
    ['meta', meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.created')],
    ['microdata', timeOf(byProperty('datePublished')[0])],
    ['time', timeOf(page.querySelector('article time[datetime], main time[datetime]'))],
    ['time', timeOf(page.querySelector('time[datetime]'))],
  ]);
  const modifiedTime = pickTime(null, [
    ['json-ld', linked.modifiedTime],
    ['meta', meta('article:modified_time', 'og:updated_time', 'datemodified')],
    ['microdata', timeOf(byProperty('dateModified')[0])],
  ]);
  const lang = pick(readability.lang, [
    ['html', page.documentElement?.lang],
    ['meta', meta('content-language')],
    ['json-ld', linked.lang],
  ]);
  const authors = linked.authors.length > 0 ? linked.authors : written.flatMap((name) => shortened(name) ?? []);
  return {
    title: withoutSite(title, siteName.value),
    byline: byline.value,
    authors: authors.length > 0 ? authors : byline.value ? [byline.value] : [],
    siteName: siteName.value,
    section: section.value,
    publishedTime: publishedTime.value,
    modifiedTime: modifiedTime.value,
    lang: lang.value,
    dir: directionOf(page, readability),
    sources: {
      title: title.source,
      byline: byline.source,
      siteName: siteName.source,
      section: section.source,
      publishedTime: publishedTime.source,
      modifiedTime: modifiedTime.source,
      lang: lang.source,
    },
  };
}

/** The other addresses that the page claims, made absolute. */
export function readClaimedUrls(page: Document, meta: MetaTags = readMeta(page)): ClaimedUrls {
  const link = (rel: string) => page.querySelector(`link[rel~="${rel}" i][href]`)?.getAttribute('href');
  return {
    canonical: absolute(page, link('canonical')),
    og: absolute(page, meta('og:url')),
    amp: absolute(page, link('amphtml')),
  };
}

/** A value, or null for what is none. */
const shortened = (value: string | null | undefined): string | null => {
  const text = value?.trim();
  return text && text.length <= MAX_LENGTH ? text : null;
};

interface Picked {
  readonly value: string | null;
  readonly source: string | null;
}

/** @param known what Readability says, which is in most cases what one of the candidates says */
function pick(
  known: string | null | undefined,
  candidates: readonly Candidate[],
  otherwise = 'page',
  form: (value: string | null | undefined) => string | null = shortened,
): Picked {
  const formed = candidates.map(([source, value]) => [source, form(value)] as const);
  const value = form(known) ?? formed.find(([, one]) => one)?.[1] ?? null;
  return { value, source: value && (formed.find(([, one]) => one === value)?.[0] ?? otherwise) };
}

const pickTime = (known: string | null | undefined, candidates: readonly Candidate[]): Picked =>
  pick(known, candidates, 'meta', isoTime);

/**
 * The title up to a dash or the like behind which the site's name stands. In the document's own title, which Readability
 * looks at for the other signs, a long dash is one too if three words stand before it.
 */
function withoutSite({ value, source }: Picked, siteName: string | null): string {
  const [, before = '', after] = /^(.+)\s[-–—|·•:»/]\s(.+?)$/.exec(value ?? '') ?? [];
  const isOwn = source === 'title' && /^\S+\s+\S+\s.*\s[–—]\s[^–—]+$/.test(value ?? '');
  return before && (after === siteName || isOwn) ? before : (value ?? '');
}

/** Reads the page's microdata once. Gives the elements of a property, no more than an article can have authors. */
function readMicrodata(page: Document): (name: string) => Element[] {
  const elements = [...page.querySelectorAll('[itemprop]')];
  return (name) =>
    elements
      .filter((element) => element.matches(`[itemprop~="${name}"]`))
      .slice(0, 20)
      .map((element) => element.querySelector('[itemprop~="name"]') ?? element);
}

const timeOf = (element: Element | null | undefined): string | null | undefined =>
  element?.getAttribute('datetime') ?? element?.getAttribute('content');

const ISO_8601 = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?)?$/i;
const ZONE = /(?:\b(?:[A-Z]{1,2}[SD]?T|GMT|UTC|Z)|[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?$/;

/**
 * ISO 8601 stays as the page wrote it, with its zone or without; other dates are brought into that form. A time without a
 * zone is given none: it would be that of this machine.
 */
function isoTime(value: string | null | undefined): string | null {
  const text = shortened(value);
  if (!text || ISO_8601.test(text)) return text;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  if (ZONE.test(text)) return new Date(time).toISOString();
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString();
  return /\d:\d/.test(text) ? local.slice(0, 19) : local.slice(0, 10);
}

/** What the first of these meta tags that says something says; names in lower case. */
export type MetaTags = (...names: string[]) => string | null;

/** The page's meta tags: of each name the first that says something. */
export function readMeta(page: Document): MetaTags {
  const said = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !said.has(name)) said.set(name, content);
    }
  }
  return (...names) => {
    for (const name of names) {
      const content = said.get(name);
      if (content) return content;
    }
    return null;
  };
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
