/** What a page's JSON-LD says of its article; null or empty where it says nothing that can be used. */
export interface LinkedArticle {
  title: string | null;
  authors: string[];
  siteName: string | null;
  section: string | null;
  publishedTime: string | null;
  modifiedTime: string | null;
  lang: string | null;
  /** The text, as far as the page gives it here. */
  body: string | null;
  /** False when it is said that not everybody may read it. */
  isFree: boolean;
  isLive: boolean;
  isArticle: boolean;
}

/** schema.org's Article and its kinds: https://schema.org/Article#subtypes */
const ARTICLE_TYPE =
  /^(https?:\/\/schema\.org\/)?(Article|\w*NewsArticle|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle|TechArticle)$/;
const MAX_JSON_LENGTH = 1_000_000;
const MAX_AUTHORS = 50;
/** A graph stands at the top, or in the one object there. */
const MAX_GRAPHS = 8;

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function textOf(value: unknown): string | null {
  const [only] = listOf(value);
  return typeof only === 'string' && only.trim() !== '' ? only.trim() : null;
}

const isFalse = (value: unknown): boolean => /^false$/i.test(String(value));

/** The name of a Person, Organization or the like, however it is written: in place, or by reference to another object. */
function nameOf(value: unknown, names: ReadonlyMap<unknown, string>): string | null {
  return isObject(value) ? (textOf(value.name) ?? names.get(value['@id']) ?? null) : textOf(value);
}

/** The headline, but where that is another text and it is the name that the page's own title begins with. */
function titleIn({ title }: Document, headline: string | null, name: string | null): string | null {
  return name && title.startsWith(name) && !title.startsWith(headline ?? name) ? name : (headline ?? name);
}

/** Reads the first article among the page's JSON-LD blocks. Blocks that are no JSON are passed over: they are the page's. */
export function readLinkedArticle(page: Document): LinkedArticle {
  const names = new Map<unknown, string>();
  let article: Json | null = null;
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length <= MAX_JSON_LENGTH) {
      const found = findArticle(parse(source), names);
      article ??= found;
    }
  }
  const { headline, name, author, publisher, isAccessibleForFree, hasPart } = article ?? {};
  const said = (key: string) => textOf(article?.[key]);
  return {
    title: titleIn(page, textOf(headline), textOf(name)),
    authors: [...new Set(listOf(author).flatMap((one) => nameOf(one, names) ?? []))].slice(0, MAX_AUTHORS),
    siteName: nameOf(listOf(publisher)[0], names),
    section: said('articleSection'),
    publishedTime: said('datePublished'),
    modifiedTime: said('dateModified'),
    lang: said('inLanguage'),
    body: said('articleBody'),
    isFree:
      !isFalse(isAccessibleForFree) &&
      !listOf(hasPart).some((part) => isObject(part) && isFalse(part.isAccessibleForFree)),
    isLive: article?.['@type'] === 'LiveBlogPosting' || article?.liveBlogUpdate !== undefined,
    isArticle: article !== null,
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

/** The first article; notes the names of all objects that others may refer to. */
function findArticle(value: unknown, names: Map<unknown, string>, graphs = 0): Json | null {
  let found: Json | null = null;
  for (const item of listOf(value)) {
    if (!isObject(item)) continue;
    const name = textOf(item.name);
    if (name && item['@id']) names.set(item['@id'], name);
    if (listOf(item['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) found ??= item;
    const inside = graphs < MAX_GRAPHS ? findArticle(item['@graph'], names, graphs + 1) : null;
    found ??= inside;
  }
  return found;
}
