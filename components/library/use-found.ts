import { useMemo } from 'preact/hooks';
import type { OnRecordDatabase } from '@/lib/store/database';
import { type Found, search } from '@/lib/store/search';
import { parseQuery, type Query } from '@/lib/store/search-query';
import { TERM_OF } from './nav';
import type { View } from './place';
import { useLive } from './use-live';

/** What a view finds, followed live. */
export function useFound(view: View, text: string): { query: Query; found: Found | undefined; of: View } {
  const query = useMemo(() => parseQuery(text), [text]);
  const answer = useLive(async (db) => ({ found: await findIn(db, view, query), of: view }), [view, query]);
  return { query, found: answer?.found, of: answer?.of ?? view };
}

/** Whoever names a kind means that, whatever the view. */
async function findIn(db: OnRecordDatabase, view: View, query: Query): Promise<Found> {
  const term = TERM_OF[view];
  if (term === null) return new Uint32Array();
  const namesKind = query.terms.some((one) => one.term.startsWith('kind:'));
  const found = await search(db, query, namesKind && view !== 'deleted' ? [] : [term]);
  return view === 'speakers' ? byName(db, found) : found;
}

async function byName(db: OnRecordDatabase, found: Found): Promise<Found> {
  const documents = await db.documents.bulkGet([...found]);
  const speakers = await db.speakers.bulkGet(documents.map((document) => document?.ref ?? ''));
  const { compare } = new Intl.Collator();
  const order = [...found.keys()].sort((a, b) => compare(speakers[a]?.name ?? '', speakers[b]?.name ?? ''));
  return Uint32Array.from(order, (i) => found[i] ?? 0);
}
