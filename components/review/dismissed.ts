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

/** Stores the keys of what was dismissed in an article; beyond 200 the oldest are forgotten. */
export function writeDismissed(storage: DraftStorage, articleKey: string, keys: readonly string[]): Promise<void> {
  return storage.set({ [keyOf(articleKey)]: keys.slice(-MOST) });
}
