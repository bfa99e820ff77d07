import type { ArticleMetadata, Aside, BlockRole } from '@/lib/annotations/article';
import { namesInByline } from './byline';
import { readVisibleDate } from './visible-date';

/** The lines above a text that may say of what day it is. */
const DATED: ReadonlySet<BlockRole> = new Set(['timestamp', 'byline', 'dateline']);

/**
 * What a page says of itself, with what its visible lines add where its marks are silent: the names in a byline that is
 * one string, and the day above the text. Page and popup have no need of either.
 */
export function completeMetadata(metadata: ArticleMetadata, asides: readonly Aside[]): ArticleMetadata {
  const { byline, authors, publishedTime, lang, sources } = metadata;
  const isOneString = byline !== null && authors.length === 1 && authors[0] === byline;
  const lines = asides.filter(({ at, role }) => at === 0 && DATED.has(role)).map(({ text }) => text);
  const day = publishedTime === null ? readVisibleDate(lines, lang) : null;
  return {
    ...metadata,
    authors: isOneString ? namesInByline(byline) : authors,
    publishedTime: day ?? publishedTime,
    sources: day ? { ...sources, publishedTime: 'page' } : sources,
  };
}
