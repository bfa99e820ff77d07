import { describeInArticle } from '@/lib/anchoring/describe';
import { indexText, type TextIndex } from '@/lib/anchoring/text-index';
import type { DescribedPassage } from '@/lib/annotations/passage';

let indexed: { text: string; index: TextIndex } | null = null;

/**
 * Selectors for `text.slice(start, end)` of an article; UTF-16 offsets. The index of the last text is kept: a selection
 * grows key by key.
 */
export function describeStretch(text: string, start: number, end: number): DescribedPassage {
  if (indexed?.text !== text) indexed = { text, index: indexText(text) };
  return describeInArticle(indexed.index, start, end);
}
