import { describe, expect, it } from 'vitest';
import type { SuggestedQuote } from '@/lib/suggest/quote-suggestion';
import { suggestQuotes } from '@/lib/suggest/suggest-quotes';
import type { Passage } from './passage';
import { ENGLISH_PASSAGES } from './passages-english';
import { PASSAGES_OF_KINDS } from './passages-kinds';
import { FRENCH_PASSAGES, GERMAN_PASSAGES, SPANISH_PASSAGES } from './passages-other';

const LANGUAGES: readonly (readonly [lang: string, passages: readonly Passage[]])[] = [
  ['en', [...ENGLISH_PASSAGES, ...PASSAGES_OF_KINDS]],
  ['de', GERMAN_PASSAGES],
  ['fr', FRENCH_PASSAGES],
  ['es', SPANISH_PASSAGES],
];

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

describe('the language of a text', () => {
  const FRENCH = '« Le port restera ouvert », a déclaré la maire Mara Lindqvist devant la presse de la ville.';

  it('is that of its words where the page says another or none', () => {
    for (const lang of ['en', null]) {
      expect(suggestQuotes(FRENCH, { lang })[0]?.speaker?.name).toBe('Mara Lindqvist');
    }
  });

  it('decides nothing where it is none of those known: quotes come without speakers', () => {
    const found = suggestQuotes('”Hamnen ska vara öppen i tio år till”, sade borgmästare Mara Lindqvist i går.', {
      lang: 'sv',
    });
    expect(found.map(({ speaker, tier }) => [speaker, tier])).toEqual([[null, 1]]);
  });
});
