import { useMemo } from 'preact/hooks';
import type { OnRecordDatabase } from '@/lib/store/database';
import { type Found, readAmong, searchAmong } from '@/lib/store/search';
import { parseQuery, type Query } from '@/lib/store/search-query';
import { TERM_OF } from './nav';
import type { View } from './place';
import { useLive } from './use-live';

/** What a view finds, followed live; `found` is undefined until that is known. */
export function useFound(view: View, text: string): { query: Query; found: Found | undefined } {
  const query = useMemo(() => parseQuery(text), [text]);
  // Whoever names a kind means that, whatever the view.
  const namesKind = query.terms.some((one) => one.term.startsWith(':kind:'));
  const term = namesKind && view !== 'deleted' ? null : TERM_OF[view];
  const among = useLive(async (db) => ({ ...(await readAmong(db, term === null ? [] : [term])), term }), [term]);
  const answer = useLive(
    async (db) => {
      if (among?.term !== term) return null;
      const found = await searchAmong(db, query, among);
      return { view, found: view === 'speakers' ? await byName(db, found) : found };
    },
    [view, query, term, among],
  );
  return { query, found: answer?.view === view ? answer.found : undefined };
}

async function byName(db: OnRecordDatabase, found: Found): Promise<Found> {
  const documents = await db.documents.bulkGet([...found]);
  const speakers = await db.speakers.bulkGet(documents.map((document) => document?.ref ?? ''));
  const { compare } = new Intl.Collator();
  const order = [...found.keys()].sort((a, b) => compare(speakers[a]?.name ?? '', speakers[b]?.name ?? ''));
  return Uint32Array.from(order, (i) => found[i] ?? 0);
}
