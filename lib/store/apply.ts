import * as v from 'valibot';
import type { ArticleMetadata, Aside } from '@/lib/annotations/article';
import { type Capture, Command } from '@/lib/annotations/command';
import { now } from '@/lib/annotations/ids';
import { addSegment, annotate, deleteAnnotation, restoreAnnotation, updateAnnotation } from './annotation-commands';
import { deleteArticle, restoreArticle } from './article-commands';
import type { BelievedAliases } from './captures';
import type { OnRecordDatabase } from './database';
import { erase } from './erase';
import { toStorageError } from './failures';
import { checkCapture, refuse } from './gate';
import { linkClaims } from './link-commands';
import { placeAnnotation, undoPlacement } from './placement-commands';
import { writeIndexed } from './search-index';
import {
  createSpeaker,
  deleteSpeaker,
  mergeSpeakers,
  restoreSpeaker,
  splitSpeaker,
  updateSpeaker,
} from './speaker-commands';

/** What a command needs besides the database. */
export interface ApplyDependencies {
  believedAliases: BelievedAliases;
  /** What a page says of itself with what the lines around its text add; without it, as the page says it. */
  completeMetadata?: (metadata: ArticleMetadata, asides: readonly Aside[]) => ArticleMetadata;
}

function validate(command: unknown): Command {
  const result = v.safeParse(Command, command);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw refuse(`What was to be saved is not complete (${v.getDotPath(issue) ?? 'command'}: ${issue.message}).`);
}

function completed(capture: Capture, { completeMetadata }: ApplyDependencies): Capture {
  if (!completeMetadata) return capture;
  const { article, snapshot } = capture;
  const metadata = completeMetadata(snapshot.metadata, snapshot.asides);
  return { ...capture, article: { ...article, ...metadata }, snapshot: { ...snapshot, metadata } };
}

async function carryOut(db: OnRecordDatabase, command: Command, deps: ApplyDependencies): Promise<void> {
  const { believedAliases } = deps;
  switch (command.type) {
    case 'batch':
      for (const one of command.commands) await carryOut(db, one, deps);
      return;
    case 'annotate':
      return annotate(db, command, believedAliases);
    case 'updateAnnotation':
      return updateAnnotation(db, command, believedAliases);
    case 'addSegment':
      return addSegment(db, command, believedAliases);
    case 'placeAnnotation':
      return placeAnnotation(db, command, believedAliases);
    case 'undoPlacement':
      return undoPlacement(db, command);
    case 'deleteAnnotation':
      return deleteAnnotation(db, command);
    case 'restoreAnnotation':
      return restoreAnnotation(db, command);
    case 'createSpeaker':
      return createSpeaker(db, command);
    case 'updateSpeaker':
      return updateSpeaker(db, command);
    case 'mergeSpeakers':
      return mergeSpeakers(db, command);
    case 'splitSpeaker':
      return splitSpeaker(db, command);
    case 'deleteSpeaker':
      return deleteSpeaker(db, command);
    case 'restoreSpeaker':
      return restoreSpeaker(db, command);
    case 'deleteArticle':
      return deleteArticle(db, command);
    case 'restoreArticle':
      return restoreArticle(db, command);
    case 'linkClaims':
      return linkClaims(db, command);
    case 'erase':
      return erase(db, command);
  }
}

/**
 * Carries a command out: all of it, in one transaction with its receipt, or none of it. The one way into the database,
 * and the gate of what must always hold: whatever does not fit the model, names a speaker that is not there, or counts a
 * position in a text that does not read so is refused. A command that was carried out before does nothing.
 * @throws OnRecordError `invalid-record` or a code that says what is gone when it is refused, and `quota-exceeded`, `storage-blocked` or
 *   `storage-failed` when the database fails
 */
export async function apply(db: OnRecordDatabase, command: Command, deps: ApplyDependencies): Promise<void> {
  const valid = validate(command);
  for (const one of valid.type === 'batch' ? valid.commands : [valid]) {
    if (!('capture' in one && one.capture)) continue;
    await checkCapture(one.capture);
    one.capture = completed(one.capture, deps);
  }
  try {
    await writeIndexed(db, async () => {
      if (await db.receipts.get(valid.id)) return;
      await carryOut(db, valid, deps);
      // Counted from when it was carried out, not from when the person acted: it has to outlive any repetition.
      await db.receipts.add({ id: valid.id, at: now() });
    });
  } catch (error) {
    throw toStorageError(error);
  }
}
