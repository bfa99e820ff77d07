import type { Language } from './language';
import { type Named, readName, roleText, surnameOf } from './named';
import type { Paragraph } from './paragraph';
import type { Phrase } from './phrases';
import type { Token } from './tokens';

/** Somebody or something that the article names, from all its mentions. */
export interface Entity {
  /** The fullest form. */
  name: string;
  /** As described where a description comes first. */
  role: string | null;
  kind: Named['kind'];
  gender: Named['gender'];
  /** "the mayor": known by nothing but what they are. */
  readonly isOffice: boolean;
  mentions: number;
  /** How often the article has the name in full. */
  inFull: number;
}

export interface Mention {
  readonly phrase: Phrase;
  readonly entity: Entity;
}

export interface People {
  /** Whom a phrase names; null for pronouns. */
  readonly of: (phrase: Phrase) => Entity | null;
  /** Whether a phrase is a surname that several people have, whom nothing tells apart. */
  readonly isAmbiguous: (phrase: Phrase) => boolean;
  /** Who has the surname, or the full name, in whatever case; of several the one mentioned most. */
  readonly named: (name: string) => Entity | null;
  /** Of each sentence of each paragraph, in order. */
  readonly mentions: readonly (readonly (readonly Mention[])[])[];
}

const LONGEST_ROLE = 12;
/** Words of "of the old harbour" in "the keeper of the old harbour, Bram Tolland". */
const MOST_BEFORE_NAME = 6;
/** So much more often than a namesake somebody is named who is meant by the surname. */
const CLEARLY_MORE = 3;
/** Shorter words have no capital in a headline. */
const LEAST_TITLE_LETTERS = 4;
const LEAST_TITLE_WORDS = 4;
const TITLE_SHARE = 0.85;
/** More people of one surname are no article. */
const MOST_NAMESAKES = 20;

/** Reads everybody whom the article names outside quotations. */
export function readPeople(paragraphs: readonly Paragraph[], text: string, language: Language): People {
  const bySurname = new Map<string, Entity[]>();
  const byFirstName = new Map<string, Entity[]>();
  const byName = new Map<string, Entity>();
  const named = new Map<Phrase, Named>();
  for (const paragraph of paragraphs) {
    const isHeadline = isTitled(paragraph);
    for (const phrase of paragraph.phrases) {
      if (phrase.kind === 'pronoun') continue;
      const read = readName(phrase, paragraph.tokens, text, language);
      named.set(phrase, read);
      if (read.kind === 'person' && /\s/.test(read.name) && !isHeadline) addFullName(read);
    }
  }
  const entities = new Map<Phrase, Entity>();
  const namesakes = new Map<Phrase, readonly Entity[]>();
  const byOffice = new Map<string, Entity>();
  const mentions = paragraphs.map((paragraph) => {
    const bySentence: Mention[][] = paragraph.sentences.map(() => []);
    for (const phrase of paragraph.phrases) {
      const entity = entityOf(paragraph, phrase);
      if (!entity) continue;
      entities.set(phrase, entity);
      bySentence[paragraph.sentenceAt[phrase.from] ?? 0]?.push({ phrase, entity });
    }
    return bySentence;
  });
  return {
    of: (phrase) => entities.get(phrase) ?? null,
    named: (name) => findPerson({ name, role: null, kind: 'person', gender: null }),
    isAmbiguous,
    mentions,
  };

  /** One who is in the article far more than the namesakes, also by the full name, is meant by the surname. */
  function isAmbiguous(phrase: Phrase): boolean {
    const entity = entities.get(phrase);
    const others = (namesakes.get(phrase) ?? []).filter((other) => other !== entity);
    const outdoes = ({ mentions, inFull }: Entity): boolean =>
      entity !== undefined && entity.mentions >= CLEARLY_MORE * mentions && entity.inFull >= inFull;
    return !others.every(outdoes);
  }

  function entityOf(paragraph: Paragraph, phrase: Phrase): Entity | null {
    const name =
      phrase.kind === 'nominal' && !phrase.isOwner && !phrase.isGoverned ? nameAfter(paragraph, phrase) : null;
    const read = named.get(name ?? phrase);
    if (!read) return null;
    const entity = (name ? null : holderOf(phrase, paragraph)) ?? find(read, isOfficeOf(phrase, paragraph));
    if (name) entity.role ??= roleText(text, paragraph.tokens.slice(phrase.from, phrase.to), language);
    if (entity.kind === 'person' && !/\s/.test(read.name)) namesakes.set(phrase, fittingOf(read));
    entity.mentions++;
    entity.role ??= read.role ?? (read.kind === 'person' ? apposition(paragraph, phrase) : null);
    entity.gender ??= read.gender;
    if (entity.kind === 'person')
      for (const word of (entity.role ?? '').toLowerCase().split(' ')) byOffice.set(word, entity);
    return entity;
  }

  function addFullName({ name, gender }: Named): void {
    const surname = surnameOf(name);
    const first = firstNameOf(name);
    const known = bySurname.get(surname) ?? [];
    const same = known.find((entity) => isSamePerson(entity.name, name));
    if (same) {
      // "DJ Mara Lindqvist" and "Mara Lindqvist": what stands in front is no part of the name.
      if (same.name.endsWith(` ${name}`)) same.name = name;
      else if (name.length > same.name.length && !name.endsWith(` ${same.name}`)) same.name = name;
      same.gender ??= gender;
      same.inFull++;
      return;
    }
    const entity = newEntity({ name, role: null, kind: 'person', gender });
    if (known.length === MOST_NAMESAKES) return;
    known.push(entity);
    bySurname.set(surname, known);
    const alike = byFirstName.get(first) ?? [];
    if (alike.length < MOST_NAMESAKES) byFirstName.set(first, [...alike, entity]);
  }

  function find(read: Named, isOffice: boolean): Entity {
    if (read.kind === 'person' || (read.kind === 'organisation' && !/\s/.test(read.name))) {
      const person = findPerson(read);
      if (person) return person;
    }
    const key = read.name.toLowerCase().replace(/^(?:the|der|die|das|le|la|el)\s/, '');
    const known = byName.get(key);
    if (known) return known;
    const entity = newEntity(read, isOffice);
    if (read.kind !== 'unnamed') byName.set(key, entity);
    return entity;
  }

  /** All who have the surname and the gender, where the words tell it. */
  function fittingOf(read: Named): Entity[] {
    const known = bySurname.get(surnameOf(read.name)) ?? [];
    return known.filter(({ gender }) => !gender || !read.gender || gender === read.gender);
  }

  function findPerson(read: Named): Entity | null {
    const known = bySurname.get(surnameOf(read.name)) ?? [];
    if (/\s/.test(read.name)) {
      return known.find((entity) => isSamePerson(entity.name, read.name)) ?? null;
    }
    const fitting = fittingOf(read);
    if (fitting.length > 0) return fitting.reduce((a, b) => (b.mentions > a.mentions ? b : a));
    const byFirst = byFirstName.get(read.name.toLowerCase()) ?? [];
    return byFirst.length === 1 ? (byFirst[0] ?? null) : null;
  }

  function isOfficeOf(phrase: Phrase, { tokens }: Paragraph): boolean {
    const last = tokens[phrase.to - 1]?.lower ?? '';
    return phrase.kind === 'nominal' && (language.isRole(last) || language.people.has(last));
  }

  /** Whom "the mayor" means: the person named last whose role is that. */
  function holderOf(phrase: Phrase, { tokens }: Paragraph): Entity | null {
    const office = tokens[phrase.to - 1]?.lower ?? '';
    if (
      phrase.kind !== 'nominal' ||
      !language.isRole(office) ||
      !language.definite.has(tokens[phrase.from]?.lower ?? '')
    )
      return null;
    return byOffice.get(office) ?? null;
  }

  /** "Mara Lindqvist" of "the mayor, Mara Lindqvist, said". */
  function nameAfter({ tokens, phraseFrom }: Paragraph, phrase: Phrase): Phrase | null {
    let comma = phrase.to;
    while (
      comma < phrase.to + MOST_BEFORE_NAME &&
      tokens[comma]?.kind === 'word' &&
      !language.cues.has(tokens[comma]?.lower ?? '')
    )
      comma++;
    const isOffice = language.isRole(tokens[phrase.to - 1]?.lower ?? '');
    if (tokens[comma]?.text !== ',' || (comma > phrase.to && !isOffice)) return null;
    const name = phraseFrom.get(comma + 1);
    if (name?.kind !== 'name' || named.get(name)?.kind !== 'person') return null;
    const after = tokens[name.to];
    const isClosed = after?.kind !== 'word' || language.prepositions.has(after.lower);
    return isClosed ? name : null;
  }

  /** "mayor of Halverstad" of "Mara Lindqvist, the mayor of Halverstad, said". */
  function apposition({ tokens, phraseFrom }: Paragraph, phrase: Phrase): string | null {
    if (tokens[phrase.to]?.text !== ',') return null;
    const isAge = /^\d+$/.test(tokens[phrase.to + 1]?.text ?? '') && tokens[phrase.to + 2]?.text === ',';
    const start = phrase.to + (isAge ? 3 : 1);
    const follows = phraseFrom.get(start) ?? officeAt(tokens, start);
    if (follows?.kind !== 'nominal') return null;
    let end = start;
    for (; end < Math.min(tokens.length, start + LONGEST_ROLE); end++) {
      const token = tokens[end];
      if (!token || token.kind === 'quote' || /^[,.;:—]$/.test(token.text)) break;
      if (language.verbs.has(token.lower) || language.auxiliaries.has(token.lower)) return null;
      if (
        end >= follows.to &&
        (language.pronouns.has(token.lower) || (!token.isCapital && language.cues.has(token.lower)))
      ) {
        // "In the Coast, the authors say": a subject of its own.
        const form = language.cues.get(token.lower)?.form;
        if (end === follows.to && form !== undefined && form !== 'participle') return null;
        break;
      }
    }
    return roleText(text, tokens.slice(start, end), language);
  }
}

/** Whether nearly all words of a paragraph have a capital, so that a capital makes no name: "Port Board Sues Mara Lindqvist". */
function isTitled({ tokens }: Paragraph): boolean {
  const words = tokens.filter(({ text }) => text.length >= LEAST_TITLE_LETTERS);
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  return words.length >= LEAST_TITLE_WORDS && capitals >= TITLE_SHARE * words.length;
}

/** "landlady of the Swan": a noun without an article, and what somebody is that of. */
function officeAt(tokens: readonly Token[], start: number): Pick<Phrase, 'kind' | 'to'> | undefined {
  const isNoun = /^\p{Ll}{4,}$/u.test(tokens[start]?.text ?? '') && !/(?:ed|ing|ly)$/.test(tokens[start]?.lower ?? '');
  return isNoun && /^(?:of|at|for|with)$/.test(tokens[start + 1]?.lower ?? '')
    ? { kind: 'nominal', to: start + 1 }
    : undefined;
}

const newEntity = ({ name, role, kind, gender }: Named, isOffice = false): Entity => ({
  name,
  role,
  kind,
  gender,
  isOffice,
  mentions: 0,
  inFull: 1,
});

const firstNameOf = (name: string): string => name.toLowerCase().split(' ', 1)[0] ?? '';

/** Of two full names with the same surname. */
const isSamePerson = (a: string, b: string): boolean =>
  a.endsWith(` ${b}`) || b.endsWith(` ${a}`) || isSameFirstName(firstNameOf(a), firstNameOf(b));

/** With this behind it a man's name is a woman's, and no longer form of his: "Daniela", "Gabrielle". */
const FEMININE = /^(?:a|e|ia|la|le|na|ne|ina|ine|ella|elle|ette)$/;

/** Alike, or one the beginning of the other: "Donald", "Don". */
function isSameFirstName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return a === b || (short.length >= 3 && long.startsWith(short) && !FEMININE.test(long.slice(short.length)));
}
