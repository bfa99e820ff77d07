import { describe, expect, it } from 'vitest';
import type { SuggestedQuote } from '@/lib/suggest/quote-suggestion';
import { suggestQuotes } from '@/lib/suggest/suggest-quotes';
import type { Passage } from './passage';
import { ENGLISH_PASSAGES } from './passages-english';

const LANGUAGES: readonly (readonly [lang: string, passages: readonly Passage[]])[] = [['en', ENGLISH_PASSAGES]];

describe.each(LANGUAGES)('a passage in %s', (lang, passages) => {
  it.each(passages.map((passage) => [passage.name, passage] as const))('%s', (_, { text, direct, reported }) => {
    const found = suggestQuotes(text, { lang });
    const words = ({ segments }: SuggestedQuote) => segments.map(({ start, end }) => text.slice(start, end)).join('|');
    const cueOf = ({ cue }: SuggestedQuote) => cue && text.slice(cue.start, cue.end);
    const first = found.filter(({ tier }) => tier === 1);
    expect(first.map((quote) => [words(quote), quote.speaker?.name ?? null, cueOf(quote)])).toEqual(
      direct.map(([quote, speaker, cue]) => [quote, speaker, cue]),
    );
    direct.forEach(([, , , role], i) => {
      if (role !== undefined) expect(first[i]?.speaker?.role).toBe(role);
    });
    if (reported === undefined) return;
    const second = found.filter(({ tier }) => tier === 2);
    expect(second.map((quote) => [words(quote), quote.speaker?.name])).toEqual(reported.map((each) => [...each]));
  });
});
