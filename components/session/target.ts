import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import { type DescribedPassage, type Segment, toSegment } from '@/lib/annotations/passage';
import type { ReadPage } from '@/lib/article/capture';
import type { PageSelection } from '@/lib/messaging';

/** The passage that a press of Quote, Claim or Speaker would tag, or the sentence that says why there is none. */
export interface Target {
  text: string;
  segment: Segment | null;
  /** Null exactly when there is a segment. */
  reason: string | null;
  from: 'page' | 'article-view' | 'nowhere';
}

/** True when the passage says of the text that was read what really stands there. */
function isTrue(passage: DescribedPassage, text: string): boolean {
  if (passage.scope === 'page') return true;
  return text.slice(passage.position.start, passage.position.end) === passage.quote.exact;
}

/** A passage that the page script described, as one of the text that was read; null when that text has other words there. */
export function segmentOn(page: ReadPage, passage: DescribedPassage): Segment | null {
  return isTrue(passage, page.reading.text) ? toSegment(passage, page.hash) : null;
}

/**
 * The passage to tag: what is selected in the article view, or else on the page.
 * `reader` is described from UTF-16 offsets into the text that was read.
 */
export function targetOf(page: ReadPage, reader: DescribedPassage | null, selection: PageSelection | null): Target {
  if (reader) {
    return { text: reader.quote.exact, segment: toSegment(reader, page.hash), reason: null, from: 'article-view' };
  }
  if (!selection) return { text: '', segment: null, reason: i18n.t('selection.nothing'), from: 'nowhere' };
  const { text, passage, refusal } = selection;
  if (!passage) {
    return { text, segment: null, reason: refusal ? failureWords(refusal) : i18n.t('selection.nothing'), from: 'page' };
  }
  const segment = segmentOn(page, passage);
  if (!segment) return { text, segment, reason: i18n.t('failure.stalePage'), from: 'page' };
  return { text: passage.quote.exact, segment, reason: null, from: 'page' };
}
