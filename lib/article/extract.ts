import { version as readabilityVersion } from '@mozilla/readability/package.json';
import type { ArticleMetadata, Aside, Block, ClaimedUrls, Extent } from '../annotations/article';
import { OnRecordError } from '../annotations/failure';
import { factsOf } from './block-facts';
import { judgeBlocks } from './block-judge';
import { type BlockText, pickBlocks } from './block-text';
import { walkBlocks } from './block-walk';
import { BoundedReadability } from './bounded-readability';
import { readExtent } from './extent';
import { type LinkedArticle, readLinkedArticle } from './json-ld';
import { readClaimedUrls, readMeta, readMetadata } from './metadata';
import { readPageText, sightOf } from './page-text';
import { readingCost } from './reading-cost';
import { sanitiseHtml } from './sanitise';
import { TextMap } from './text-map';
import { cloneForReadability, type TraceableClone } from './traceable-clone';
import { agreement, readMarkedArticles } from './visible-article';

/** Raise it whenever the same page may give another text than before. */
const EXTRACTOR_VERSION = 4;
export const EXTRACTOR = `on-record/${EXTRACTOR_VERSION} readability/${readabilityVersion}`;

/** Readability can't be stopped once it runs: beyond these limits it is not begun. Elements, and UTF-16 units of text. */
export const MAX_ELEMENTS = 45_000;
export const MAX_TEXT_LENGTH = 5_000_000;
/**
 * How much it may have to do on a page (`readingCost`): less than 3 s. Of what is nested beyond it, the page's own marks
 * tell the article. The real pages we know come to a tenth of it.
 */
const MAX_READING_COST = 800_000;

/** A shorter text is an article only if the page says that it is one; a text shorter than the second is none. */
const ARTICLE_LENGTH = 500;
const SHORTEST_ARTICLE_LENGTH = 140;

/** A text so many times shorter than the page says, or than another of its texts, is little of the article. */
const TOO_LITTLE = 1.5;

/** With the name of the rule that took it out of the text. */
export interface JudgedAside extends Aside {
  readonly rule: string;
}

/** An article read off a live page. */
export interface ExtractedArticle extends ArticleMetadata {
  readonly url: string;
  readonly claimedUrls: ClaimedUrls;
  /** False when no article was found and `text` is the text of the whole page. */
  readonly isArticle: boolean;
  readonly extent: Extent;
  /** The blocks joined by `\n\n`. All offsets count UTF-16 units of it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What stands in and around the text without being part of it. */
  readonly asides: readonly JudgedAside[];
  /** Leads from offsets in `text` to the live page and back. */
  readonly map: TextMap;
  /** The article as sanitised HTML; made when it is first asked for. */
  readonly html: string;
}

/**
 * Reads the article of a page, and where on the page every character of it stands. The page itself is only read.
 * @param url the page's address, for the metadata
 * @throws OnRecordError `too-large` when the page is beyond the limits
 */
export function extract(page: Document, url: string): ExtractedArticle {
  if (page.getElementsByTagName('*').length > MAX_ELEMENTS) throw tooLarge();
  const { clone, result } = runReadability(page);
  const linked = readLinkedArticle(page);
  const meta = readMeta(page);
  const metadata = readMetadata(page, result ?? {}, linked, meta);
  const common = { ...metadata, url, claimedUrls: readClaimedUrls(page, meta) };
  const found = result?.content ? readContent(result.content, clone, metadata.title) : null;
  const article = chooseArticle(page, linked, metadata.title, found);
  if (article) {
    const { text, blocks, pieces, asides, roots, root } = article;
    return {
      ...common,
      isArticle: true,
      extent: readExtent(page, linked, text),
      text,
      blocks,
      asides,
      map: new TextMap(pieces, roots),
      get html() {
        return sanitiseHtml(root.innerHTML);
      },
    };
  }
  const { text, blocks, pieces, roots } = readPageText(page);
  return {
    ...common,
    isArticle: false,
    extent: 'whole',
    text,
    blocks,
    asides: [],
    map: new TextMap(pieces, roots),
    get html() {
      return sanitiseHtml(page.body?.innerHTML ?? '');
    },
  };
}

interface ReadabilityRun {
  readonly clone: TraceableClone;
  readonly result: ReturnType<BoundedReadability<Element>['parse']>;
}

/**
 * Readability makes more attempts where the first finds little. It keeps a copy of the page for them, which on most pages
 * nobody asks for: so it is run without one first.
 */
function runReadability(page: Document): ReadabilityRun {
  const clone = cloneForReadability(page, false);
  if (clone.textLength > MAX_TEXT_LENGTH) throw tooLarge();
  if (readingCost(clone) > MAX_READING_COST) return { clone, result: null };
  const result = parse(clone, 1);
  const found = result?.textContent?.trim().replace(/\s{2,}/g, ' ') ?? '';
  if (found.length >= ARTICLE_LENGTH) return { clone, result };
  const restorable = cloneForReadability(page, true);
  return { clone: restorable, result: parse(restorable, ARTICLE_LENGTH) };
}

function parse({ document }: TraceableClone, charThreshold: number): ReadabilityRun['result'] {
  const serializer = (node: Node) => node as Element;
  return new BoundedReadability<Element>(document, {
    serializer,
    charThreshold,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
}

function tooLarge(): OnRecordError {
  return new OnRecordError('too-large', 'The page is too large.');
}

/** The text of an article, apart from what stands in and around it; `root` holds both. */
interface Parted extends BlockText {
  readonly asides: readonly JudgedAside[];
  readonly roots: readonly ShadowRoot[];
  readonly root: Element;
}

/** Reads what Readability returned. Text that readers do not see is taken out of it first. */
function readContent(content: Element, clone: TraceableClone, title: string): Parted {
  const live = clone.trace(content);
  removeHidden(live);
  const all = walkBlocks(content, { resolve: (node) => live.get(node) ?? null });
  return { ...setAsidesApart(all, title), roots: [], root: content };
}

/** Where most of a text can not be seen, it is the page that is not shown yet. */
function removeHidden(live: ReadonlyMap<Text, Text>): void {
  const sights = new Map<Element, boolean>();
  const hidden: Text[] = [];
  let balance = 0;
  for (const [copy, { parentElement, length }] of live) {
    if (!parentElement) continue;
    const isSeen = sights.get(parentElement) ?? sightOf(parentElement, false) === 'all';
    sights.set(parentElement, isSeen);
    balance += isSeen ? length : -length;
    if (!isSeen) hidden.push(copy);
  }
  if (balance > 0) for (const copy of hidden) copy.remove();
}

/**
 * What Readability found or, where that is no article or little of what the page says it to be, what the page marks as its
 * article. The page's own words for the text are never taken: they only tell which of the visible texts it is.
 */
function chooseArticle(page: Document, linked: LinkedArticle, title: string, found: Parted | null): Parted | null {
  const length = found?.text.length ?? 0;
  const isEnough = length >= ARTICLE_LENGTH && !linked.isLive && (linked.body?.length ?? 0) < TOO_LITTLE * length;
  if (isEnough) return found;
  let best = length >= ARTICLE_LENGTH ? found : null;
  for (const { root, roots, ...all } of readMarkedArticles(page)) {
    const other = { ...setAsidesApart(all, title), roots, root };
    if (other.text.length < ARTICLE_LENGTH) continue;
    const isBetter = linked.body
      ? agreement(other.text, linked.body) > agreement(best?.text ?? '', linked.body)
      : other.text.length > TOO_LITTLE * (best?.text.length ?? 0);
    if (isBetter) best = other;
  }
  return best ?? (length >= SHORTEST_ARTICLE_LENGTH && saysArticle(page, linked) ? found : null);
}

/** Parts the text of the article from what stands in and around it. */
function setAsidesApart(all: BlockText, title: string): Omit<Parted, 'roots' | 'root'> {
  const judged = judgeBlocks(factsOf(all), title);
  const body = pickBlocks(all, (i) => judged[i]?.role === 'body');
  // Where next to nothing would be left it is the judgement that is wrong.
  if (body.text.length < SHORTEST_ARTICLE_LENGTH) return { ...all, asides: [] };
  const asides: JudgedAside[] = [];
  let at = 0;
  for (const [i, { start, end, tag }] of all.blocks.entries()) {
    const { role, rule } = judged[i] ?? {};
    if (role === 'body') at++;
    else if (role && rule) {
      const text = all.text.slice(start, end);
      asides.push({ role, rule, tag, text, at: body.blocks[at]?.start ?? body.text.length });
    }
  }
  return { ...body, asides };
}

function saysArticle(page: Document, linked: LinkedArticle): boolean {
  return (
    linked.isArticle ||
    page.querySelector('article, [itemtype$="Article"], meta[property="og:type"][content="article" i]') !== null
  );
}
