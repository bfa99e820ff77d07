import type { Language } from './language';
import type { Phrase } from './phrases';
import type { Token } from './tokens';

/** What a phrase says of whom it names. */
export interface Named {
  /** Without role and honorific: "Jens Stoltenberg"; of a description all of it: "a spokesman". */
  readonly name: string;
  readonly role: string | null;
  readonly kind: 'person' | 'organisation' | 'unnamed';
  readonly gender: 'he' | 'she' | null;
}

const SUFFIX = /^(?:jr|jr\.|sr|sr\.|ii|iii|iv)$/;
/** What a noun for somebody who does something ends in, in the languages known. */
const AGENT = /(?:er|or|ist|ian|man|woman|eon|in|eur|euse|trice|ista|dor|dora)$/;
const ACRONYM = /^\p{Lu}[\p{Lu}.&]+$/u;

/** Splits "NATO Secretary General Jens Stoltenberg" into name and role, and tells people from organisations. */
export function readName(phrase: Phrase, tokens: readonly Token[], text: string, language: Language): Named {
  const words = tokens.slice(phrase.from, phrase.to);
  const whole = sliceOf(text, words);
  const last = words[words.length - 1];
  if (!last) return { name: whole, role: null, kind: 'unnamed', gender: null };
  const gender = genderOf(words, language);
  let from = words.length;
  while (from > 0 && isNamePart(words, from - 1, language)) from--;
  while (from < words.length && !words[from]?.isCapital) from++;
  const isPersonal = isFirstName(words[from], language) && words.length - from > 1;
  const isNominal = phrase.kind !== 'name' || from === words.length || (language.isRole(last.lower) && !isPersonal);
  if (isNominal) {
    const isOrganisation = language.organisations.has(last.lower) || (last.isCapital && !language.isRole(last.lower));
    return { name: whole, role: null, kind: isOrganisation ? 'organisation' : 'unnamed', gender };
  }
  const run = nameStart(words, from, language);
  // German has a capital on the office as well: "der Reeder Owen Kastner".
  const isOffice = language.capitalNouns && run === from && words.length - run === 3 && words[run - 1] !== undefined;
  const name = isOffice ? run + 1 : run;
  const named = words.slice(name);
  const isInstitution = language.organisations.has(last.lower);
  if ((!isPersonal || isInstitution) && isOrganisation(named, words[name - 1], language))
    return { name: sliceOf(text, words.slice(from)), role: null, kind: 'organisation', gender: null };
  const end = named.findIndex(({ lower }, i) => i > 1 && /^(?:of|for|at|in)$/.test(lower));
  const role = words.slice(0, name).filter(({ lower }) => !language.honorifics.has(lower) || language.isOffice(lower));
  return {
    name: sliceOf(text, end > 0 ? named.slice(0, end) : named),
    role: role.some(({ lower }) => language.isRole(lower) || AGENT.test(lower)) ? roleText(text, role, language) : null,
    kind: 'person',
    gender: gender ?? language.givenNames.get(named[0]?.lower ?? '') ?? null,
  };
}

/** Whether a name begins with the word, as far as is known: "Mr.", "Mara". */
function isFirstName(word: Token | undefined, language: Language): boolean {
  return (
    word !== undefined &&
    (language.givenNames.has(word.lower) || language.honorifics.has(word.lower)) &&
    !language.isRole(word.lower)
  );
}

/** "the deputy mayor" without its article; null of nothing. */
export function roleText(text: string, role: readonly Token[], language: Language): string | null {
  let from = 0;
  while (language.determiners.has(role[from]?.lower ?? '')) from++;
  let to = role.length;
  while (to > from && isLoose(role[to - 1]?.lower ?? '', language)) to--;
  const words = role.slice(from, to);
  return words.some(({ lower }) => /\p{L}/u.test(lower)) ? sliceOf(text, words) : null;
}

const isLoose = (lower: string, language: Language): boolean =>
  language.prepositions.has(lower) || language.conjunctions.has(lower) || language.determiners.has(lower);

function isNamePart(words: readonly Token[], i: number, language: Language): boolean {
  const word = words[i];
  if (word?.kind === 'quote') return i > 0;
  if (word?.kind !== 'word' || /^['’]s?$/.test(word.text)) return false;
  return word.isCapital ? !language.determiners.has(word.lower) : language.nameParts.has(word.lower);
}

/** Where the name begins within the capital words: past the last office, and what it is an office of. */
function nameStart(words: readonly Token[], from: number, language: Language): number {
  let start = from;
  for (let i = from; i < words.length - 1; i++) {
    const lower = words[i]?.lower ?? '';
    if (!language.isRole(lower) && !language.honorifics.has(lower)) continue;
    start = i + 1;
  }
  if (start === from || !language.nameParts.has(words[start]?.lower ?? '')) return start;
  const after = words.length - start - 1;
  return after < 2 ? from : words.length - Math.min(2, after - 1);
}

function isOrganisation(name: readonly Token[], before: Token | undefined, language: Language): boolean {
  const last = name[name.length - 1];
  if (!last) return false;
  if (name.some(({ lower }) => language.organisations.has(lower))) return true;
  if (name.length === 1 && (ACRONYM.test(last.text) || language.places.has(last.lower))) return true;
  return before !== undefined && language.definite.has(before.lower);
}

function genderOf(words: readonly Token[], language: Language): 'he' | 'she' | null {
  for (const { lower } of words) {
    const gender = language.honorifics.get(lower);
    if (gender) return gender;
  }
  return null;
}

/** The word by which a person is named later: "Lindqvist" of "Mara Lindqvist Jr." In lower case. */
export function surnameOf(name: string): string {
  const words = name.toLowerCase().split(/[\s,]+/);
  while (words.length > 1 && SUFFIX.test(words[words.length - 1] ?? '')) words.pop();
  return words[words.length - 1] ?? '';
}

function sliceOf(text: string, words: readonly Token[]): string {
  const [first, last] = [words[0], words[words.length - 1]];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}
