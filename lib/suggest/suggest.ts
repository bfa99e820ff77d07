import { type ClaimSuggestion, suggestClaims } from './claims/suggest-claims';
import type { QuoteOptions, SuggestedQuote } from './quote-suggestion';
import { suggestQuotes } from './suggest-quotes';

export { nameMention } from './name-mention';
export { suggestQuotes };

/** What the engine sees in an article, each list in the order of the text. */
export interface Suggestions {
  readonly quotes: readonly SuggestedQuote[];
  readonly claims: readonly ClaimSuggestion[];
}

/** The whole engine by one door, so that it loads as one chunk. Offsets are UTF-16, into `text`. */
export function suggest(text: string, options: QuoteOptions): Suggestions {
  return { quotes: suggestQuotes(text, options), claims: suggestClaims(text, options) };
}
