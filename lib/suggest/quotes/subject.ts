import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Phrase } from './phrases';

/**
 * How the speaker was found from the verb: beside it, as the subject of its clause, or through "who", with a comma in
 * front or ("which") without one, where the clause only tells which of several.
 */
export type Link = 'beside' | 'clause' | 'who' | 'which';

export interface Subject {
  readonly phrase: Phrase;
  /** What "who" stands for. */
  readonly antecedent: Phrase | null;
  readonly link: Link;
  /** The first token of the attribution: of the subject with all that stands before its verb, or of the verb. */
  readonly from: number;
}

const MOST_STEPS = 40;

/** Who does what the verb at `verb` says, in English word order: the subject left of it. */
export function subjectLeftOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  verb: number,
  form: 'finite' | 'participle' | 'base',
  language: Language,
): Subject | null {
  const { tokens, phraseUpTo } = paragraph;
  if (form === 'participle') return clauseSubject(verb);
  let i = verb - 1;
  for (let steps = 0; steps < MOST_STEPS && i >= sentence.from; steps++) {
    const token = tokens[i];
    if (!token || token.kind === 'quote') break;
    const phrase = phraseUpTo.get(i);
    if (phrase) {
      if (phrase.pronoun === 'who') return antecedent(phrase);
      if (!phrase.isGoverned) return { phrase, antecedent: null, link: 'beside', from: phrase.from };
      i = phrase.from - 2;
      continue;
    }
    const isSkipped =
      language.between.has(token.lower) ||
      language.times.has(token.lower) ||
      language.isAdverb(token.lower) ||
      language.prepositions.has(token.lower) ||
      /^\d/.test(token.lower);
    if (isSkipped && !(token.lower === 'to' && i === verb - 1)) {
      i--;
      continue;
    }
    break;
  }
  if (form === 'finite' && tokens[verb - 1]?.kind === 'quote') return null;
  return (form === 'finite' && tokens[i]?.text === ',' ? pastApposition(i) : null) ?? clauseSubject(verb);

  /** The words before ", who". */
  function antecedent(who: Phrase): Subject | null {
    let end = who.from - 1;
    if (tokens[end]?.text === ',') end--;
    const phrase = phraseUpTo.get(end);
    if (!phrase) return clauseSubject(who.from);
    return { phrase: who, antecedent: phrase, link: end === who.from - 1 ? 'which' : 'who', from: phrase.from };
  }

  /** The subject of "X, the mayor of Y, said", for the comma in front of the verb. */
  function pastApposition(close: number): Subject | null {
    let commas = 0;
    for (let j = close - 1; j > sentence.from && close - j < MOST_STEPS && commas < 4; j--) {
      if (tokens[j]?.kind === 'quote' || tokens[j]?.text === ';') return null;
      if (tokens[j]?.text !== ',') continue;
      commas++;
      if (!isApposition(j + 1)) continue;
      const phrase = headBefore(j);
      if (phrase) return { phrase, antecedent: null, link: 'beside', from: phrase.from };
    }
    return null;
  }

  /** The phrase up to `end`, or the one that it belongs to: "a spokesman" of "a spokesman for the party". */
  function headBefore(end: number): Phrase | null {
    let phrase = phraseUpTo.get(end - 1);
    for (let steps = 0; phrase?.isGoverned && steps < 5; steps++) phrase = phraseUpTo.get(phrase.from - 2);
    return phrase ?? null;
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
      /^(?:\d|who|whose|which|now|himself|herself)/.test(lower) ||
      /(?:ing|ed)$/.test(lower) ||
      (paragraph.phraseFrom.has(start) && !language.pronouns.has(lower))
    );
  }

  /** The first phrase of the clause that no preposition governs, past a subordinate clause in front. */
  function clauseSubject(before: number): Subject | null {
    let start = sentence.from;
    for (let j = before - 1; j >= sentence.from && before - j < 3 * MOST_STEPS; j--) {
      if (!/^[;:—]$/.test(tokens[j]?.text ?? '')) continue;
      start = j + 1;
      break;
    }
    if (isSubordinate(start)) {
      let comma = start;
      while (comma < before && tokens[comma]?.text !== ',') comma++;
      if (comma < before) start = comma + 1;
    }
    let fallback: Phrase | null = null;
    for (let j = start; j < before && j < start + MOST_STEPS; j++) {
      const phrase = paragraph.phraseFrom.get(j);
      if (!phrase || phrase.to > before) continue;
      if (!phrase.isGoverned && !phrase.isOwner && phrase.pronoun !== 'who')
        return { phrase, antecedent: null, link: 'clause', from: phrase.from };
      fallback ??= phrase;
      j = phrase.to - 1;
    }
    return fallback && { phrase: fallback, antecedent: null, link: 'clause', from: fallback.from };
  }

  function isSubordinate(start: number): boolean {
    const lower = tokens[start]?.lower ?? '';
    return language.conjunctions.has(lower) && !language.between.has(lower) && !language.coordinators.has(lower);
  }
}
