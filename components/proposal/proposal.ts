import type { Annotation, QuoteType } from '@/lib/annotations/annotation';
import type { ReadPage } from '@/lib/article/capture';
import type { MentionedName } from '@/lib/suggest/name-mention';
import type { SuggestedQuote, SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import type { Span } from '@/lib/suggest/span';

/** What the engine thinks of a passage that a person has tagged. */
export interface Proposal {
  /** Who says a quote or a claim. */
  speaker: SuggestedSpeaker | null;
  cue: Span | null;
  /** Null where it is what the annotation has. */
  quoteType: QuoteType | null;
  /** Whom the words of a mention name. */
  named: MentionedName | null;
}

/** So much of the passage, at least, stands in the quote that the engine sees. */
const LEAST_SHARE = 0.5;
/** And so much of either in the other for them to be of one type. */
const SAME = 0.8;

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

const common = (a: readonly Span[], b: readonly Span[]): number =>
  a
    .flatMap((one) => b.map((other) => Math.min(one.end, other.end) - Math.max(one.start, other.start)))
    .filter((length) => length > 0)
    .reduce((sum, length) => sum + length, 0);

/** Where an annotation stands in the text that was read; nothing where it was tagged in another wording. */
export const spansIn = ({ hash }: ReadPage, { segments }: Annotation): Span[] =>
  segments.flatMap((segment) => (segment.scope === 'article' && segment.snapshot === hash ? [segment.position] : []));

/** What the quote that a tagged quote or claim stands in says of it; null where there is none, or nobody says it. */
export function proposalFrom(
  quotes: readonly SuggestedQuote[],
  tagged: readonly Span[],
  { kind, quoteType }: Annotation,
): Proposal | null {
  const [best] = quotes
    .map((quote) => ({ quote, shared: common(quote.segments, tagged) }))
    .filter(({ quote, shared }) => quote.speaker && shared > 0 && shared >= LEAST_SHARE * lengthOf(tagged))
    .sort((a, b) => b.shared - a.shared || a.quote.tier - b.quote.tier);
  if (!best) return null;
  const { speaker, cue, type, segments } = best.quote;
  const isSame = best.shared >= SAME * Math.max(lengthOf(segments), lengthOf(tagged));
  const isOtherType = kind === 'quote' && isSame && type !== quoteType;
  return { speaker, cue, quoteType: isOtherType ? type : null, named: null };
}
