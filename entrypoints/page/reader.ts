import { indexText, type TextIndex } from '@/lib/anchoring/text-index';
import type { Segment } from '@/lib/annotations/passage';
import { type ExtractedArticle, extract } from '@/lib/article/extract';
import { type PageText, readPageSteps } from '@/lib/article/page-text';
import { TextMap } from '@/lib/article/text-map';
import { drain, type Steps } from '@/lib/steps';

/** A text of the page with its way to the live nodes. */
export interface MappedText {
  readonly index: TextIndex;
  readonly map: TextMap;
}

export interface TextReader {
  /** The text that passages of a scope are found in. */
  textOf(scope: Segment['scope']): MappedText;
  /** Reads the text of the page ahead, in steps, unless the page changes meanwhile. */
  prepare(): Steps<void>;
}

/** Reads the page, again whenever it has changed since. */
export interface PageReader extends TextReader {
  /** @throws OnRecordError `too-large` */
  article(): ExtractedArticle;
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

  const observeRoot = (root: ShadowRoot) => observer.observe(root, WATCHED);
  const isStale = () => observer.takeRecords().length > 0 || document.URL !== url;

  return {
    article() {
      if (article && !isStale()) return article;
      forget();
      url = document.URL;
      article = extract(document, url);
      observer.observe(document, WATCHED);
      article.map.roots.forEach(observeRoot);
      return article;
    },
    textOf(scope) {
      const { text, map, blocks } = this.article();
      const known = texts.get(scope);
      if (known) return known;
      const mapped =
        scope === 'article'
          ? { index: indexText(text, blocks), map }
          : mapPage(drain(readPageSteps(document, observeRoot)));
      texts.set(scope, mapped);
      return mapped;
    },
    *prepare() {
      const known = this.article();
      if (texts.has('page')) return;
      const steps = readPageSteps(document, observeRoot);
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          texts.set('page', mapPage(value));
          return;
        }
        yield;
        if (article !== known) return;
      }
    },
  };
}

function mapPage({ text, pieces, roots, blocks }: PageText): MappedText {
  return { index: indexText(text, blocks), map: new TextMap(pieces, roots) };
}
