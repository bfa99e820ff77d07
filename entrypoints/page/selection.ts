import { describeInArticle, describeOnPage, trimSpan } from '@/lib/anchoring/describe';
import { OnRecordError } from '@/lib/annotations/failure';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { PageSelection } from '@/lib/messaging';
import type { PageReader } from './reader';

/** What is selected on the page, described; null when nothing is. */
export function readSelection(document: Document, reader: PageReader): PageSelection | null {
  const selection = document.getSelection();
  // Seen from outside of all shadow roots a selection in one holds the root's host: what is empty even so is a mere caret.
  if (!selection || selection.rangeCount === 0 || selectedRange(selection, []).collapsed) return null;
  const page = reader.textOf('page');
  const range = selectedRange(selection, page.map.roots);
  if (range.collapsed) return null;
  // A selection over the edge of a shadow root gives the text of another one.
  const { startContainer, endContainer } = selection.getRangeAt(0);
  const isWhole = startContainer === range.startContainer && endContainer === range.endContainer;
  const span = isWhole ? null : page.map.toSpan(range);
  const text = (span ? page.index.text.slice(span.start, span.end) : selection.toString()).trim();
  if (text === '') return null;
  try {
    return { text, passage: describeRange(range, reader), refusal: null };
  } catch (error) {
    if (error instanceof OnRecordError) return { text, passage: null, refusal: error.toFailure() };
    throw error;
  }
}

/** The selected range, whose ends may stand in different ones of these shadow roots. */
function selectedRange(selection: Selection, roots: readonly ShadowRoot[]): AbstractRange {
  // Chromium has it from 137 on; before, a range is known only if it crosses no edge.
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [...roots] }) ?? [];
  return composed ?? selection.getRangeAt(0);
}

/**
 * Describes a range of the page. One that begins and ends in the article is a passage of it, whatever stands between; one
 * without words of the article is a passage of the page.
 * @throws OnRecordError `mixed-selection` when it is neither, `empty-selection` when it holds no words that readers see
 */
function describeRange(range: AbstractRange, reader: PageReader): DescribedPassage {
  const article = reader.textOf('article');
  const page = reader.textOf('page');
  const inArticle = article.map.toSpan(range);
  const onPage = page.map.toSpan(range);
  if (!onPage || page.index.text.slice(onPage.start, onPage.end).trim() === '') {
    throw new OnRecordError('empty-selection', 'There is no text in this selection.');
  }
  const span = trimSpan(page.index.text, onPage.start, onPage.end);
  if (!inArticle || article.index.text.slice(inArticle.start, inArticle.end).trim() === '') {
    return describeOnPage(page.index, span.start, span.end);
  }
  const isOfArticle = (at: number) => {
    const place = page.map.charAt(at);
    return place !== null && article.map.offsetOf(place.node, place.offset) !== null;
  };
  if (isOfArticle(span.start) && isOfArticle(span.end - 1)) {
    return describeInArticle(article.index, inArticle.start, inArticle.end);
  }
  throw new OnRecordError('mixed-selection', 'Only one end of this selection is in the article.');
}
