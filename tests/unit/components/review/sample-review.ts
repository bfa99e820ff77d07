import { createAcceptances } from '@/components/review/acceptances';
import { createPaintable } from '@/components/review/paintable';
import { createReview, type Review } from '@/components/review/review';
import { type Suggestion, suggestionsOf } from '@/components/review/suggestion';
import type { SuggestedQuote, SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import type { Suggestions } from '@/lib/suggest/suggest';
import { describe, READING, type Sample, type SampleOptions, sampleSession } from '../sample-session';

export const ARTICLE =
  '“The ferry sails by May,” harbour master Ines Calder said. “All 19 boats are repaired.”\n\n' +
  'She said: “We paid 4 million for it.” A spokesman said: “No comment.”\n\n' +
  'Calder said the quay was “as sound as a bell” and that it would open in June.';

export const spanOf = (words: string) => {
  const start = ARTICLE.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the article.`);
  return { start, end: start + words.length };
};

export const FERRY = 'The ferry sails by May,';
export const BOATS = 'All 19 boats are repaired.';
export const PAID = 'We paid 4 million for it.';
export const COMMENT = 'No comment.';

export const CALDER: SuggestedSpeaker = {
  name: 'Ines Calder',
  role: 'harbour master',
  mention: spanOf('Ines Calder'),
  kind: 'person',
  isPronoun: false,
  probability: 0.95,
};
export const SHE: SuggestedSpeaker = { ...CALDER, mention: spanOf('She'), isPronoun: true, probability: 0.6 };
export const SPOKESMAN: SuggestedSpeaker = {
  name: 'A spokesman',
  role: null,
  mention: spanOf('A spokesman'),
  kind: 'unnamed',
  isPronoun: false,
  probability: 0.95,
};

export const BELL = 'as sound as a bell';
export const QUAY = 'the quay was “as sound as a bell”';
export const JUNE = 'it would open in June';

const quote = (parts: readonly string[], speaker: SuggestedSpeaker | null): SuggestedQuote => ({
  segments: parts.map(spanOf),
  type: 'direct',
  speaker,
  cue: speaker && spanOf('said'),
  tier: 1,
});

/** A split quote of a sure speaker with a claim in it, one of a pronoun in doubt, and one of nobody named. */
export const SUGGESTIONS = suggestionsOf(
  ARTICLE,
  {
    quotes: [quote([FERRY, BOATS], CALDER), quote([PAID], SHE), quote([COMMENT], SPOKESMAN)],
    claims: [{ ...spanOf(BOATS), probability: 0.8 }],
  },
  false,
);

/** Words between marks, the statement that they are part of, and one without marks. */
const REPORTED: Suggestions = {
  quotes: [
    { ...quote([QUAY], CALDER), type: 'mixed', tier: 2 },
    quote([BELL], CALDER),
    { ...quote([JUNE], CALDER), type: 'indirect', tier: 2 },
  ],
  claims: [],
};
export const reportedSuggestions = (isWanted: boolean) => suggestionsOf(ARTICLE, REPORTED, isWanted);

/** The review of that article, in a session whose store answers what the test says. */
export async function sampleReview(
  options: SampleOptions = {},
  dismissed: readonly string[] = [],
  suggestions: readonly Suggestion[] = SUGGESTIONS,
): Promise<Sample & { review: Review }> {
  const sample = sampleSession({
    ...options,
    reading: { ...READING, text: ARTICLE, blocks: paragraphs(), ...options.reading },
  });
  await sample.session.open();
  const page = sample.session.page.value;
  if (!page) throw new Error('The page was not read.');
  const acceptances = createAcceptances(sample.session, page, describe);
  const paintable = createPaintable(page, describe, sample.session.newId);
  return { ...sample, review: createReview(sample.session, page, suggestions, dismissed, acceptances, paintable) };
}

const paragraphs = () =>
  [...ARTICLE.matchAll(/.+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length, tag: 'p' }));

/** Acknowledges writes until none is under way. */
export async function storeAll({ acknowledge, commands }: Sample): Promise<void> {
  await acknowledge();
  for (let seen = 0; seen < commands.length; ) {
    seen = commands.length;
    await acknowledge();
  }
}
