import type { Annotation, ClaimStatus } from '@/lib/annotations/annotation';
import type { AnnotationPatch } from '@/lib/annotations/command';
import type { Id, Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import type { Row } from '@/lib/store/library-reads';
import type { Deed } from './library';

/** What is to be done, and what takes it back. */
export interface Reversible {
  deeds: Deed[];
  undo: Deed[];
}

const update = (annotationId: Id, patch: AnnotationPatch): Deed => ({
  type: 'updateAnnotation',
  annotationId,
  patch,
  capture: null,
});

function updates(
  annotations: readonly Annotation[],
  patchOf: (annotation: Annotation) => AnnotationPatch,
  before: (annotation: Annotation) => AnnotationPatch,
): Reversible {
  return {
    deeds: annotations.map((one) => update(one.id, patchOf(one))),
    undo: annotations.map((one) => update(one.id, before(one))),
  };
}

/** Gives a tag to those that do not have it yet. */
export const tagAll = (annotations: readonly Annotation[], tags: readonly string[]): Reversible =>
  updates(
    annotations.filter((one) => tags.some((tag) => !one.tags.includes(tag))),
    (one) => ({ tags: [...new Set([...one.tags, ...tags])] }),
    (one) => ({ tags: one.tags }),
  );

/** Names a speaker in all of them; how an article describes one speaker says nothing of another. */
export const nameInAll = (annotations: readonly Annotation[], speakerId: Id): Reversible =>
  updates(
    annotations.filter((one) => one.attribution.speakerId !== speakerId),
    () => ({ attribution: { speakerId, describedAs: null } }),
    ({ attribution: { speakerId: before, describedAs } }) => ({ attribution: { speakerId: before, describedAs } }),
  );

/** Gives the claims among them a status. */
export const judgeAll = (annotations: readonly Annotation[], status: ClaimStatus): Reversible =>
  updates(
    annotations.filter(({ claim }) => claim !== null && claim.status !== status),
    () => ({ claim: { status } }),
    ({ claim }) => ({ claim: { status: claim?.status ?? 'unchecked' } }),
  );

/** Deletes passages, articles with all that is in them, and those of the speakers whom nothing names. */
export function deleteAll(rows: Iterable<Row>): Reversible {
  const deeds: Deed[] = [];
  const undo: Deed[] = [];
  for (const row of rows) {
    if (row.type === 'passage') {
      deeds.push({ type: 'deleteAnnotation', annotationId: row.ref });
      undo.push({ type: 'restoreAnnotation', annotationId: row.ref });
    } else if (row.type === 'article') {
      deeds.push({ type: 'deleteArticle', articleKey: row.ref });
      undo.push({ type: 'restoreArticle', articleKey: row.ref });
    } else if (row.passages === 0) {
      deeds.push({ type: 'deleteSpeaker', speakerId: row.ref });
      undo.push({ type: 'restoreSpeaker', speakerId: row.ref });
    }
  }
  return { deeds, undo };
}

/** Brings back what was deleted. A passage whose speaker was deleted since brings them back, too. */
export const restoreAll = (rows: Iterable<Row>): Deed[] =>
  [...rows].flatMap((row): Deed[] => {
    if (row.type === 'article') return [{ type: 'restoreArticle', articleKey: row.ref }];
    if (row.type === 'speaker') return [{ type: 'restoreSpeaker', speakerId: row.ref }];
    const isSpeakerGone = row.speaker !== null && row.speaker.deletedAt !== null;
    const speaker: Deed[] = isSpeakerGone ? [{ type: 'restoreSpeaker', speakerId: row.speaker?.id ?? '' }] : [];
    return [...speaker, { type: 'restoreAnnotation', annotationId: row.ref }];
  });

const withName = (names: readonly string[], own: string): string[] =>
  [...new Set(names)].filter((name) => name !== own);

/**
 * Makes one record of two.
 * @param annotationIds all that name the one who goes
 */
export function mergeInto(kept: Speaker, gone: Speaker, annotationIds: Id[]): Reversible {
  const aliases = withName([...kept.aliases, gone.name, ...gone.aliases], kept.name);
  return {
    deeds: [{ type: 'mergeSpeakers', speakerId: gone.id, into: kept.id, aliases }],
    undo: [{ type: 'splitSpeaker', speakerId: kept.id, aliases: kept.aliases, speaker: gone, annotationIds }],
  };
}

/** Makes another record, of the same name at first, for some of what one is named in. */
export function splitOff(speaker: Speaker, id: Id, at: Instant, annotationIds: Id[]): Reversible {
  const other = { ...speaker, id, createdAt: at, updatedAt: at };
  const { id: speakerId, aliases } = speaker;
  return {
    deeds: [{ type: 'splitSpeaker', speakerId, aliases, speaker: other, annotationIds }],
    undo: [{ type: 'mergeSpeakers', speakerId: id, into: speakerId, aliases, annotationIds }],
  };
}
