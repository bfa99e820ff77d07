import { version as readabilityVersion } from '@mozilla/readability/package.json';
import Readability from '@mozilla/readability/Readability.js';
import type { ArticleMetadata, Aside, Block, ClaimedUrls } from '../annotations/article';
import { OnRecordError } from '../annotations/failure';
import { factsOf } from './block-facts';
import { judgeBlocks } from './block-roles';
import { type BlockText, pickBlocks } from './block-text';
import { walkBlocks } from './block-walk';
import { readLinkedArticle } from './json-ld';
import { readClaimedUrls, readMetadata } from './metadata';
import { readPageText } from './page-text';
import { sanitiseHtml } from './sanitise';
import { TextMap } from './text-map';
import { cloneForReadability } from './traceable-clone';

/** Raise it whenever the same page may give another text than before. */
const EXTRACTOR_VERSION = 3;
export const EXTRACTOR = `on-record/${EXTRACTOR_VERSION} readability/${readabilityVersion}`;

/** Readability can't be stopped once it runs: beyond these limits it is not begun. Elements, and UTF-16 units of text. */
export const MAX_ELEMENTS = 60_000;
export const MAX_TEXT_LENGTH = 5_000_000;

/** A shorter text is an article only if the page says that it is one; a text shorter than the second is none. */
const ARTICLE_LENGTH = 500;
const SHORTEST_ARTICLE_LENGTH = 140;

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
  const clone = cloneForReadability(page);
  if (clone.textLength > MAX_TEXT_LENGTH) throw tooLarge();
  const result = new Readability<Element>(clone.document, {
    serializer: (element) => element as Element,
    charThreshold: ARTICLE_LENGTH,
  }).parse();
  const metadata = readMetadata(page, result ?? {});
  const common = { ...metadata, url, claimedUrls: readClaimedUrls(page) };

  if (result?.content) {
    const { content } = result;
    const live = clone.trace(content);
    const all = walkBlocks(content, { resolve: (node) => live.get(node) ?? null });
    const { text, blocks, pieces, asides } = setAsidesApart(all, metadata.title);
    if (text.length >= ARTICLE_LENGTH || (text.length >= SHORTEST_ARTICLE_LENGTH && saysArticle(page))) {
      return {
        ...common,
        isArticle: true,
        text,
        blocks,
        asides,
        map: new TextMap(pieces),
        get html() {
          return sanitiseHtml(content.innerHTML);
        },
      };
    }
  }
  const { text, blocks, pieces, roots } = readPageText(page);
  return {
    ...common,
    isArticle: false,
    text,
    blocks,
    asides: [],
    map: new TextMap(pieces, roots),
    get html() {
      return sanitiseHtml(page.body?.innerHTML ?? '');
    },
  };
}

function tooLarge(): OnRecordError {
  return new OnRecordError('too-large', 'The page is beyond the limits.');
}

interface Parted extends BlockText {
  readonly asides: readonly JudgedAside[];
}

/** Parts the text of the article from what stands in and around it. */
function setAsidesApart(all: BlockText, title: string): Parted {
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

function saysArticle(page: Document): boolean {
  return (
    page.querySelector('article, [itemtype$="Article"], meta[property="og:type"][content="article" i]') !== null ||
    readLinkedArticle(page).isArticle
  );
}
