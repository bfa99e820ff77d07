/** How firmly a word says that somebody speaks: 3 "said", 2 "called", 1 "wants". */
export type Strength = 1 | 2 | 3;

export interface CueForm {
  readonly strength: Strength;
  /** Whether it can have its own subject ("said"), or takes that of the clause ("saying", "to say"). */
  readonly form: 'finite' | 'participle' | 'base';
  /** "told": whom it was told follows, never who tells. */
  readonly hasListener: boolean;
}

export type PronounKind = 'he' | 'she' | 'they' | 'it' | 'who' | 'I';

/** What the engine knows of a language. Sets hold words in lower case. */
export interface Language {
  readonly code: string;
  readonly cues: ReadonlyMap<string, CueForm>;
  /** "said": a statement follows it even without "that". */
  readonly plainCues: ReadonlySet<string>;
  /** "states", "posts": nouns as well. */
  readonly nounCues: ReadonlySet<string>;
  /** "promised": what follows "to" is what was promised. */
  readonly infinitiveCues: ReadonlySet<string>;
  /** "statement", "tweet": what somebody's words are in. */
  readonly cueNouns: ReadonlySet<string>;
  /** Verbs that are cues with the word that follows: "shot" with "back". */
  readonly phrasalCues: ReadonlyMap<string, string>;
  /** "according to": what follows names the source. */
  readonly cuePhrases: readonly (readonly string[])[];
  readonly pronouns: ReadonlyMap<string, PronounKind>;
  /** "his", "their": whose they are. */
  readonly possessives: ReadonlyMap<string, PronounKind>;
  /** "some", "another": may stand without a noun, before a verb or "of". */
  readonly standalone: ReadonlySet<string>;
  /** "the": of something named before. */
  readonly definite: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Of these, "as", "after": a clause may follow them as well. */
  readonly conjunctive: ReadonlySet<string>;
  /** Words that begin a clause of its own: "because", "when", "and", "that". */
  readonly conjunctions: ReadonlySet<string>;
  /** Of these, "that", "because" and others whose clause belongs to what stands before. */
  readonly embedders: ReadonlySet<string>;
  /** "when", "after", "while": begin a clause that is not the main one. */
  readonly subordinators: ReadonlySet<string>;
  /** "a", "while": behind a comma they begin what the article adds to a statement. */
  readonly asides: ReadonlySet<string>;
  /** "has", "would": a verb follows. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Forms of "to be", which make a passive. */
  readonly passive: ReadonlySet<string>;
  /** "has", "would", "also", "then": may stand between a subject and its verb. */
  readonly between: ReadonlySet<string>;
  readonly isAdverb: (lower: string) => boolean;
  /** Common verbs that are no cues; they end a noun phrase. */
  readonly verbs: ReadonlySet<string>;
  /** "Monday", "June", "yesterday", "week". */
  readonly times: ReadonlySet<string>;
  /** "minister", "spokesman", "Sen.": stand in front of a name, or for it. */
  readonly isRole: (lower: string) => boolean;
  /** An office rather than a form of address: "Sen." but not "Mr." */
  readonly isOffice: (lower: string) => boolean;
  /** "police", "voters", "man": can speak, without being an office. */
  readonly people: ReadonlySet<string>;
  /** "campaign", "newspaper", "university": make a name an organisation's, or speak for one. */
  readonly organisations: ReadonlySet<string>;
  /** Countries and capitals that speak for their governments. */
  readonly places: ReadonlySet<string>;
  /** "of", "de", "van": in the middle of a name. */
  readonly nameParts: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly honorifics: ReadonlyMap<string, 'he' | 'she'>;
  readonly givenNames: ReadonlyMap<string, 'he' | 'she'>;
  /** "that", "dass": begins a statement. */
  readonly that: ReadonlySet<string>;
  /** All nouns have a capital (German), so that a capital doesn't make a name; and a comma stands before each clause. */
  readonly capitalNouns: boolean;
  /** The subject may follow its verb wherever the verb stands (German, Spanish). */
  readonly invertsFreely: boolean;
  /** A name right behind a noun that is no office is another phrase (Spanish: "a este diario Owen Castel"). */
  readonly splitsNames: boolean;
  /** Words that are written together, each with its offset in the piece. */
  readonly split: (piece: string) => Part[];
}

export interface Part {
  readonly text: string;
  /** Where it begins in the piece, in UTF-16 units. */
  readonly at: number;
}

/** The words of a text that lists them with spaces between. */
export const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
export const wordSet = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap(words));

const never = () => false;
const NONE: ReadonlySet<string> = new Set();

/** A language of which nothing is known: what the others begin with. */
export const PLAIN: Language = {
  code: '',
  cues: new Map(),
  plainCues: NONE,
  nounCues: NONE,
  infinitiveCues: NONE,
  cueNouns: NONE,
  phrasalCues: new Map(),
  cuePhrases: [],
  pronouns: new Map(),
  possessives: new Map(),
  standalone: NONE,
  definite: NONE,
  determiners: NONE,
  prepositions: NONE,
  conjunctive: NONE,
  conjunctions: NONE,
  embedders: NONE,
  subordinators: NONE,
  asides: NONE,
  auxiliaries: NONE,
  passive: NONE,
  between: NONE,
  isAdverb: never,
  verbs: NONE,
  times: NONE,
  isRole: never,
  isOffice: () => true,
  people: NONE,
  organisations: NONE,
  places: NONE,
  nameParts: NONE,
  abbreviations: NONE,
  honorifics: new Map(),
  givenNames: new Map(),
  that: NONE,
  capitalNouns: false,
  invertsFreely: false,
  splitsNames: false,
  split: (text) => [{ text, at: 0 }],
};

/** Words from stems, each with each of the endings. */
export const inflect = (stems: string, ...endings: string[]): string =>
  words(stems)
    .flatMap((stem) => endings.map((ending) => stem + ending))
    .join(' ');

/** Cues from lists of their forms: verbs of speech, and those that only say that something is expressed. */
export function cuesOf(speech: string, expression: string, participles = ''): ReadonlyMap<string, CueForm> {
  const entries = (list: string, strength: Strength, form: CueForm['form']) =>
    words(list).map((word): [string, CueForm] => [word, { strength, form, hasListener: false }]);
  return new Map([
    ...entries(participles, 3, 'participle'),
    ...entries(expression, 2, 'finite'),
    ...entries(speech, 3, 'finite'),
  ]);
}
