import { type CommandOf, checkStored, presentAnnotation, putCaptureFor } from './annotation-commands';
import type { BelievedAliases } from './captures';
import type { OnRecordDatabase } from './database';
import { refuse } from './gate';

/** Stores a decision about where an annotation stands, with the wording it was taken on. One that is there is left. */
export async function placeAnnotation(
  db: OnRecordDatabase,
  { annotationId, placement, capture, at }: CommandOf<'placeAnnotation'>,
  believed: BelievedAliases,
): Promise<void> {
  const annotation = await presentAnnotation(db, annotationId);
  if (annotation.placements.some(({ id }) => id === placement.id)) return;
  if (placement.segments.length !== annotation.segments.length) {
    throw refuse('This passage has more or fewer parts than were placed.');
  }
  await putCaptureFor(db, annotation.articleKey, capture, believed, at);
  await checkStored(db, annotation.articleKey, placement.segments);
  await db.annotations.put({ ...annotation, placements: [...annotation.placements, placement], updatedAt: at });
}

/** Takes a decision back. One that is not there, or not any more, changes nothing. */
export async function undoPlacement(
  db: OnRecordDatabase,
  { annotationId, placementId, at }: CommandOf<'undoPlacement'>,
): Promise<void> {
  const annotation = await presentAnnotation(db, annotationId);
  const placements = annotation.placements.filter(({ id }) => id !== placementId);
  if (placements.length < annotation.placements.length) {
    await db.annotations.put({ ...annotation, placements, updatedAt: at });
  }
}
