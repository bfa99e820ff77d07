import { findQuotations, type Quotation } from './marks/quotations';
import type { QuoteOptions, SuggestedQuote, SuggestedSpeaker } from './quote-suggestion';
import { type Attribution, attribute } from './quotes/attribute';
import { ENGLISH } from './quotes/languages/english';
import { type Paragraph, readParagraphs, type TokenRange } from './quotes/paragraph';
import { readPeople } from './quotes/people';
import { MISMATCHED, probabilityOf } from './quotes/probability';
import { type Resolved, resolveSpeakers } from './quotes/resolve';
import { isWorthSuggesting } from './quotes/worth';
import type { Span } from './span';
import { paragraphsOf } from './text/paragraphs';

/** Of a speaker whom nothing but a pronoun names. */
const UNRESOLVED = 0.5;

/** A speaker less likely than this is not worth a guess. */
const LEAST_PROBABILITY = 0.25;

/** The quotes of an article in the order of the text. Offsets are UTF-16, into `text`. */
export function suggestQuotes(text: string, { blocks }: QuoteOptions): SuggestedQuote[] {
  const language = ENGLISH;
  const spans = paragraphsOf(text, blocks);
  const quotations = findQuotations(text, spans);
  const paragraphs = readParagraphs(text, spans, quotations, language);
  const attributions = attribute(paragraphs, quotations, language);
  const speakers = resolveSpeakers(attributions, readPeople(paragraphs, text, language), paragraphs);
  return quotations.flatMap((quotation, index): SuggestedQuote[] => {
    const attribution = attributions[index] ?? null;
    const own = paragraphs[quotation.paragraph];
    if (!own || !isWorthSuggesting(text, quotation, own, attribution)) return [];
    const source = attribution && paragraphs[attribution.paragraph];
    return [
      {
        segments: [quotation.inner],
        type: 'direct',
        speaker: attribution && source ? speakerOf(text, source, quotation, attribution, speakers[index] ?? null) : null,
        cue: attribution?.cue && source ? spanOf(source, attribution.cue) : null,
        tier: 1,
      },
    ];
  });
}

function speakerOf(
  text: string,
  paragraph: Paragraph,
  quotation: Quotation,
  attribution: Attribution,
  resolved: Resolved | null,
): SuggestedSpeaker | null {
  const certainty = (resolved?.certainty ?? UNRESOLVED) * (quotation.isMismatched ? MISMATCHED : 1);
  const probability = probabilityOf(attribution) * certainty;
  if (probability < LEAST_PROBABILITY) return null;
  const mention = spanOf(paragraph, attribution.subject);
  const { entity } = resolved ?? {};
  return {
    name: entity?.name ?? text.slice(mention.start, mention.end),
    role: entity?.role ?? null,
    mention,
    kind: entity?.kind ?? 'unnamed',
    isPronoun: attribution.subject.kind === 'pronoun',
    probability,
  };
}

function spanOf({ tokens }: Paragraph, { from, to }: TokenRange): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
