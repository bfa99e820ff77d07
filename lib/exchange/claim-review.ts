import type { Annotation } from '@/lib/annotations/annotation';
import { type ArticleExport, type ExportedArticle, speakerOf, wordsOf } from './article-export';
import { uuidIri } from './web-annotation-terms';

/** What a claim review lacks to be shown by search engines. */
export interface MissingFields {
  annotationId: string;
  /** The words of the claim. */
  words: string;
  /** Property names of schema.org. */
  fields: string[];
}

/** Where a person publishes their reviews, and who they are. */
export interface Reviewer {
  name: string;
  /** The page on which the review is published; null when that is not known. */
  url: string | null;
}

/** Whether a person has said what they think of the claim. */
export const isReviewed = ({ claim }: Annotation): boolean =>
  claim !== null && (claim.status !== 'unchecked' || Boolean(claim.rating?.trim()));

/**
 * A claim that a person has rated as schema.org's ClaimReview. Nothing is made up: what is not known is left out, and what
 * Google requires of it is told in `missing`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export function claimReview(
  annotation: Annotation,
  article: ExportedArticle,
  part: ArticleExport,
  reviewer: Reviewer | null,
): { node: Record<string, unknown>; missing: MissingFields | null } {
  const { id, claim, creator, updatedAt } = annotation;
  const words = wordsOf(annotation);
  const speaker = speakerOf(part, annotation);
  const author = reviewer
    ? { '@type': 'Organization', name: reviewer.name }
    : creator && { '@type': 'Person', name: creator };
  const rating = claim?.rating?.trim();
  const node: Record<string, unknown> = {
    '@type': 'ClaimReview',
    '@id': `${uuidIri(id)}#review`,
    claimReviewed: words.toWellFormed(),
    ...(rating && { reviewRating: { '@type': 'Rating', alternateName: rating.toWellFormed() } }),
    ...(reviewer?.url && { url: reviewer.url }),
    ...(author && { author }),
    dateModified: updatedAt,
    ...(claim?.summary && { reviewBody: claim.summary.toWellFormed() }),
    ...(claim && claim.evidence.length > 0 && { citation: claim.evidence.map(({ url }) => url) }),
    itemReviewed: {
      '@type': 'Claim',
      '@id': uuidIri(id),
      ...(speaker && { author: { '@id': uuidIri(speaker.id) } }),
      appearance: { '@id': article.key },
    },
  };
  const fields = [...(rating ? [] : ['reviewRating.alternateName']), ...(reviewer?.url ? [] : ['url'])];
  return { node, missing: fields.length > 0 ? { annotationId: id, words, fields } : null };
}
