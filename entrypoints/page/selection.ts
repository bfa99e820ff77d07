import { describeInArticle, describeOnPage, trimSpan } from '@/lib/anchoring/describe';
import { OnRecordError } from '@/lib/annotations/failure';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { PageSelection } from '@/lib/messaging';
import type { PageReader } from './reader';

/** What is selected on the page, described; null when nothing is. */
export function readSelection(document: Document, reader: PageReader): PageSelection | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const text = selection.toString().trim();
  if (text === '') return null;
  try {
    return { text, passage: describeRange(selection.getRangeAt(0), reader), refusal: null };
  } catch (error) {
    if (error instanceof OnRecordError) return { text, passage: null, refusal: error.toFailure() };
    throw error;
  }
}

/**
 * Describes a range of the page. One that begins and ends in the article is a passage of it, whatever stands between; one
 * without words of the article is a passage of the page.
 * @throws OnRecordError `mixed-selection` when it is neither, `no-page` when it holds no words that readers see
 */
function describeRange(range: Range, reader: PageReader): DescribedPassage {
  const article = reader.textOf('article');
  const page = reader.textOf('page');
  const inArticle = article.map.toSpan(range);
  const onPage = page.map.toSpan(range);
  if (!onPage || page.index.text.slice(onPage.start, onPage.end).trim() === '') {
    throw new OnRecordError(
      'no-page',
      'There is no text in this selection that can be tagged. Select words of the page.',
    );
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
  throw new OnRecordError(
    'mixed-selection',
    'This selection runs from the article into other text of the page. Select words of one or of the other.',
  );
}
