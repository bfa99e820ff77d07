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

/** What the database threw, as an error that says what a person can do. */
export function toStorageError(error: unknown): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) {
    return new OnRecordError('quota-exceeded', 'There is no room left on the disk.', { cause: error });
  }
  if (names.some((name) => BLOCKED.has(name))) {
    return new OnRecordError('storage-blocked', 'The database can not be opened.', { cause: error });
  }
  return new OnRecordError('storage-failed', reasonOf(error), { cause: error });
}

/** What kept the database from being read. */
export function toReadError(error: unknown): OnRecordError {
  return new OnRecordError('unreadable', reasonOf(error), { cause: error });
}

const reasonOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.message : String(error);
