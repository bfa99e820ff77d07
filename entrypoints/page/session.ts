import { OnRecordError } from '@/lib/annotations/failure';
import { EXTRACTOR } from '@/lib/article/extract';
import { createPainter, type PaintedPassage } from '@/lib/highlights/painter';
import { RootStyles } from '@/lib/highlights/root-styles';
import type { Anchorable, Anchoring, PageReading, PageRequest } from '@/lib/messaging';
import { inSlices } from '@/lib/steps';
import highlightsCss from '../highlights.css?inline';
import type { Address } from './address';
import { type AnchoredAnnotation, anchorAnnotations } from './anchoring';
import { watchLateText } from './late-text';
import { RememberedWords, searchOnPage } from './lost';
import { createPageReader } from './reader';
import { readSelection } from './selection';
import type { Painted } from './world';

/** After how long (ms) in a row the page has its turn again while late text is searched, where nobody waits for us. */
const LATE_SLICE = 2;

/** A page that never stops changing is anchored as it was when it was read. */
const MAX_ATTEMPTS = 3;

/** The page script's work on one document. */
export interface PageSession {
  /** The page as it reads now. @throws OnRecordError `too-large` */
  read(): PageReading;
  /** Carries out a request. @throws OnRecordError when it can't */
  answer(request: SessionRequest): Promise<unknown>;
  /** What is selected, in terms of the text that was last read; null when nothing is. */
  selection(): PageReading['selection'];
  /** What of the page is painted, annotation by annotation. */
  painted(): readonly Painted[];
  /** The document shows another article now: nothing of the one before stays. */
  moveOn(): void;
}

/** What is asked of the session itself. */
export type SessionRequest = Exclude<PageRequest, { type: 'tag' }>;

/** Begins to work on a window's document; nothing of it is left when `signal` aborts. */
export function startSession(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  address: Pick<Address, 'believable'>,
): PageSession {
  const { document } = window;
  const reader = createPageReader(document, signal);
  // Chromium lets the document's own styles of highlights into shadow roots.
  const rootStyles = import.meta.env.FIREFOX ? new RootStyles(window, highlightsCss) : undefined;
  const painter = createPainter(window, signal, rootStyles);
  /** The text that the views know, whose hash they send along. */
  let textRead: string | null = null;
  let asked: readonly Anchorable[] = [];
  let anchored: readonly AnchoredAnnotation[] = [];
  const words = new RememberedWords();
  /** Counts the articles that were shown: what was begun for one must not be painted on another. */
  let visit = 0;

  const paint = (next: readonly AnchoredAnnotation[]) => {
    anchored = next;
    for (const { ranges } of anchored) words.remember(ranges);
    painter.paint(anchored.map(toPaint));
  };

  /** How many segments of an annotation stand where they were found, as they were found. */
  const standing = ({ ranges, found }: AnchoredAnnotation) => (words.areIn(ranges) ? found : 0);
  const byId = () => new Map(anchored.map((annotation) => [annotation.id, annotation]));
  const lost = () => {
    const known = byId();
    return asked.filter(({ id, segments }) => {
      const annotation = known.get(id);
      // What may stand in several places is a person's to decide.
      return annotation && annotation.status !== 'ambiguous' && standing(annotation) < segments.length;
    });
  };
  const lateText = watchLateText(document, signal, {
    isLost: () => lost().length > 0,
    async search() {
      const before = anchored;
      const { found, roots } = await inSlices(searchOnPage(lost(), document), { signal, slice: LATE_SLICE });
      lateText.watch(roots);
      // Whoever has anchored in the meantime knows better.
      if (anchored !== before) return false;
      const known = byId();
      const news = found.filter((next) => {
        const old = known.get(next.id);
        const stood = old ? standing(old) : 0;
        return stood === 0 || next.found > stood;
      });
      for (const next of news) known.set(next.id, next);
      paint([...known.values()]);
      return news.some((next) => next.found > 0);
    },
  });

  const read = (): PageReading => {
    const article = reader.article();
    const { url, claimedUrls, isArticle, extent, text, html, blocks, asides } = article;
    const { title, byline, authors, siteName, section, publishedTime, modifiedTime, lang, dir, sources } = article;
    return {
      url,
      metadata: { title, byline, authors, siteName, section, publishedTime, modifiedTime, lang, dir, sources },
      claimedUrls: address.believable(claimedUrls),
      isArticle,
      extent,
      text,
      html,
      blocks: [...blocks],
      asides: asides.map(({ rule: _rule, ...aside }) => aside),
      extractor: EXTRACTOR,
      selection: readSelection(document, reader),
    };
  };

  /** Finds and paints, with the page having its turn in between; once more if it changed under way. */
  const anchor = async (request: PageRequest & { type: 'anchor' }): Promise<Anchoring[]> => {
    const mine = visit;
    // Who paints without having read the page knows of no suggestions: those that are looked at stay.
    const looked = asked.filter(({ kind }) => !request.snapshot && kind === 'suggestion');
    const annotations = [...request.annotations, ...looked];
    const isOver = () => mine !== visit || (textRead === null && request.snapshot !== '');
    for (let attempt = 1; ; attempt++) {
      if (isOver()) throw stalePage();
      // A page that nothing is known of need not be read.
      const article = annotations.length > 0 ? reader.article() : null;
      const snapshot = article?.text === textRead ? request.snapshot : null;
      const found = await inSlices(anchorAnnotations(annotations, reader, snapshot), { signal });
      if (isOver()) throw stalePage();
      if (article && reader.article() !== article && attempt < MAX_ATTEMPTS) continue;
      asked = annotations;
      paint(found);
      if (article) lateText.watch(article.map.roots);
      lateText.expect();
      return anchored.map(({ kind: _kind, ranges: _ranges, candidateRanges: _candidates, ...anchoring }) => anchoring);
    }
  };
  /** One after the other, so that what was asked last is what is painted last. */
  let turn: Promise<unknown> = Promise.resolve();

  return {
    read,
    async answer(request) {
      switch (request.type) {
        case 'read': {
          const reading = read();
          textRead = reading.text;
          return reading;
        }
        case 'anchor': {
          const mine = turn.then(() => anchor(request));
          turn = mine.catch(() => undefined);
          return await mine;
        }
        case 'show': {
          const annotation = anchored.find(({ id }) => id === request.id);
          const ranges =
            request.candidate === null ? annotation?.ranges : annotation?.candidateRanges[request.candidate];
          painter.show(ranges ?? []);
          return (ranges ?? []).length > 0;
        }
      }
    },
    selection() {
      const selection = readSelection(document, reader);
      if (!selection?.passage || reader.article().text === textRead) return selection;
      const { text } = selection;
      return { text, passage: null, refusal: stalePage().toFailure() };
    },
    painted: () => anchored,
    moveOn() {
      visit++;
      textRead = null;
      asked = [];
      paint([]);
      painter.clear();
    },
  };
}

const stalePage = () => new OnRecordError('stale-page', 'The page has changed since it was read.');

function toPaint({ id, kind, status, attributionChanged, ranges }: AnchoredAnnotation): PaintedPassage {
  return { id, kind, state: status === 'changed' || attributionChanged ? 'doubt' : 'sure', ranges };
}
