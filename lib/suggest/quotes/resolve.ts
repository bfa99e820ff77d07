import type { Attribution } from './attribute';
import type { PronounKind } from './language';
import type { Paragraph } from './paragraph';
import type { Entity, People } from './people';
import type { Phrase } from './phrases';

export interface Resolved {
  readonly entity: Entity;
  /** From 0 to 1: how sure it is that the phrase means them. */
  readonly certainty: number;
}

/** A surname that several people have. */
const AMBIGUOUS = 0.85;
/** "the mayor", for the mayor named before. */
const HOLDER = 0.97;

/** Whoever is meant where nobody fits a pronoun well. */
const LOOSE = 0.8;

const isHolder = (phrase: Phrase, { kind }: Entity): boolean => phrase.kind === 'nominal' && kind === 'person';

/** How many paragraphs back a pronoun may reach. */
const REACH = 3;
/** And how many sentences. */
const MOST_SENTENCES = 12;
/** In one sentence. */
const MOST_SPEAKERS = 20;

/**
 * Whom the attributions' subjects mean, in the order given, which is that of the text: a name is itself, a pronoun the
 * speaker before it or the nearest person in front that it fits.
 */
export function resolveSpeakers(
  attributions: readonly (Attribution | null)[],
  people: People,
  paragraphs: readonly Paragraph[],
): (Resolved | null)[] {
  const spoke = new Map<string, { at: number; entity: Entity }[]>();
  const resolved = new Map<Phrase, Resolved | null>();
  /** Whoever speaks is a person or an organisation, even where one word names them. */
  const speaking = new Set<Entity>();
  for (const attribution of attributions) {
    const entity = attribution && people.of(attribution.antecedent ?? attribution.subject);
    if (entity) speaking.add(entity);
  }
  return attributions.map((attribution) => {
    if (!attribution) return null;
    const phrase = attribution.antecedent ?? attribution.subject;
    const known = resolved.get(phrase);
    const result = known === undefined ? resolve(phrase, attribution.paragraph) : known;
    resolved.set(phrase, result);
    if (result) remember(attribution.paragraph, phrase.from, result.entity);
    return result;
  });

  function resolve(phrase: Phrase, paragraph: number): Resolved | null {
    const entity = people.of(phrase);
    if (entity)
      return { entity, certainty: people.isAmbiguous(phrase) ? AMBIGUOUS : isHolder(phrase, entity) ? HOLDER : 1 };
    if (phrase.pronoun === null || phrase.pronoun === 'I' || phrase.pronoun === 'who') return null;
    const { pronoun } = phrase;
    return (
      antecedentOf(phrase, pronoun, paragraph, (entity) => fits(entity, pronoun)) ??
      antecedentOf(phrase, pronoun, paragraph, (entity) => mayFit(entity, pronoun), LOOSE)
    );
  }

  function antecedentOf(
    phrase: Phrase,
    pronoun: PronounKind,
    paragraph: number,
    fitsIt: (entity: Entity) => boolean,
    trust = 1,
  ): Resolved | null {
    const rivals = new Set<Entity>();
    let looked = 0;
    for (let p = paragraph; p >= Math.max(0, paragraph - REACH); p--) {
      const { sentences = [], sentenceAt = [] } = paragraphs[p] ?? {};
      const last = p === paragraph ? (sentenceAt[phrase.from] ?? 0) : sentences.length - 1;
      for (let s = last; s >= 0 && looked < MOST_SENTENCES; s--, looked++) {
        const isBefore = (end: number) => p < paragraph || end <= phrase.from;
        const fitting = (people.mentions[p]?.[s] ?? []).filter(
          (mention) => isBefore(mention.phrase.to) && fitsIt(mention.entity),
        );
        for (const { entity } of fitting) rivals.add(entity);
        const speaker = spoke.get(keyOf(p, s))?.findLast((said) => isBefore(said.at + 1) && fitsIt(said.entity));
        const subject = fitting.find((mention) => !mention.phrase.isGoverned && !mention.phrase.isOwner) ?? fitting[0];
        const entity = speaker?.entity ?? subject?.entity;
        if (!entity) continue;
        rivals.delete(entity);
        return { entity, certainty: trust * certaintyOf(entity, pronoun, rivals.size, paragraph - p) };
      }
    }
    return null;
  }

  function fits(entity: Entity, pronoun: PronounKind): boolean {
    const { name, kind, gender } = entity;
    if (pronoun === 'it') return kind === 'organisation';
    if (pronoun === 'they') return kind !== 'person';
    if (gender !== null) return kind !== 'organisation' && gender === pronoun;
    return kind === 'person' && (/\s/.test(name) || speaking.has(entity));
  }

  /** Whom a pronoun may mean where nobody fits it better: somebody of one name, or "the mayor"; of "it", such a name. */
  function mayFit({ name, kind, gender, isOffice }: Entity, pronoun: PronounKind): boolean {
    if (pronoun === 'it') return kind === 'person' && gender === null && !/\s/.test(name);
    if (pronoun === 'they' || (gender !== null && gender !== pronoun)) return false;
    return kind === 'person' || isOffice;
  }

  function remember(paragraph: number, at: number, entity: Entity): void {
    const key = keyOf(paragraph, paragraphs[paragraph]?.sentenceAt[at] ?? 0);
    const known = spoke.get(key) ?? [];
    if (known.length < MOST_SPEAKERS) known.push({ at, entity });
    spoke.set(key, known);
  }
}

const keyOf = (paragraph: number, sentence: number): string => `${paragraph}:${sentence}`;

function certaintyOf({ gender }: Entity, pronoun: PronounKind, rivals: number, distance: number): number {
  const known = gender === pronoun ? 0.02 : 0;
  return Math.max(0.5, 0.97 + known - 0.01 * rivals - 0.02 * distance);
}
