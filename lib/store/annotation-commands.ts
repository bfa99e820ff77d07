import { type Annotation, type Attribution, type ClaimReview, passagesOf } from '@/lib/annotations/annotation';
import type { AnnotationPatch, Capture, Command } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Segment } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';
import { type BelievedAliases, putCapture } from './captures';
import type { OnRecordDatabase } from './database';
import { checkKind, checkPassages, refuse } from './gate';
import { withSegment } from './segments';

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** @throws OnRecordError `invalid-record` when a passage is not at its place in a stored wording of the article */
export const checkStored = (db: OnRecordDatabase, articleKey: string, passages: readonly Segment[]) =>
  checkPassages(passages, (hash) => db.snapshots.get([articleKey, hash]));

/**
 * The speaker to be named or changed.
 * @throws OnRecordError `speaker-gone` when they are missing or deleted
 */
export async function presentSpeaker(db: OnRecordDatabase, id: string): Promise<Speaker> {
  const speaker = await db.speakers.get(id);
  if (!speaker || speaker.deletedAt !== null) {
    throw new OnRecordError('speaker-gone', 'The speaker is not stored.');
  }
  return speaker;
}

/**
 * The annotation to be changed.
 * @throws OnRecordError `passage-deleted` when it is missing or deleted
 */
export async function presentAnnotation(db: OnRecordDatabase, id: string): Promise<Annotation> {
  const annotation = await db.annotations.get(id);
  if (!annotation || annotation.deletedAt !== null) {
    throw new OnRecordError('passage-deleted', 'The annotation is missing or deleted.');
  }
  return annotation;
}

/** Stores what a passage was read in. @throws OnRecordError `invalid-record` when that is another article */
export async function putCaptureFor(
  db: OnRecordDatabase,
  articleKey: string,
  capture: Capture,
  believed: BelievedAliases,
  at: string,
): Promise<void> {
  if (capture.article.key !== articleKey) throw refuse('This passage was read in another article.');
  await putCapture(db, capture, believed, at);
}

/** Stores a new annotation with what it was read in. One that is there already is left as it is. */
export async function annotate(
  db: OnRecordDatabase,
  { annotation, capture, at }: CommandOf<'annotate'>,
  believed: BelievedAliases,
): Promise<void> {
  if (await db.annotations.get(annotation.id)) return;
  checkKind(annotation);
  await putCaptureFor(db, annotation.articleKey, capture, believed, at);
  await checkStored(db, annotation.articleKey, passagesOf(annotation));
  const { speakerId } = annotation.attribution;
  if (speakerId !== null) await presentSpeaker(db, speakerId);
  await db.annotations.add(annotation);
}

/** `changes` over `record`; what is undefined was left out and stays as it is. */
function merge<T extends object>(record: T, changes: { [K in keyof T]?: T[K] | undefined }): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(given) };
}

function patched(annotation: Annotation, { attribution, claim, ...fields }: AnnotationPatch): Annotation {
  if (claim && annotation.claim === null) throw refuse('Only a claim can be reviewed.');
  return {
    ...merge<Annotation>(annotation, fields),
    attribution: merge<Attribution>(annotation.attribution, attribution ?? {}),
    claim: annotation.claim && merge<ClaimReview>(annotation.claim, claim ?? {}),
  };
}

/** Changes what a person can edit of an annotation. */
export async function updateAnnotation(
  db: OnRecordDatabase,
  { annotationId, patch, capture, at }: CommandOf<'updateAnnotation'>,
  believed: BelievedAliases,
): Promise<void> {
  const annotation = await presentAnnotation(db, annotationId);
  const changed = { ...patched(annotation, patch), updatedAt: at };
  checkKind(changed);
  if (capture) await putCaptureFor(db, annotation.articleKey, capture, believed, at);
  const { mention, cue, speakerId } = patch.attribution ?? {};
  await checkStored(
    db,
    annotation.articleKey,
    [mention, cue].filter((passage) => passage !== null && passage !== undefined),
  );
  if (speakerId) await presentSpeaker(db, speakerId);
  await db.annotations.put(changed);
}

/** Adds a passage to an annotation: a quote goes on after its cue. */
export async function addSegment(
  db: OnRecordDatabase,
  { annotationId, segment, capture, at }: CommandOf<'addSegment'>,
  believed: BelievedAliases,
): Promise<void> {
  const annotation = await presentAnnotation(db, annotationId);
  await putCaptureFor(db, annotation.articleKey, capture, believed, at);
  await checkStored(db, annotation.articleKey, [segment]);
  await db.annotations.put({ ...withSegment(annotation, segment), updatedAt: at });
}

/** Leaves a tombstone. Deleting what is deleted changes nothing: the thirty days count from the first time. */
export async function deleteAnnotation(
  db: OnRecordDatabase,
  { annotationId, at }: CommandOf<'deleteAnnotation'>,
): Promise<void> {
  const annotation = await db.annotations.get(annotationId);
  if (!annotation) throw new OnRecordError('passage-gone', 'There is no annotation to delete.');
  if (annotation.deletedAt === null) await db.annotations.put({ ...annotation, deletedAt: at, updatedAt: at });
}

/** Takes a deletion back. */
export async function restoreAnnotation(
  db: OnRecordDatabase,
  { annotationId, at }: CommandOf<'restoreAnnotation'>,
): Promise<void> {
  const annotation = await db.annotations.get(annotationId);
  if (!annotation) {
    throw new OnRecordError('passage-purged', 'The annotation was purged.');
  }
  if (annotation.deletedAt !== null) await db.annotations.put({ ...annotation, deletedAt: null, updatedAt: at });
}
