import { findQuotations } from './marks/quotations';
import type { QuoteOptions, SuggestedQuote } from './quote-suggestion';
import { paragraphsOf } from './text/paragraphs';

/** The quotes of an article in the order of the text. Offsets are UTF-16, into `text`. */
export function suggestQuotes(text: string, { blocks }: QuoteOptions): SuggestedQuote[] {
  return findQuotations(text, paragraphsOf(text, blocks)).map(({ inner }) => ({
    segments: [inner],
    type: 'direct',
    speaker: null,
    cue: null,
    tier: 1,
  }));
}
