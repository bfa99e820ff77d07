import { Dexie, liveQuery } from 'dexie';
import type { OnRecordDatabase } from './database';
import { toReadError } from './failures';

/**
 * Follows a query of the database until the returned function is called. After an error nothing more is followed; a
 * database that could not be opened is opened anew for whoever asks next.
 * @param fail is told an `OnRecordError`
 */
export function follow<T>(
  db: OnRecordDatabase,
  query: () => Promise<T>,
  next: (value: T) => void,
  fail: (error: unknown) => void,
): () => void {
  const read = () =>
    query().catch((error: unknown) => {
      if (!(error instanceof Dexie.DatabaseClosedError) || db.isOpen()) throw error;
      // Dexie remembers that it could not open a database until it is told to close it, and tells no live query of it.
      db.close({ disableAutoOpen: false });
      throw error.inner ?? new Error(error.message);
    });
  const subscription = liveQuery(read).subscribe({ next, error: (error: unknown) => fail(toReadError(error)) });
  return () => subscription.unsubscribe();
}
