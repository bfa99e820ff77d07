import { version as readabilityVersion } from '@mozilla/readability/package.json';
import Readability from '@mozilla/readability/Readability.js';
import type { ArticleMetadata, Block, ClaimedUrls } from '../annotations/article';
import { OnRecordError } from '../annotations/failure';
import { walkBlocks } from './block-walk';
import { readLinkedArticle } from './json-ld';
import { readClaimedUrls, readMetadata } from './metadata';
import { readPageText } from './page-text';
import { sanitiseHtml } from './sanitise';
import { TextMap } from './text-map';
import { cloneForReadability } from './traceable-clone';

/** Raise it whenever the same page may give another text than before. */
const EXTRACTOR_VERSION = 2;
export const EXTRACTOR = `on-record/${EXTRACTOR_VERSION} readability/${readabilityVersion}`;

/** Readability can't be stopped once it runs: beyond these limits it is not begun. Elements, and UTF-16 units of text. */
export const MAX_ELEMENTS = 60_000;
export const MAX_TEXT_LENGTH = 5_000_000;

/** A shorter text is an article only if the page says that it is one; a text shorter than the second is none. */
const ARTICLE_LENGTH = 500;
const SHORTEST_ARTICLE_LENGTH = 140;

/** An article read off a live page. */
export interface ExtractedArticle extends ArticleMetadata {
  readonly url: string;
  readonly claimedUrls: ClaimedUrls;
  /** False when no article was found and `text` is the text of the whole page. */
  readonly isArticle: boolean;
  /** The blocks joined by `\n\n`. All offsets count UTF-16 units of it. */
  readonly text: string;
  readonly blocks: readonly Block[];
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
    const title = folded(metadata.title);
    const { text, blocks, pieces } = walkBlocks(content, {
      resolve: (node) => live.get(node) ?? null,
      // The headline, repeated above the text or as a caption, is no sentence of the article.
      keep: (block) => block.length > 2 * title.length || folded(block) !== title,
    });
    if (text.length >= ARTICLE_LENGTH || (text.length >= SHORTEST_ARTICLE_LENGTH && saysArticle(page))) {
      return {
        ...common,
        isArticle: true,
        text,
        blocks,
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
    map: new TextMap(pieces, roots),
    get html() {
      return sanitiseHtml(page.body?.innerHTML ?? '');
    },
  };
}

function tooLarge(): OnRecordError {
  return new OnRecordError('too-large', 'The page is beyond the limits.');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function saysArticle(page: Document): boolean {
  return (
    page.querySelector('article, [itemtype$="Article"], meta[property="og:type"][content="article" i]') !== null ||
    readLinkedArticle(page).isArticle
  );
}
