import { OnRecordError } from '@/lib/annotations/failure';
import { type CommandOf, presentAnnotation } from './annotation-commands';
import type { OnRecordDatabase } from './database';

/**
 * Makes a speaker and names them as the one who said it. A name that exists makes a second record: namesakes are never
 * merged here. A record that exists under the same id is left as it is.
 */
export async function createSpeaker(
  db: OnRecordDatabase,
  { speaker, annotationId, at }: CommandOf<'createSpeaker'>,
): Promise<void> {
  if (!(await db.speakers.get(speaker.id))) await db.speakers.add(speaker);
  if (annotationId === null) return;
  const annotation = await presentAnnotation(db, annotationId);
  const attribution = { ...annotation.attribution, speakerId: speaker.id };
  await db.annotations.put({ ...annotation, attribution, updatedAt: at });
}

/** Changes what a person can edit of a speaker, in all articles at once. */
export async function updateSpeaker(
  db: OnRecordDatabase,
  { speakerId, patch, at }: CommandOf<'updateSpeaker'>,
): Promise<void> {
  const speaker = await db.speakers.get(speakerId);
  if (!speaker || speaker.deletedAt !== null) {
    throw new OnRecordError('speaker-gone', 'The speaker is not stored.');
  }
  await db.speakers.put({ ...speaker, ...patch, updatedAt: at });
}
