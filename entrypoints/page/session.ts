import { OnRecordError } from '@/lib/annotations/failure';
import { EXTRACTOR } from '@/lib/article/extract';
import { createPainter, type PaintedPassage } from '@/lib/highlights/painter';
import { RootStyles } from '@/lib/highlights/root-styles';
import type { Anchoring, PageReading, PageRequest } from '@/lib/messaging';
import { inSlices } from '@/lib/steps';
import highlightsCss from '../highlights.css?inline';
import { type AnchoredAnnotation, anchorAnnotations } from './anchoring';
import { createPageReader } from './reader';
import { readSelection } from './selection';

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
}

/** What is asked of the session itself. */
export type SessionRequest = Exclude<PageRequest, { type: 'tag' }>;

/** Begins to work on a window's document; nothing of it is left when `signal` aborts. */
export function startSession(window: Window & typeof globalThis, signal: AbortSignal): PageSession {
  const { document } = window;
  const reader = createPageReader(document, signal);
  // Chromium lets the document's own styles of highlights into shadow roots.
  const rootStyles = import.meta.env.FIREFOX ? new RootStyles(window, highlightsCss) : undefined;
  const painter = createPainter(window, signal, rootStyles);
  /** The text that the views know, whose hash they send along. */
  let textRead: string | null = null;
  let anchored: readonly AnchoredAnnotation[] = [];

  const read = (): PageReading => {
    const article = reader.article();
    const { url, claimedUrls, isArticle, extent, text, html, blocks, asides } = article;
    const { title, byline, authors, siteName, section, publishedTime, modifiedTime, lang, dir, sources } = article;
    return {
      url,
      metadata: { title, byline, authors, siteName, section, publishedTime, modifiedTime, lang, dir, sources },
      claimedUrls,
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
    for (let attempt = 1; ; attempt++) {
      const article = reader.article();
      const snapshot = article.text === textRead ? request.snapshot : null;
      const found = await inSlices(anchorAnnotations(request.annotations, reader, snapshot), { signal });
      if (reader.article() !== article && attempt < MAX_ATTEMPTS) continue;
      anchored = found;
      painter.paint(anchored.map(toPaint));
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
      const changed = new OnRecordError('stale-page', 'The page has changed since it was read.');
      return { text, passage: null, refusal: changed.toFailure() };
    },
  };
}

function toPaint({ id, kind, status, attributionChanged, ranges }: AnchoredAnnotation): PaintedPassage {
  return { id, kind, state: status === 'changed' || attributionChanged ? 'doubt' : 'sure', ranges };
}
