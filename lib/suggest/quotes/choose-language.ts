import type { Language } from './language';
import { ENGLISH } from './languages/english';
import { FRENCH } from './languages/french';
import { GERMAN } from './languages/german';
import { SPANISH } from './languages/spanish';

const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 4_000;
/** The share of a text's words that are articles, prepositions and conjunctions of its language, at least. */
const LEAST_SHARE = 0.2;
/** So much more of them make a text that of another language than its page says. */
const CLEARLY = 1.5;

/** The language whose rules fit: that of the page, unless the text is clearly in another. Null where none is known. */
export function chooseLanguage(text: string, lang: string | null): Language | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const share = ({ determiners, prepositions, conjunctions }: Language): number =>
    words.filter((word) => determiners.has(word) || prepositions.has(word) || conjunctions.has(word)).length /
    Math.max(1, words.length);
  const best = LANGUAGES.reduce((a, b) => (share(b) > share(a) ? b : a));
  const code = lang?.toLowerCase().split(/[-_]/, 1)[0] ?? null;
  const own = LANGUAGES.find((language) => language.code === code) ?? null;
  if (own) return share(best) > LEAST_SHARE && share(best) > CLEARLY * share(own) ? best : own;
  const isSure = share(best) > (code === null ? LEAST_SHARE : CLEARLY * LEAST_SHARE);
  return isSure ? best : null;
}
