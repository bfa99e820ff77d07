import type { Language, PronounKind } from './language';
import type { TokenRange } from './paragraph';
import type { Token } from './tokens';

/** Words that can name who speaks: "Sen. Mara Lindqvist", "she", "a spokesman". */
export interface Phrase extends TokenRange {
  readonly kind: 'name' | 'nominal' | 'pronoun';
  readonly pronoun: PronounKind | null;
  /** A possessive ending follows. */
  readonly isOwner: boolean;
  /** A preposition stands in front, so that it is no verb's subject. */
  readonly isGoverned: boolean;
}

/** The article's words that it has in lower case, and those that it has with a capital within a sentence. */
export interface Vocabulary {
  readonly ordinary: ReadonlySet<string>;
  readonly proper: ReadonlySet<string>;
}

const MOST_WORDS = 16;
/** With its marks, in UTF-16 units. */
const LONGEST_NICKNAME = 24;
/** Adjectives that stand in front of an office without an article. */
const BEFORE_OFFICE =
  /^(?:former|ex|longtime|senior|fellow|then|late|top|acting|retired|veteran|deputy|some|chief|vice|prominent|leading|local|federal|conservative|liberal|state|presidential|political|congressional|national|foreign|prime|human|most|many|several|other)$/;

/** "midfielder", "archivist", "team-mate": what somebody does. */
const AGENT = /(?:er|or|ist|ian|ess|eer|eon|mate|man|woman|ant|medic)$/;
const AGE = /^\d+-year-old$/;
/** "harbour police chief inspector": no office before a name is longer. */
const MOST_OFFICE_WORDS = 4;
/** Days and months that are surnames as well. */
const TIME_NAME = /^(?:day|may|march|april|june|august)$/;

/** The noun phrases and pronouns of a sentence in order. */
export function phrasesIn(
  tokens: readonly Token[],
  sentence: TokenRange,
  language: Language,
  vocabulary: Vocabulary,
): Phrase[] {
  const phrases: Phrase[] = [];
  const at = (i: number): Token | undefined => (i < sentence.to ? tokens[i] : undefined);

  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const pronoun = language.pronouns.get(token.lower);
    if (pronoun !== undefined) {
      add(i, i + 1, pronoun);
      continue;
    }
    const owner = language.possessives.get(token.lower);
    if (owner !== undefined)
      phrases.push({ from: i, to: i + 1, kind: 'pronoun', pronoun: owner, isOwner: true, isGoverned: false });
    if (language.standalone.has(token.lower) && standsAlone(i + 1)) add(i, i + 1, null);
    if (!starts(i)) continue;
    i = consume(i) - 1;
  }
  return phrases;

  function add(from: number, to: number, pronoun: PronounKind | null): void {
    const last = tokens[to - 1];
    const before = from > sentence.from ? tokens[from - 1] : undefined;
    const isName = last !== undefined && isNameWord(to - 1) && !(language.capitalNouns && language.isRole(last.lower));
    phrases.push({
      from,
      to,
      kind: pronoun !== null ? 'pronoun' : isName ? 'name' : 'nominal',
      pronoun,
      isOwner: /^['’]s?$/.test(at(to)?.lower ?? '') && at(to)?.start === last?.end,
      isGoverned: before !== undefined && language.prepositions.has(before.lower),
    });
  }

  function isNameWord(i: number): boolean {
    const token = at(i);
    if (token?.isCapital && TIME_NAME.test(token.lower)) return isTimeName(i);
    if (!token?.isCapital || isStop(token.lower) || language.cuePhrases.some(([first]) => first === token.lower))
      return false;
    if (i > sentence.from && at(i - 1)?.kind !== 'quote') return true;
    const cue = language.cues.get(token.lower);
    // "Says Lindqvist: …"
    if (cue?.form === 'finite' && cue.strength === 3) return false;
    if (at(i + 1)?.isCapital) return true;
    if (BEFORE_OFFICE.test(token.lower)) return false;
    if (vocabulary.ordinary.has(token.lower)) return vocabulary.proper.has(token.lower) && canFollowName(i + 1);
    if (cue) return false;
    return !token.lower.endsWith('ing') || canFollowName(i + 1);
  }

  /** "Kristen Day", and "Day said", but not "in May". */
  function isTimeName(i: number): boolean {
    const before = i > sentence.from ? at(i - 1) : undefined;
    const after = at(i + 1)?.lower ?? '';
    if (/^\d/.test(after)) return false;
    if (before?.isCapital && before.kind === 'word' && !isStop(before.lower)) return true;
    const isLoose = before === undefined || before.kind === 'quote' || before.kind === 'mark';
    return isLoose && language.cues.get(after)?.form === 'finite';
  }

  /** What tells "Fleming said" from "Going home". */
  function canFollowName(i: number): boolean {
    const lower = at(i)?.lower ?? '';
    return (
      /^(?:,|['’]s)$/.test(lower) ||
      language.verbs.has(lower) ||
      language.between.has(lower) ||
      language.cues.get(lower)?.form === 'finite'
    );
  }

  function isStop(lower: string): boolean {
    return (
      language.prepositions.has(lower) ||
      language.conjunctions.has(lower) ||
      language.times.has(lower) ||
      language.pronouns.has(lower) ||
      language.determiners.has(lower)
    );
  }

  function starts(i: number): boolean {
    const token = at(i);
    if (!token) return false;
    const { lower } = token;
    if (language.determiners.has(lower)) return true;
    if (isNameWord(i)) return TIME_NAME.test(lower) || !(language.between.has(lower) || language.isAdverb(lower));
    if (language.times.has(lower) || language.between.has(lower)) return false;
    if (language.people.has(lower) || language.isRole(lower)) return true;
    if (startsOffice(i)) return true;
    if (/^\d/.test(lower))
      return (
        lower.endsWith('%') ||
        language.people.has(at(i + 1)?.lower ?? '') ||
        language.cueNouns.has(at(i + 1)?.lower ?? '')
      );
    const next = at(i + 1);
    if (next === undefined) return false;
    return BEFORE_OFFICE.test(lower) || (language.organisations.has(lower) && language.isRole(next.lower));
  }

  /** "24-year-old striker Pia Lund" behind a verb of speech, a quotation or a comma: words for what somebody is. */
  function startsOffice(i: number): boolean {
    const before = i > sentence.from ? at(i - 1) : undefined;
    const isSaid = language.cues.get(before?.lower ?? '')?.form === 'finite';
    const isOpen = before?.kind === 'quote' || /^[,—–―-]$/.test(before?.text ?? '');
    if (language.capitalNouns || !(isSaid || isOpen)) return false;
    let j = i;
    while (j < i + MOST_OFFICE_WORDS && isPlainNoun(j)) j++;
    if (j === i || !isNameWord(j)) return false;
    return isSaid || (AGENT.test(at(j - 1)?.lower ?? '') && isNameWord(j + 1));
  }

  function isPlainNoun(i: number): boolean {
    const token = at(i);
    if (token?.kind !== 'word' || token.isCapital) return false;
    const { lower } = token;
    const isOther =
      isStop(lower) ||
      language.verbs.has(lower) ||
      language.between.has(lower) ||
      language.cues.has(lower) ||
      language.isAdverb(lower) ||
      /(?:ed|ing|\W)$/.test(lower);
    return AGE.test(lower) || (!isOther && /^\p{L}/u.test(lower));
  }

  function standsAlone(next: number): boolean {
    const lower = at(next)?.lower ?? '';
    return lower === 'of' || language.auxiliaries.has(lower) || language.cues.get(lower)?.form === 'finite';
  }

  /** Adds the phrase that starts at `i`, and those of its owners; returns where it ends. */
  function consume(start: number): number {
    let hasHead = false;
    let j = start;
    for (; j < sentence.to && j < start + MOST_WORDS; j++) {
      const token = tokens[j];
      if (!token) break;
      if (/^['’]s?$/.test(token.lower) && token.start === tokens[j - 1]?.end) {
        if (j > start) add(start, j, null);
        hasHead = false;
        continue;
      }
      if (isNickname(j)) continue;
      if (token.kind !== 'word') break;
      if (j > start && language.determiners.has(token.lower) && hasHead) break;
      if (isNameWord(j)) {
        if (hasHead && language.splitsNames && !at(j - 1)?.isCapital && !language.isRole(at(j - 1)?.lower ?? '')) break;
        hasHead = true;
        continue;
      }
      if (language.determiners.has(token.lower)) continue;
      if (language.nameParts.has(token.lower) && isNameWord(j - 1) && isNameWord(j + 1)) continue;
      if (!belongs(j, hasHead)) break;
      if (!/(?:ed|ing)$/.test(token.lower)) hasHead = true;
    }
    if (tokens[j - 1]?.kind === 'mark' || /^['’]s$/.test(tokens[j - 1]?.lower ?? '')) return j;
    if (hasHead) add(start, j, null);
    return Math.max(j, start + 1);
  }

  /** "Bram “the Hook” Tolland" is one name. */
  function isNickname(j: number): boolean {
    const token = at(j);
    return (
      token?.kind === 'quote' &&
      !token.isSpoken &&
      token.end - token.start <= LONGEST_NICKNAME &&
      isNameWord(j - 1) &&
      isNameWord(j + 1)
    );
  }

  /** Whether an ordinary word goes on with the phrase. */
  function belongs(j: number, hasHead: boolean): boolean {
    const token = at(j);
    const before = at(j - 1);
    if (!token || (isStop(token.lower) && (hasHead || !language.times.has(token.lower)))) return false;
    const { lower } = token;
    const isNoun = language.isRole(lower) || language.people.has(lower) || language.organisations.has(lower);
    if (!hasHead) return !language.pronouns.has(lower) && !(language.verbs.has(lower) && !isNoun);
    if (language.capitalNouns) return false;
    const cue = language.cues.get(lower);
    if (cue?.form === 'base' && !isNoun) return language.cueNouns.has(lower) && !before?.lower.endsWith('s');
    const isAfterAdjective =
      /(?:ive|al|ous|ic|ary|ent|^\d+|^two|^three|^these|^those)$/.test(before?.lower ?? '') && !before?.isCapital;
    if (cue?.form === 'finite' && isAfterAdjective && language.cueNouns.has(lower)) return true;
    if (cue && !(cue.form === 'base' && isNoun)) return false;
    if (language.between.has(lower) || language.verbs.has(lower)) return isNoun;
    if (isNoun || language.cueNouns.has(lower)) return true;
    if (language.isAdverb(lower) || /(?:ed|ing)$/.test(lower)) return false;
    if (!before?.isCapital || language.capitalNouns) return true;
    // "the Danish regulator", though not "Lindqvist regularly".
    if (AGENT.test(lower) && language.determiners.has(at(j - 2)?.lower ?? '')) return true;
    const next = at(j + 1);
    return (
      next !== undefined && (next.isCapital || language.isRole(next.lower) || language.organisations.has(next.lower))
    );
  }
}
