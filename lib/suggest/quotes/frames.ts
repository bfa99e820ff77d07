import type { CueForm, Language, Strength } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Phrase } from './phrases';
import { type Link, pastApposition, subjectLeftOf } from './subject';

/** Words of a sentence that say who speaks: "the minister told reporters", "according to her", "Lindqvist's letter". */
export interface Frame {
  readonly kind: 'verb' | 'inverted' | 'phrase' | 'noun' | 'colon';
  readonly subject: Phrase;
  /** What the subject "who" stands for. */
  readonly antecedent: Phrase | null;
  /** Null for "Lindqvist: …". */
  readonly cue: TokenRange | null;
  readonly strength: Strength;
  readonly link: Link;
  /** Where the cue is, or without one the end of the subject. */
  readonly at: number;
  /** The tokens from the subject to the cue, whichever comes first. */
  readonly from: number;
  readonly to: number;
}

const SOFT = /^[,—–―-]$/;

const PHRASAL: CueForm = { strength: 3, form: 'finite', hasListener: false };

/** The frames of all paragraphs: of each sentence of each, in the order of their cues. */
export type Frames = readonly (readonly (readonly Frame[])[])[];

export const readFrames = (paragraphs: readonly Paragraph[], language: Language): Frames =>
  paragraphs.map((paragraph) => paragraph.sentences.map((sentence) => framesIn(paragraph, sentence, language)));

function framesIn(paragraph: Paragraph, sentence: TokenRange, language: Language): Frame[] {
  const { tokens, phraseFrom, phraseUpTo } = paragraph;
  const frames: Frame[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind === 'quote') {
      addUnknownVerb(i);
      addSignature(i);
      continue;
    }
    if (token.text === ':') addColon(i);
    const length = phraseLength(i);
    if (length > 0) {
      addPhrase(i, i + length);
      i += length - 1;
      continue;
    }
    const cue = language.cues.get(token.lower) ?? phrasalCue(i);
    const before = tokens[i - 1]?.lower ?? '';
    const isOwned = language.possessives.has(before) || /^['’]s?$/.test(before);
    if (cue && !isOwned && !paragraph.inPhrase.has(i)) addVerb(i, cue);
    else if (language.cueNouns.has(token.lower) || (cue && isOwned)) addNoun(i);
  }
  return frames.sort((a, b) => a.at - b.at);

  function put(
    kind: Frame['kind'],
    subject: Phrase,
    cue: TokenRange | null,
    strength: Strength,
    found: Partial<Pick<Frame, 'link' | 'antecedent' | 'from'>> = {},
  ): void {
    frames.push({
      kind,
      subject,
      cue,
      strength,
      antecedent: null,
      link: 'beside',
      at: cue?.from ?? subject.to,
      from: Math.min(subject.from, cue?.from ?? subject.from),
      to: Math.max(subject.to, cue?.to ?? 0),
      ...found,
    });
  }

  function phraseLength(i: number): number {
    const found = language.cuePhrases.find((phrase) =>
      phrase.every((word, k) => i + k < sentence.to && tokens[i + k]?.lower === word),
    );
    return found?.length ?? 0;
  }

  /** "shot back", "chimed in". */
  function phrasalCue(i: number): CueForm | undefined {
    const particle = language.phrasalCues.get(tokens[i]?.lower ?? '');
    return particle !== undefined && tokens[i + 1]?.lower === particle ? PHRASAL : undefined;
  }

  function addPhrase(from: number, to: number): void {
    const subject = phraseFrom.get(to);
    if (!subject) return;
    put('phrase', subject, { from, to }, 3);
  }

  function addVerb(i: number, cue: CueForm): void {
    const range = { from: i, to: i + 1 };
    const { strength } = cue;
    if (cue.form === 'finite' && isPassive(i)) {
      const agent = agentAfter(i);
      if (agent) put('verb', agent, range, strength);
      return;
    }
    const right = cue.form !== 'participle' && !cue.hasListener ? (invertedSubject(i) ?? freeSubject(i)) : null;
    if (right) {
      put('inverted', right, range, strength);
      return;
    }
    const left = subjectLeftOf(paragraph, sentence, i, cue.form, language);
    if (!left) return;
    const { phrase, antecedent, link, from } = left;
    const isText = phrase.kind === 'nominal' && language.cueNouns.has(tokens[phrase.to - 1]?.lower ?? '');
    // "The minister's tweet read": the minister's words.
    const subject = (isText && ownerBefore(phrase.to - 1)) || phrase;
    put('verb', subject, range, strength, { link, antecedent, from });
  }

  function isPassive(i: number): boolean {
    let j = i - 1;
    while (j >= sentence.from && language.isAdverb(tokens[j]?.lower ?? '')) j--;
    return language.passive.has(tokens[j]?.lower ?? '');
  }

  /** "by Lindqvist" within a few words. */
  function agentAfter(i: number): Phrase | null {
    for (let j = i + 1; j < Math.min(sentence.to, i + 8); j++)
      if (tokens[j]?.lower === 'by') return phraseFrom.get(j + 1) ?? null;
    return null;
  }

  /** The subject of "Am Montag sagte Lindqvist …": right behind the verb where none stands in front. */
  function freeSubject(i: number): Phrase | null {
    if (!language.invertsFreely) return null;
    let left = phraseUpTo.get(verbStart(i) - 1);
    for (let steps = 0; left?.isGoverned && steps < 5; steps++) left = phraseUpTo.get(left.from - 2);
    if (left) return null;
    return phraseFrom.get(pastListener(i + 1)) ?? null;
  }

  /** Past "a este diario", "au Monde", if a phrase follows that no preposition governs. */
  function pastListener(i: number): number {
    if (!language.prepositions.has(tokens[i]?.lower ?? '')) return i;
    const listener = phraseFrom.get(i + 1);
    const isFollowed = listener && phraseFrom.has(listener.to);
    return isFollowed ? listener.to : i;
  }

  /** The first token of a verb in several words: "a déclaré". */
  function verbStart(i: number): number {
    let start = i;
    while (start > sentence.from && language.between.has(tokens[start - 1]?.lower ?? '')) start--;
    return start;
  }

  /** The subject of "“…,” said Lindqvist": right behind a verb that a quotation or a comma precedes. */
  function invertedSubject(i: number): Phrase | null {
    const start = verbStart(i);
    const before = tokens[start - 1];
    const isAfterQuote =
      before?.kind === 'quote' || (tokens[start - 2]?.kind === 'quote' && SOFT.test(before?.text ?? ''));
    const isAfterClause =
      before?.text === ',' &&
      start - 1 > sentence.from &&
      strengthAt(i) === 3 &&
      pastApposition(paragraph, sentence, start - 1, language) === null;
    const isFirst = start === sentence.from && strengthAt(i) === 3;
    if (!isAfterQuote && !isAfterClause && !isFirst) return null;
    let j = i + 1;
    while (
      j < sentence.to &&
      (language.between.has(tokens[j]?.lower ?? '') || language.isAdverb(tokens[j]?.lower ?? ''))
    )
      j++;
    const phrase = phraseFrom.get(pastListener(j));
    if (!phrase || phrase.pronoun === 'who') return null;
    if (phrase.pronoun === 'it' || isPredicate(phrase.to)) return null;
    // "Says Lindqvist: “…”"
    if (isFirst) return /^[:,]$/.test(tokens[phrase.to]?.text ?? '') ? phrase : null;
    return isAfterQuote || (phrase.pronoun === null && endsClause(phrase.to)) ? phrase : null;
  }

  function strengthAt(i: number): number {
    return language.cues.get(tokens[i]?.lower ?? '')?.strength ?? 0;
  }

  /** Whether a verb follows, so that the phrase before it is the subject of a clause of its own. */
  function isPredicate(i: number): boolean {
    const lower = i < sentence.to ? (tokens[i]?.lower ?? '') : '';
    return language.verbs.has(lower) || language.passive.has(lower) || language.cues.get(lower)?.form === 'finite';
  }

  function endsClause(i: number): boolean {
    const lower = i < sentence.to ? (tokens[i]?.lower ?? '') : '';
    const isWord = i < sentence.to && tokens[i]?.kind === 'word';
    return (
      !isWord || language.prepositions.has(lower) || language.times.has(lower) || language.pronouns.get(lower) === 'who'
    );
  }

  /** "Lindqvist's letter", "a letter from Lindqvist", "his letter". */
  function addNoun(i: number): void {
    const owner = ownerBefore(i) ?? sourceAfter(i);
    if (!owner) return;
    const cue = { from: i, to: i + 1 };
    put('noun', owner, cue, 2);
  }

  function ownerBefore(i: number): Phrase | null {
    for (let j = i - 1; j >= Math.max(sentence.from, i - 5); j--) {
      const token = tokens[j];
      if (token?.kind !== 'word') return null;
      if (/^['’]s?$/.test(token.lower)) return phraseUpTo.get(j - 1) ?? null;
      if (language.possessives.has(token.lower)) return phraseUpTo.get(j) ?? null;
    }
    return null;
  }

  function sourceAfter(i: number): Phrase | null {
    return /^(?:from|by)$/.test(tokens[i + 1]?.lower ?? '') ? (phraseFrom.get(i + 2) ?? null) : null;
  }

  /** "“…” — Mara Lindqvist, baker": signed, with nothing else in the paragraph's last sentence. */
  function addSignature(quote: number): void {
    const subject = phraseFrom.get(quote + 2);
    if (!/^[—–―-]$/.test(tokens[quote + 1]?.text ?? '') || subject?.kind !== 'name') return;
    const after = tokens[subject.to];
    if (after && subject.to < sentence.to && !/^[,.(]$/.test(after.text)) return;
    put('colon', subject, null, 3);
  }

  /** "“…,” beamed Lindqvist", "“…,” Lindqvist assured them": a verb that is no cue, beside a quotation. */
  function addUnknownVerb(quote: number): void {
    const before = tokens[quote - 1];
    const left = phraseUpTo.get(quote - 2);
    const isVerb = before?.kind === 'word' && quote - 1 > sentence.from && isUnknownVerb(quote - 1);
    if (isVerb && left && !left.isGoverned && left.pronoun !== 'who')
      put('verb', left, { from: quote - 1, to: quote }, 1);
    const next = SOFT.test(tokens[quote + 1]?.text ?? '') ? quote + 2 : quote + 1;
    const token = tokens[next];
    if (token?.kind !== 'word' || next >= sentence.to) return;
    const inverted = phraseFrom.get(next + 1);
    const isVerbOf = isUnknownVerb(next) || (tokens[quote]?.isSpoken === true && isPresentVerb(next));
    if (isVerbOf && inverted?.kind === 'name') put('inverted', inverted, { from: next, to: next + 1 }, 2);
    const subject = phraseFrom.get(next);
    if (!subject || subject.isOwner) return;
    let verb = subject.to;
    while (verb < sentence.to && language.isAdverb(tokens[verb]?.lower ?? '')) verb++;
    if (verb < sentence.to && isUnknownVerb(verb)) put('verb', subject, { from: verb, to: verb + 1 }, 2);
  }

  function hasVerb(from: number, to: number): boolean {
    return tokens
      .slice(from, Math.min(to, from + 12))
      .some(({ lower }) => language.verbs.has(lower) || language.auxiliaries.has(lower) || language.cues.has(lower));
  }

  function isUnknownVerb(i: number): boolean {
    const lower = tokens[i]?.lower ?? '';
    const isVerb = lower.endsWith('ed') || (language.verbs.has(lower) && !language.auxiliaries.has(lower));
    return isVerb && !language.passive.has(lower) && !language.cues.has(lower);
  }

  /** "corrects", of which nothing but the ending and the place tell that it is a verb. */
  function isPresentVerb(i: number): boolean {
    const { text = '', lower = '' } = tokens[i] ?? {};
    const isOther =
      language.verbs.has(lower) ||
      language.between.has(lower) ||
      language.prepositions.has(lower) ||
      language.determiners.has(lower) ||
      language.conjunctions.has(lower) ||
      language.times.has(lower) ||
      paragraph.inPhrase.has(i);
    return /^\p{Ll}{3,}s$/u.test(text) && !isOther;
  }

  /** "Lindqvist: “…”", also behind a dash. */
  function addColon(i: number): void {
    if (tokens[i + 1]?.kind !== 'quote') return;
    const subject = phraseUpTo.get(i - 1);
    const before = tokens[(subject?.from ?? 0) - 1];
    const isAtStart = subject?.from === sentence.from || /^[—–―-]$/.test(before?.text ?? '');
    const first = phraseFrom.get(sentence.from);
    if (subject && isAtStart) put('colon', subject, null, 3);
    else if (first?.kind === 'name' && tokens[first.to]?.text === ',' && !hasVerb(first.to, i))
      put('colon', first, null, 3);
  }
}
