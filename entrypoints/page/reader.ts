import { indexText, type TextIndex } from '@/lib/anchoring/text-index';
import type { Segment } from '@/lib/annotations/passage';
import { type ExtractedArticle, extract } from '@/lib/article/extract';
import { readPageText } from '@/lib/article/page-text';
import { TextMap } from '@/lib/article/text-map';

/** A text of the page with its way to the live nodes. */
export interface MappedText {
  readonly index: TextIndex;
  readonly map: TextMap;
}

/** Reads the page, again whenever it has changed since. */
export interface PageReader {
  /** @throws OnRecordError `too-large` */
  article(): ExtractedArticle;
  /** The text that passages of a scope are found in. */
  textOf(scope: Segment['scope']): MappedText;
}

const WATCHED = { subtree: true, childList: true, characterData: true } as const;

/** Makes a reader that watches the document until `signal` aborts. */
export function createPageReader(document: Document, signal: AbortSignal): PageReader {
  let article: ExtractedArticle | null = null;
  let url = '';
  const texts = new Map<Segment['scope'], MappedText>();

  const forget = () => {
    observer.disconnect();
    article = null;
    texts.clear();
  };
  // It says once that something has changed, and is quiet until the page is read again.
  const observer = new MutationObserver(forget);
  signal.addEventListener('abort', forget, { once: true });

  const isStale = () => observer.takeRecords().length > 0 || document.URL !== url;

  return {
    article() {
      if (article && !isStale()) return article;
      forget();
      url = document.URL;
      article = extract(document, url);
      observer.observe(document, WATCHED);
      for (const root of article.map.roots) observer.observe(root, WATCHED);
      return article;
    },
    textOf(scope) {
      const { text, map, blocks } = this.article();
      const known = texts.get(scope);
      if (known) return known;
      const mapped = scope === 'article' ? { index: indexText(text, blocks), map } : mapPage(document);
      for (const root of mapped.map.roots) observer.observe(root, WATCHED);
      texts.set(scope, mapped);
      return mapped;
    },
  };
}

function mapPage(document: Document): MappedText {
  const { text, pieces, roots, blocks } = readPageText(document);
  return { index: indexText(text, blocks), map: new TextMap(pieces, roots) };
}
