import { OnRecordError } from '@/lib/annotations/failure';

const BLOCKED = new Set([
  'DatabaseClosedError',
  'OpenFailedError',
  'BlockedError',
  'InvalidStateError',
  'MissingAPIError',
  'SecurityError',
  'VersionError',
]);

/** The names of an error and of those inside it: Dexie wraps what IndexedDB threw in its own (`inner`). */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current = error;
  while (current instanceof Error || current instanceof DOMException) {
    if (names.length > 8) break;
    names.push(current.name);
    current = 'inner' in current && current.inner ? current.inner : current.cause;
  }
  return names;
}

/** What the database threw, as an error with a sentence that a person can act on. */
export function toStorageError(error: unknown): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) {
    return new OnRecordError(
      'quota-exceeded',
      'The disk is full, so nothing was saved. Free some space, then try again.',
      { cause: error },
    );
  }
  if (names.some((name) => BLOCKED.has(name))) {
    return new OnRecordError(
      'storage-blocked',
      'The browser keeps On Record from opening its database, so nothing was saved. Close its other windows or restart the browser, then try again.',
      { cause: error },
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new OnRecordError(
    'storage-failed',
    `The browser could not save this (${reason}). Try again; if that does not help, restart the browser.`,
    { cause: error },
  );
}

/** What kept the database from being read, as an error with a sentence that a person can act on. */
export function toReadError(error: unknown): OnRecordError {
  const reason = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  return new OnRecordError(
    'storage-failed',
    `The browser could not read what is stored (${reason}). Nothing was changed. Close this and open it again; if that does not help, restart the browser.`,
    { cause: error },
  );
}
