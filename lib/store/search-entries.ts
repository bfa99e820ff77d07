import type { Annotation } from '@/lib/annotations/annotation';
import type { Article } from '@/lib/annotations/article';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { Speaker } from '@/lib/annotations/speaker';
import { fold, foldedWords } from '@/lib/fold';

/**
 * What a record is found by. `words` has blanks between them, in the order of the text; a bar parts what does not follow
 * one upon another. What begins with a colon says something of the record: `:kind:quote`, `:speaker:lindqvist`. What is
 * deleted is found by its words and `:is:deleted` alone. `date` orders it, in s since 1970.
 */
export interface Entry {
  ref: string;
  words: string;
  date: number;
}

const inField = (field: string, texts: readonly string[]) =>
  texts.flatMap(foldedWords).map((word) => `:${field}:${word}`);

const joined = (texts: readonly (string | null | undefined)[], fields: readonly string[]) =>
  [...texts.map((text) => foldedWords(text ?? '').join(' ')), ...fields].filter(Boolean).join(' | ');

const seconds = (...times: readonly (string | null | undefined)[]) =>
  Math.max(0, Math.floor((times.map((time) => Date.parse(time ?? '')).find(Number.isFinite) ?? 0) / 1000));

/** The host of an article, without the `www.` that tells nothing. */
export const siteOf = (articleKey: string) => new URL(articleKey).hostname.replace(/^www\./, '');

const siteFields = ({ key, siteName }: Article) => [`:site:${fold(siteOf(key))}`, ...inField('site', [siteName ?? ''])];

export function entryOfArticle(article: Article): Entry {
  const { key, title, siteName, publishedTime, createdAt, deletedAt } = article;
  const fields = deletedAt === null ? [':kind:article', ...siteFields(article)] : [':is:deleted'];
  return { ref: key, words: joined([title, siteName], fields), date: seconds(deletedAt, publishedTime, createdAt) };
}

export function entryOfSpeaker({ id, name, aliases, role, organisation, updatedAt, deletedAt }: Speaker): Entry {
  const fields = deletedAt === null ? [':kind:person', ...inField('speaker', [name, ...aliases])] : [':is:deleted'];
  return {
    ref: id,
    words: joined([name, ...aliases, role, organisation], fields),
    date: seconds(deletedAt, updatedAt),
  };
}

/** What was deleted with its article comes back with it, so it is not found by itself. */
export function entryOfAnnotation(
  annotation: Annotation,
  article: Article | undefined,
  speaker: Speaker | undefined,
): Entry {
  const { id, kind, claim, tags, note, createdAt, deletedAt } = annotation;
  const passages = segmentsToAnchor(annotation).map(({ quote }) => quote.exact);
  const names = speaker ? [speaker.name, ...speaker.aliases] : [];
  const isKept = deletedAt === null;
  const fields = [
    ...(isKept ? [`:kind:${kind}`] : []),
    ...(isKept && claim ? [`:status:${claim.status}`] : []),
    ...(isKept && speaker ? [`:by:${speaker.id}`, ...inField('speaker', names)] : []),
    ...(isKept && article ? siteFields(article) : []),
    ...(isKept ? inField('tag', tags) : []),
    ...(!isKept && article?.deletedAt === null ? [':is:deleted'] : []),
  ];
  return {
    ref: id,
    words: joined([passages.join(' '), note, ...tags, ...names, article?.siteName, article?.title], fields),
    date: seconds(deletedAt, article?.publishedTime, article?.createdAt, createdAt),
  };
}
