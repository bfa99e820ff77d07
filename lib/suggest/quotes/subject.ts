import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Phrase } from './phrases';

/**
 * How the speaker was found from the verb: beside it, as the only or the most likely subject of its clause, or through "who", with a comma in
 * front or ("which") without one, where the clause only tells which of several.
 */
export type Link = 'beside' | 'only' | 'clause' | 'who' | 'which';

export interface Subject {
  readonly phrase: Phrase;
  /** What "who" stands for. */
  readonly antecedent: Phrase | null;
  readonly link: Link;
  /** The first token of the attribution: of the subject with all that stands before its verb, or of the verb. */
  readonly from: number;
}

const MOST_STEPS = 40;
const LONGEST_CLAUSE = 120;

/** Who does what the verb at `verb` says, in English word order: the subject left of it. */
export function subjectLeftOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  verb: number,
  form: 'finite' | 'participle' | 'base',
  language: Language,
): Subject | null {
  const { tokens, phraseUpTo } = paragraph;
  if (form === 'participle') return clauseSubject(paragraph, sentence, verb, language);
  let i = verb - 1;
  for (let steps = 0; steps < MOST_STEPS && i >= sentence.from; steps++) {
    const token = tokens[i];
    if (!token || token.kind === 'quote') break;
    if (token.text === ')') {
      i = openingBefore(paragraph, sentence, i) - 1;
      continue;
    }
    const phrase = phraseUpTo.get(i);
    if (phrase) {
      if (phrase.pronoun === 'who') return antecedent(phrase);
      const before = tokens[phrase.from - 1]?.lower ?? '';
      if (!phrase.isGoverned || (form === 'finite' && language.conjunctive.has(before)))
        return { phrase, antecedent: null, link: 'beside', from: phrase.from };
      i = phrase.from - 2;
      continue;
    }
    const isSkipped =
      language.between.has(token.lower) ||
      language.times.has(token.lower) ||
      language.isAdverb(token.lower) ||
      language.prepositions.has(token.lower) ||
      language.determiners.has(token.lower) ||
      /^\d/.test(token.lower);
    if (isSkipped && !(token.lower === 'to' && i === verb - 1)) {
      i--;
      continue;
    }
    break;
  }
  if (form === 'finite' && tokens[verb - 1]?.kind === 'quote') return null;
  return (
    (form === 'finite' && tokens[i]?.text === ',' ? pastApposition(paragraph, sentence, i, language) : null) ??
    clauseSubject(paragraph, sentence, verb, language)
  );

  /** The words before ", who". */
  function antecedent(who: Phrase): Subject {
    let end = who.from - 1;
    if (/^[,—–―-]$/.test(tokens[end]?.text ?? '')) end--;
    const phrase = phraseUpTo.get(end) ?? null;
    return {
      phrase: who,
      antecedent: phrase,
      link: end === who.from - 1 ? 'which' : 'who',
      from: (phrase ?? who).from,
    };
  }
}

/** The subject of "X, the mayor of Y, said", for the comma in front of the verb. */
export function pastApposition(
  paragraph: Paragraph,
  sentence: TokenRange,
  close: number,
  language: Language,
): Subject | null {
  const { tokens, phraseFrom, phraseUpTo } = paragraph;
  let commas = 0;
  for (let j = close - 1; j > sentence.from && close - j < MOST_STEPS && commas < 4; j--) {
    if (tokens[j]?.kind === 'quote' || tokens[j]?.text === ';') return null;
    if (tokens[j]?.text !== ',') continue;
    commas++;
    if (!isApposition(j + 1)) continue;
    const nearest = headBefore(j);
    const isNominal = nearest?.kind === 'nominal' && tokens[nearest.from - 1]?.text === ',';
    const name = phraseFrom.get(j + 1);
    // "The mayor, Mara Lindqvist, said"
    if (nearest?.kind === 'nominal' && name?.kind === 'name' && name.to === close && !isNominal && isOffice(nearest))
      return { phrase: name, antecedent: null, link: 'beside', from: nearest.from };
    const phrase = (isNominal ? nameBefore(nearest.from - 1) : null) ?? nearest;
    if (phrase) return { phrase, antecedent: null, link: 'beside', from: phrase.from };
  }
  return null;

  /** The phrase up to `end`, or the one that it belongs to: "a spokesman" of "a spokesman for the party". */
  function headBefore(end: number): Phrase | null {
    let last = end - 1;
    if (tokens[last]?.text === ')') last = openingBefore(paragraph, sentence, last) - 1;
    let phrase = phraseUpTo.get(last);
    for (let steps = 0; phrase?.isGoverned && steps < 5; steps++) phrase = phraseUpTo.get(phrase.from - 2);
    return phrase ?? null;
  }

  /** The name of which a description is itself an apposition. */
  function nameBefore(end: number): Phrase | null {
    const phrase = headBefore(end);
    return phrase?.kind === 'name' ? phrase : null;
  }

  function isOffice({ to }: Phrase): boolean {
    return language.isRole(tokens[to - 1]?.lower ?? '');
  }

  function isApposition(start: number): boolean {
    const token = tokens[start];
    if (!token) return false;
    const { lower } = token;
    return (
      language.determiners.has(lower) ||
      language.prepositions.has(lower) ||
      language.isRole(lower) ||
      language.pronouns.get(lower) === 'who' ||
      /^(?:\d|whose|which|now|himself|herself)/.test(lower) ||
      /(?:ing|ed)$/.test(lower) ||
      (phraseFrom.has(start) && !language.pronouns.has(lower))
    );
  }
}

/** The last phrase before the verb that begins a clause and has a verb; else the first that no preposition governs. */
export function clauseSubject(
  paragraph: Paragraph,
  sentence: TokenRange,
  before: number,
  language: Language,
): Subject | null {
  const { tokens, phraseUpTo } = paragraph;
  let start = Math.max(sentence.from, before - LONGEST_CLAUSE);
  for (let j = before - 1; j >= start; j--) {
    if (!/^[;:—]$/.test(tokens[j]?.text ?? '')) continue;
    start = j + 1;
    break;
  }
  let last = before - 1;
  while (language.isAdverb(tokens[last]?.lower ?? '')) last--;
  const withOwn = phraseUpTo.get(last);
  if (withOwn && tokens[startOfRow(withOwn) - 1]?.lower === 'with')
    return { phrase: withOwn, antecedent: null, link: 'clause', from: withOwn.from };
  let count = 0;
  let subject: Phrase | null = null;
  let first: Phrase | null = null;
  for (let j = start; j < before; j++) {
    const phrase = paragraph.phraseFrom.get(j);
    if (!phrase || phrase.to > before) continue;
    if (!phrase.isOwner && phrase.pronoun !== 'who') {
      if (!phrase.isGoverned) {
        first ??= phrase;
        count++;
      }
      if (beginsClause(phrase, start)) subject = phrase;
    }
    j = phrase.to - 1;
  }
  const phrase = subject ?? first;
  const link = count === 1 || phrase === paragraph.phraseFrom.get(sentence.from) ? 'only' : 'clause';
  return phrase && { phrase, antecedent: null, link, from: phrase.from };

  /** Where "marchers and onlookers" begins, for its last phrase. */
  function startOfRow(phrase: Phrase): number {
    const before = tokens[phrase.from - 1]?.lower === 'and' ? phraseUpTo.get(phrase.from - 2) : undefined;
    return (before ?? phrase).from;
  }

  function beginsClause(phrase: Phrase, start: number): boolean {
    let i = phrase.from - 1;
    while (i >= start && (language.isAdverb(tokens[i]?.lower ?? '') || language.times.has(tokens[i]?.lower ?? ''))) i--;
    const before = tokens[i];
    const isAtStart =
      i < start ||
      /^[,—–―-]$/.test(before?.text ?? '') ||
      (language.conjunctions.has(before?.lower ?? '') && !language.embedders.has(before?.lower ?? ''));
    if (before?.lower === 'with' && language.cues.get(tokens[phrase.to]?.lower ?? '')?.form === 'participle')
      return true;
    if (!isAtStart || phrase.isGoverned) return false;
    let j = phrase.to;
    while (language.between.has(tokens[j]?.lower ?? '') || language.isAdverb(tokens[j]?.lower ?? '')) j++;
    if (j > phrase.to && language.passive.has(tokens[j - 1]?.lower ?? '')) return true;
    const { lower = '', text = '' } = tokens[j] ?? {};
    if (text === ',') return phrase.kind === 'name' && i < start;
    return language.verbs.has(lower) || language.cues.get(lower)?.form === 'finite' || /ed$/.test(lower);
  }
}

/** Where the bracket that closes at `close` opens. */
function openingBefore({ tokens }: Paragraph, sentence: TokenRange, close: number): number {
  let i = close;
  while (i > sentence.from && close - i < MOST_STEPS && tokens[i]?.text !== '(') i--;
  return i;
}
