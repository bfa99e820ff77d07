import { KINDS } from '@/lib/annotations/annotation';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordDatabase } from './database';
import { toReadError } from './failures';
import { readAnnotations } from './library-reads';
import { type ExportInput, readExportInput } from './reads';
import { search } from './search';
import { parseQuery } from './search-query';

/** The keys of all articles, in the order of exports. */
export async function articleKeys(db: OnRecordDatabase): Promise<string[]> {
  return (await db.articles.filter(({ deletedAt }) => deletedAt === null).primaryKeys()).sort();
}

/** Every speaker, for a backup of everything. */
export const everySpeaker = (db: OnRecordDatabase): Promise<Speaker[]> =>
  db.speakers.filter(({ deletedAt }) => deletedAt === null).toArray();

/** The annotations that a search finds, by their article. */
export async function foundAnnotations(db: OnRecordDatabase, query: string): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const kind of KINDS) {
    const numbers = await search(db, parseQuery(`kind:${kind} ${query}`), []);
    for (const { articleKey, id } of await readAnnotations(db, numbers)) {
      const ids = found.get(articleKey) ?? new Set();
      found.set(articleKey, ids.add(id));
    }
  }
  return found;
}

/**
 * What an export of each of these articles is made from, one article at a time, each as it is at one moment. One that is
 * gone by then is left out.
 * @throws OnRecordError `unreadable-export`; the reason of `signal`
 */
export async function* exportInputs(
  db: OnRecordDatabase,
  keys: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ExportInput> {
  for (const key of keys) {
    signal.throwIfAborted();
    const input = await readExportInput(db, key).catch((error: unknown) => {
      throw new OnRecordError('unreadable-export', toReadError(error).message, { cause: error });
    });
    if (input) yield input;
  }
}
