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

const isHolder = (phrase: Phrase, { kind }: Entity): boolean => phrase.kind === 'nominal' && kind === 'person';

/** How many paragraphs back a pronoun may reach. */
const REACH = 3;

/**
 * Whom the attributions' subjects mean, in the order given, which is that of the text: a name is itself, a pronoun the
 * speaker before it or the nearest person in front that it fits.
 */
export function resolveSpeakers(
  attributions: readonly (Attribution | null)[],
  people: People,
  paragraphs: readonly Paragraph[],
): (Resolved | null)[] {
  const spoke: { paragraph: number; at: number; entity: Entity }[] = [];
  const resolved = new Map<Phrase, Resolved | null>();
  return attributions.map((attribution) => {
    if (!attribution) return null;
    const phrase = attribution.antecedent ?? attribution.subject;
    const known = resolved.get(phrase);
    const result = known === undefined ? resolve(phrase, attribution.paragraph) : known;
    resolved.set(phrase, result);
    if (result) spoke.push({ paragraph: attribution.paragraph, at: phrase.from, entity: result.entity });
    return result;
  });

  function resolve(phrase: Phrase, paragraph: number): Resolved | null {
    const entity = people.of(phrase);
    if (entity) return { entity, certainty: entity.isAmbiguous ? AMBIGUOUS : isHolder(phrase, entity) ? HOLDER : 1 };
    if (phrase.pronoun === null || phrase.pronoun === 'I' || phrase.pronoun === 'who') return null;
    return antecedentOf(phrase, phrase.pronoun, paragraph);
  }

  function antecedentOf(phrase: Phrase, pronoun: PronounKind, paragraph: number): Resolved | null {
    const rivals = new Set<Entity>();
    for (let p = paragraph; p >= Math.max(0, paragraph - REACH); p--) {
      const { sentences = [] } = paragraphs[p] ?? {};
      const mentions = (people.mentions[p] ?? []).filter(
        (mention) => (p < paragraph || mention.phrase.to <= phrase.from) && fits(mention.entity, pronoun),
      );
      for (let s = sentences.length - 1; s >= 0; s--) {
        const { from, to } = sentences[s] ?? { from: 0, to: 0 };
        if (p === paragraph && from > phrase.from) continue;
        const inSentence = mentions.filter(({ phrase: { from: at } }) => at >= from && at < to);
        for (const { entity } of inSentence) rivals.add(entity);
        const speaker = spoke.findLast(
          (said) =>
            said.paragraph === p &&
            said.at >= from &&
            said.at < to &&
            fits(said.entity, pronoun) &&
            (p < paragraph || said.at < phrase.from),
        );
        const subject =
          inSentence.find((mention) => !mention.phrase.isGoverned && !mention.phrase.isOwner) ?? inSentence[0];
        const entity = speaker?.entity ?? subject?.entity;
        if (!entity) continue;
        rivals.delete(entity);
        return { entity, certainty: certaintyOf(entity, pronoun, rivals.size, paragraph - p) };
      }
    }
    return null;
  }
}

function certaintyOf({ gender }: Entity, pronoun: PronounKind, rivals: number, distance: number): number {
  const known = gender === pronoun ? 0.02 : 0;
  return Math.max(0.5, 0.97 + known - 0.01 * rivals - 0.02 * distance);
}

function fits({ name, kind, gender }: Entity, pronoun: PronounKind): boolean {
  if (pronoun === 'it') return kind === 'organisation';
  if (pronoun === 'they') return kind !== 'person';
  return kind !== 'organisation' && (gender === null ? kind === 'person' && /\s/.test(name) : gender === pronoun);
}
