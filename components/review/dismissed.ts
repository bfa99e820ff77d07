import * as v from 'valibot';
import type { DraftStorage } from '@/components/session/drafts';

/** How many dismissed suggestions are remembered of an article. */
const MOST = 200;

const keyOf = (articleKey: string): string => `dismissed:${articleKey}`;

/** The keys of the suggestions that were dismissed in an article, the oldest first; none when they can't be read. */
export async function readDismissed(storage: DraftStorage, articleKey: string): Promise<string[]> {
  const key = keyOf(articleKey);
  const stored = v.safeParse(v.array(v.string()), (await storage.get(key))[key]);
  return stored.success ? stored.output : [];
}

/** Another view of the article may have stored some since: each change is one of what is stored then. */
let last: Promise<unknown> = Promise.resolve();

function change(
  storage: DraftStorage,
  articleKey: string,
  changed: (keys: readonly string[]) => readonly string[],
): Promise<void> {
  const done = last.then(async () => {
    const keys = changed(await readDismissed(storage, articleKey));
    await storage.set({ [keyOf(articleKey)]: keys.slice(-MOST) });
  });
  last = done.catch(() => undefined);
  return done;
}

/** Stores the key of what was dismissed in an article; beyond 200 the oldest are forgotten. */
export const addDismissed = (storage: DraftStorage, articleKey: string, key: string): Promise<void> =>
  change(storage, articleKey, (keys) => [...keys.filter((one) => one !== key), key]);

/** Forgets that it was dismissed. */
export const dropDismissed = (storage: DraftStorage, articleKey: string, key: string): Promise<void> =>
  change(storage, articleKey, (keys) => keys.filter((one) => one !== key));
