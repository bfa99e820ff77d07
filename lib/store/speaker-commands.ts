import { OnRecordError } from '@/lib/annotations/failure';
import { type CommandOf, presentAnnotation, presentSpeaker } from './annotation-commands';
import type { OnRecordDatabase } from './database';
import { refuse } from './gate';

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
  const { speakerId: named, describedAs: description } = annotation.attribution;
  // How an article describes one speaker says nothing of another.
  const describedAs = named === null || named === speaker.id ? description : null;
  const attribution = { ...annotation.attribution, speakerId: speaker.id, describedAs };
  await db.annotations.put({ ...annotation, attribution, updatedAt: at });
}

/** Changes what a person can edit of a speaker, in all articles at once. */
export async function updateSpeaker(
  db: OnRecordDatabase,
  { speakerId, patch, at }: CommandOf<'updateSpeaker'>,
): Promise<void> {
  const speaker = await presentSpeaker(db, speakerId);
  await db.speakers.put({ ...speaker, ...patch, updatedAt: at });
}

const naming = (db: OnRecordDatabase, speakerId: string) =>
  db.annotations.where('attribution.speakerId').equals(speakerId);

/**
 * Makes one record of two: what names the one, what is deleted included, names the other from then on. When only some of it
 * is to, the record stays as long as anything names it.
 */
export async function mergeSpeakers(
  db: OnRecordDatabase,
  { speakerId, into, aliases, annotationIds, at }: CommandOf<'mergeSpeakers'>,
): Promise<void> {
  if (speakerId === into) throw refuse('A speaker can only be merged with another one.');
  const [gone, kept] = [await presentSpeaker(db, speakerId), await presentSpeaker(db, into)];
  await naming(db, speakerId)
    .filter(({ id }) => annotationIds?.includes(id) ?? true)
    .modify((annotation) => {
      annotation.attribution.speakerId = into;
      annotation.updatedAt = at;
    });
  await db.speakers.put({ ...kept, aliases, updatedAt: at });
  if (!(await naming(db, speakerId).count())) await db.speakers.put({ ...gone, deletedAt: at, updatedAt: at });
}

/** Makes two records of one. What has been given to somebody else meanwhile stays theirs. */
export async function splitSpeaker(
  db: OnRecordDatabase,
  { speakerId, aliases, speaker, annotationIds, at }: CommandOf<'splitSpeaker'>,
): Promise<void> {
  if (speakerId === speaker.id) throw refuse('A speaker can only be split from another one.');
  const kept = await presentSpeaker(db, speakerId);
  const ids = new Set(annotationIds);
  await naming(db, speakerId)
    .filter(({ id }) => ids.has(id))
    .modify((annotation) => {
      annotation.attribution.speakerId = speaker.id;
      annotation.updatedAt = at;
    });
  await db.speakers.bulkPut([
    { ...kept, aliases, updatedAt: at },
    { ...speaker, deletedAt: null, updatedAt: at },
  ]);
}

/** @throws OnRecordError `invalid-record` when something that is not deleted names them */
export async function deleteSpeaker(
  db: OnRecordDatabase,
  { speakerId, at }: CommandOf<'deleteSpeaker'>,
): Promise<void> {
  const speaker = await presentSpeaker(db, speakerId);
  if (
    await naming(db, speakerId)
      .filter(({ deletedAt }) => deletedAt === null)
      .count()
  ) {
    throw refuse('Something names this speaker.');
  }
  await db.speakers.put({ ...speaker, deletedAt: at, updatedAt: at });
}

/** Takes a deletion back. */
export async function restoreSpeaker(
  db: OnRecordDatabase,
  { speakerId, at }: CommandOf<'restoreSpeaker'>,
): Promise<void> {
  const speaker = await db.speakers.get(speakerId);
  if (!speaker) throw new OnRecordError('speaker-gone', 'The speaker was purged.');
  await db.speakers.put({ ...speaker, deletedAt: null, updatedAt: at });
}
