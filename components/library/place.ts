/** The views of the library, in the order in which they are offered. */
export const VIEWS = ['quotes', 'claims', 'speakers', 'articles', 'deleted', 'exchange', 'settings'] as const;
export type View = (typeof VIEWS)[number];

/** Where somebody is in the library: all of it stands in the address, so that going back and bookmarks work. */
export interface Place {
  readonly view: View;
  /** What is searched for, as it was typed. */
  readonly query: string;
  /** What is shown in full: an annotation or a speaker by its id, an article by its key; null for nothing. */
  readonly ref: string | null;
  /** The annotation at which an article is opened; null for its beginning. */
  readonly at: string | null;
}

export const START: Place = { view: 'quotes', query: '', ref: null, at: null };

/** The place that the fragment of an address names; what it does not name, or names wrongly, is as at the start. */
export function parsePlace(hash: string): Place {
  const [name, parameters] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const values = new URLSearchParams(parameters);
  return {
    view: VIEWS.find((view) => view === name) ?? START.view,
    query: values.get('q') ?? '',
    ref: values.get('ref'),
    at: values.get('at'),
  };
}

/** The fragment that names a place, with its `#`. */
export function formatPlace({ view, query, ref, at }: Place): string {
  const values = new URLSearchParams();
  if (query) values.set('q', query);
  if (ref !== null) values.set('ref', ref);
  if (at !== null) values.set('at', at);
  return values.size > 0 ? `#${view}?${values}` : `#${view}`;
}
