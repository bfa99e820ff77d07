import { fold } from '@/components/speaker/matching-speakers';
import { textHash } from '@/lib/anchoring/text-hash';
import type { QuoteType } from '@/lib/annotations/annotation';
import { SHIPPED_THRESHOLD, type SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import type { Span } from '@/lib/suggest/span';
import type { Suggestions } from '@/lib/suggest/suggest';

/** A passage that a person can accept or dismiss: UTF-16 offsets into the text that was read. */
export interface Suggestion {
  kind: 'quote' | 'claim';
  /** Its place among the suggestions of the article. */
  order: number;
  /** Kind and words: what is dismissed today is known by it another day. */
  key: string;
  segments: readonly Span[];
  /** Null for claims. */
  quoteType: QuoteType | null;
  /** Who says it or, of a claim, who says the quote that it stands in. */
  speaker: SuggestedSpeaker | null;
  cue: Span | null;
  /** How sure the engine is of the speaker of a quote, and that a claim is worth checking; null without a speaker. */
  probability: number | null;
  /** The key of the quote that a claim stands in. */
  within: string | null;
}

type Unordered = Omit<Suggestion, 'order'>;

const contains = (segments: readonly Span[], { start, end }: Span): boolean =>
  segments.some((segment) => segment.start <= start && segment.end >= end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The same words of the same kind have the same key, whatever their case and spaces. */
function keyOf(kind: Suggestion['kind'], text: string, segments: readonly Span[]): string {
  const words = segments.map(({ start, end }) => text.slice(start, end)).join(' ');
  return `${kind}:${textHash(fold(words))}`;
}

/**
 * What of the engine's suggestions is offered, in the order of the text. Where reported speech is not wanted, it only says
 * who makes a claim.
 */
export function suggestionsOf(text: string, { quotes, claims }: Suggestions, wantsReported: boolean): Suggestion[] {
  const quoted = quotes.map(({ segments, type, speaker, cue, tier }) => ({
    tier,
    kind: 'quote' as const,
    key: keyOf('quote', text, segments),
    segments,
    quoteType: type,
    speaker,
    cue,
    probability: speaker?.probability ?? null,
    within: null,
  }));
  const claimed = claims.map(({ start, end, probability }): Unordered => {
    const segments = [{ start, end }];
    const within = quoted.find((quote) => contains(quote.segments, { start, end })) ?? null;
    return {
      kind: 'claim',
      key: keyOf('claim', text, segments),
      segments,
      quoteType: null,
      speaker: within?.speaker ?? null,
      cue: within?.cue ?? null,
      probability,
      within: within?.key ?? null,
    };
  });
  const offered = quoted
    .filter(({ tier }) => tier === 1 || wantsReported)
    .map(({ tier, ...quote }): Unordered => quote);
  const startOf = ({ segments }: Unordered) => segments[0]?.start ?? 0;
  // A quote comes before the claim that begins with it: the claim is linked with it.
  return [...offered, ...claimed].sort((a, b) => startOf(a) - startOf(b)).map((one, order) => ({ ...one, order }));
}

/** Whether it is reported speech, perhaps with words between marks in it, rather than a quotation. */
export const isReported = ({ quoteType }: Suggestion): boolean => quoteType === 'indirect' || quoteType === 'mixed';

/** Those that can be tagged together: of quotes that overlap the quotation, as its ends are sure. */
export function compatible(suggestions: readonly Suggestion[]): Suggestion[] {
  const quotations = suggestions.filter(({ kind, quoteType }) => kind === 'quote' && quoteType === 'direct');
  const hasQuotation = ({ segments }: Suggestion) =>
    quotations.some((quotation) => quotation.segments.some((part) => segments.some((other) => overlaps(part, other))));
  return suggestions.filter((suggestion) => !isReported(suggestion) || !hasQuotation(suggestion));
}

/** Whether who said it is sure enough to be taken without anybody having looked at it. */
export const isSure = (speaker: SuggestedSpeaker | null): boolean =>
  speaker !== null && speaker.probability >= SHIPPED_THRESHOLD;

/** Whether it has a name, and so can be somebody's record. */
export const isNamed = (speaker: SuggestedSpeaker | null): speaker is SuggestedSpeaker =>
  speaker !== null && speaker.kind !== 'unnamed';
