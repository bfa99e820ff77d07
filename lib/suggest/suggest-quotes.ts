import type { QuoteOptions, SuggestedQuote } from './quote-suggestion';
import { attribute } from './quotes/attribute';
import { readFrames } from './quotes/frames';
import { joinQuotations } from './quotes/join';
import { readLabel } from './quotes/label';
import { readPeople } from './quotes/people';
import { MISMATCHED } from './quotes/probability';
import { readArticle } from './quotes/read-article';
import { reportedSpeech } from './quotes/reported';
import { resolveSpeakers } from './quotes/resolve';
import { spanOf, speakerOf } from './quotes/speaker';
import { isWorthSuggesting } from './quotes/worth';

/**
 * The quotes of an article in the order of the text. Offsets are UTF-16, into `text`. Speakers, and reported speech, only
 * in the languages of `quotes/languages`.
 */
export function suggestQuotes(text: string, options: QuoteOptions): SuggestedQuote[] {
  const article = readArticle(text, options);
  if (!article) return [];
  const { language, isKnown, quotations, paragraphs } = article;
  const frames = readFrames(paragraphs, language);
  const attributions = isKnown ? attribute(paragraphs, quotations, frames, language) : quotations.map(() => null);
  const reported = reportedSpeech(paragraphs, quotations, frames, language);
  const all = [...attributions, ...reported.map(({ attribution }) => attribution)];
  const people = readPeople(paragraphs, text, language);
  const speakers = resolveSpeakers(all, people, paragraphs);
  const labels = quotations.map(({ inner }, i) => {
    const label = isKnown ? readLabel(text, inner, people) : null;
    // Where the article says who said it, other capitals at the start are part of what was said.
    return label?.isNamed || !attributions[i]?.cue ? label : null;
  });

  const isWorthy = (index: number): boolean => {
    const quotation = quotations[index];
    const paragraph = paragraphs[quotation?.paragraph ?? -1];
    return (
      !!quotation && !!paragraph && isWorthSuggesting(text, quotation, index, paragraph, attributions[index] ?? null)
    );
  };
  const direct = joinQuotations(paragraphs, quotations, attributions, labels, isWorthy).map(
    (indices): SuggestedQuote => {
      const parts = indices.flatMap((index) => quotations[index] ?? []);
      const label = labels[indices[0] ?? -1];
      if (label) {
        const segments = [label.rest, ...parts.slice(1).map(({ inner }) => inner)];
        return { segments, type: 'direct', speaker: label.speaker, cue: null, tier: 1 };
      }
      const trust = parts.some(({ isMismatched }) => isMismatched) ? MISMATCHED : 1;
      return { segments: parts.map(({ inner }) => inner), type: 'direct', ...who(indices[0] ?? -1, trust), tier: 1 };
    },
  );
  const indirect = reported.map(({ segments, type }, i): SuggestedQuote => {
    return { segments, type, ...who(quotations.length + i, 1), tier: 2 };
  });
  return [...direct, ...indirect].sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));

  function who(index: number, trust: number): Pick<SuggestedQuote, 'speaker' | 'cue'> {
    const attribution = all[index];
    const paragraph = paragraphs[attribution?.paragraph ?? -1];
    if (!attribution || !paragraph) return { speaker: null, cue: null };
    const speaker = speakerOf(text, paragraph, attribution, speakers[index] ?? null, trust);
    return { speaker, cue: attribution.cue && spanOf(paragraph, attribution.cue) };
  }
}
