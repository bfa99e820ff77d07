/** What a page's JSON-LD says of its article; null or empty where it says nothing that can be used. */
export interface LinkedArticle {
  title: string | null;
  authors: string[];
  siteName: string | null;
  section: string | null;
  publishedTime: string | null;
  modifiedTime: string | null;
  isArticle: boolean;
}

/** schema.org's Article and its kinds: https://schema.org/Article#subtypes */
const ARTICLE_TYPE =
  /^(https?:\/\/schema\.org\/)?(Article|\w*NewsArticle|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle|TechArticle)$/;
const MAX_JSON_LENGTH = 1_000_000;

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function textOf(value: unknown): string | null {
  const [only] = listOf(value);
  return typeof only === 'string' && only.trim() !== '' ? only.trim() : null;
}

/** The name of a Person, Organization or the like, however it is written. */
function nameOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.name) : textOf(value);
}

/** Reads the first article among the page's JSON-LD blocks. Blocks that are no JSON are passed over: they are the page's. */
export function readLinkedArticle(page: Document): LinkedArticle {
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length > MAX_JSON_LENGTH) continue;
    const article = findArticle(parse(source));
    if (article) {
      return {
        title: textOf(article.headline) ?? textOf(article.name),
        authors: [...new Set(listOf(article.author).map(nameOf))].filter((name) => name !== null),
        siteName: nameOf(listOf(article.publisher)[0]),
        section: textOf(article.articleSection),
        publishedTime: textOf(article.datePublished),
        modifiedTime: textOf(article.dateModified),
        isArticle: true,
      };
    }
  }
  return {
    title: null,
    authors: [],
    siteName: null,
    section: null,
    publishedTime: null,
    modifiedTime: null,
    isArticle: false,
  };
}

function parse(source: string): unknown {
  try {
    // Some sites wrap their JSON in a CDATA section.
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return null;
  }
}

function findArticle(value: unknown): Json | null {
  for (const item of listOf(value)) {
    if (!isObject(item)) continue;
    if (listOf(item['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return item;
    const inside = item['@graph'] === undefined ? null : findArticle(item['@graph']);
    if (inside) return inside;
  }
  return null;
}
