import { findQuotations } from './marks/quotations';
import type { QuoteOptions, SuggestedQuote } from './quote-suggestion';
import { attribute } from './quotes/attribute';
import { ENGLISH } from './quotes/languages/english';
import { readParagraphs } from './quotes/paragraph';
import { isWorthSuggesting } from './quotes/worth';
import { paragraphsOf } from './text/paragraphs';

/** The quotes of an article in the order of the text. Offsets are UTF-16, into `text`. */
export function suggestQuotes(text: string, { blocks }: QuoteOptions): SuggestedQuote[] {
  const spans = paragraphsOf(text, blocks);
  const quotations = findQuotations(text, spans);
  const paragraphs = readParagraphs(text, spans, quotations, ENGLISH);
  const attributions = attribute(paragraphs, quotations, ENGLISH);
  return quotations.flatMap((quotation, index): SuggestedQuote[] => {
    const { inner } = quotation;
    const attribution = attributions[index] ?? null;
    const own = paragraphs[quotation.paragraph];
    if (!own || !isWorthSuggesting(text, quotation, own, attribution)) return [];
    const tokens = paragraphs[attribution?.paragraph ?? -1]?.tokens ?? [];
    const spanOf = ({ from, to }: { from: number; to: number }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
    const mention = attribution && spanOf(attribution.subject);
    return [{
      segments: [inner],
      type: 'direct',
      speaker: mention ? { name: text.slice(mention.start, mention.end), role: null, mention, kind: 'person', isPronoun: false, probability: 0.8, rule: attribution.rule + (attribution.from ? ':' + attribution.from.rule : '') } as any : null,
      cue: attribution?.cue ? spanOf(attribution.cue) : null,
      tier: 1,
    }];
  });
}
