import { foldedWords } from '@/lib/fold';

/** A term of the index: a word, or what a field says. `isPrefix`: whatever begins like it is meant, too. */
export interface Term {
  term: string;
  isPrefix: boolean;
}

export interface Query {
  /** All of them must be there. */
  terms: readonly Term[];
  /** Words that must follow one upon another, with blanks between them; `isPrefix` says so of the last one. */
  phrases: readonly Term[];
  /** s since 1970: from then on, and up to but not including that. */
  after: number | null;
  before: number | null;
  /** The words that are looked for in texts and names, to be marked there. */
  words: readonly Term[];
}

/** What a query can ask for by name; the last two are followed by a year, month or day. */
export const NAMES = ['speaker', 'site', 'tag', 'kind', 'status', 'after', 'before'] as const;
type Name = (typeof NAMES)[number];

/** `name:"some words"`, `name:word`, `"some words"` or `word`. A quotation mark that is not closed yet goes to the end. */
const PART = /(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/gu;

/** With one letter or two half the language begins. */
const isLongEnough = (word: string) => word.length > 2;

const secondsOf = (day: string): number | null => {
  const time = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) ? null : time / 1000;
};

/**
 * What is looked for: words, "phrases", `speaker:`, `site:`, `tag:`, `kind:`, `status:`, `before:` and `after:` a year, month
 * or day. A word without quotation marks stands for all that begin like it.
 */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  const phrases: Term[] = [];
  const marked: Term[] = [];
  const limits: { after: number | null; before: number | null } = { after: null, before: null };

  for (const [all, name = '', quoted, bare = ''] of text.matchAll(PART)) {
    const field: Name | null = NAMES.find((known) => known === name) ?? null;
    if (field === 'after' || field === 'before') {
      limits[field] = secondsOf(quoted ?? bare);
      continue;
    }
    // A host is one word of the index.
    const isHost = field === 'site' && quoted === undefined && bare.includes('.');
    const words = isHost ? [bare.toLowerCase().replace(/^www\./, '')] : foldedWords(field ? (quoted ?? bare) : all);
    const isPrefix = (i: number) => quoted === undefined && i === words.length - 1 && isLongEnough(words[i] ?? '');
    const own = words.map((term, i) => ({ term, isPrefix: isPrefix(i) }));
    terms.push(...own.map((one) => ({ ...one, term: field ? `:${field}:${one.term}` : one.term })));
    if (field !== 'kind' && field !== 'status' && !isHost) marked.push(...own);
    if (field) continue;
    if (words.length > 1) phrases.push({ term: words.join(' '), isPrefix: isPrefix(words.length - 1) });
  }
  return { terms, phrases, ...limits, words: marked };
}
