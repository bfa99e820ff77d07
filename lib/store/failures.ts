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

/** Of what the database threw, that which we have thrown ourselves. */
function ownError(error: unknown): OnRecordError | null {
  const inner = error instanceof Error && 'inner' in error ? error.inner : error;
  return inner instanceof OnRecordError ? inner : null;
}

/** What the database threw, as an error that says what a person can do. */
export function toStorageError(error: unknown): OnRecordError {
  const own = ownError(error);
  if (own) return own;
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
  return ownError(error) ?? new OnRecordError('unreadable', reasonOf(error), { cause: error });
}

const reasonOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.message : String(error);
