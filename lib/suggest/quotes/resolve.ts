import type { Attribution } from './attribute';
import type { Entity, Mention, People } from './people';
import type { PronounKind } from './language';
import type { Phrase } from './phrases';

export interface Resolved {
  readonly entity: Entity;
  /** From 0 to 1: how sure it is that the phrase means them. */
  readonly certainty: number;
}

/** How many paragraphs back a pronoun may reach. */
const REACH = 3;

/**
 * Whom the attributions' subjects mean, in the order given, which is that of the text: a name is itself, a pronoun the
 * speaker before it or the nearest person in front that it fits.
 */
export function resolveSpeakers(attributions: readonly (Attribution | null)[], people: People): (Resolved | null)[] {
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
    if (entity) return { entity, certainty: entity.isAmbiguous ? 0.85 : 1 };
    if (phrase.pronoun === null || phrase.pronoun === 'I' || phrase.pronoun === 'who') return null;
    return antecedentOf(phrase, phrase.pronoun, paragraph);
  }

  function antecedentOf(phrase: Phrase, pronoun: PronounKind, paragraph: number): Resolved | null {
    const before: Mention[] = [];
    for (let p = paragraph; p >= Math.max(0, paragraph - REACH); p--) {
      const inParagraph = (people.mentions[p] ?? []).filter(
        (mention) => (p < paragraph || mention.phrase.to <= phrase.from) && fits(mention.entity, pronoun),
      );
      const speaker = [...spoke]
        .reverse()
        .find((said) => said.paragraph === p && fits(said.entity, pronoun) && (p < paragraph || said.at < phrase.from));
      before.push(...inParagraph);
      const subject = subjectAmong(inParagraph);
      const chosen = laterOf(speaker, subject);
      if (chosen) return { entity: chosen, certainty: certaintyOf(chosen, before, pronoun, p === paragraph) };
    }
    return null;
  }

  /** The speaker before the pronoun, unless somebody else has become the subject since. */
  function laterOf(speaker: { at: number; entity: Entity } | undefined, subject: Mention | null): Entity | null {
    if (!speaker) return subject?.entity ?? null;
    return subject && subject.phrase.from > speaker.at ? subject.entity : speaker.entity;
  }

  function subjectAmong(mentions: readonly Mention[]): Mention | null {
    const subjects = mentions.filter(({ phrase }) => !phrase.isGoverned && !phrase.isOwner);
    return subjects[0] ?? mentions[0] ?? null;
  }

  function certaintyOf(chosen: Entity, before: readonly Mention[], pronoun: PronounKind, isNear: boolean): number {
    const others = new Set(before.filter(({ entity }) => entity !== chosen && entity.kind === chosen.kind).map(({ entity }) => entity));
    const known = chosen.gender === pronoun ? 0.05 : 0;
    return Math.max(0.5, (isNear ? 0.93 : 0.9) + known - 0.07 * others.size);
  }
}

function fits({ kind, gender }: Entity, pronoun: PronounKind): boolean {
  if (pronoun === 'it') return kind === 'organisation';
  if (pronoun === 'they') return kind !== 'person';
  return kind !== 'organisation' && (gender === null ? kind === 'person' : gender === pronoun);
}
