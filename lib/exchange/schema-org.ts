import type { Annotation } from '@/lib/annotations/annotation';
import type { Speaker } from '@/lib/annotations/speaker';
import { type ArticleExport, articleOf, type ExportedArticle, wordsOf } from './article-export';
import { claimReview, isReviewed, type MissingFields, type Reviewer } from './claim-review';
import { JsonList } from './json-list';
import { uuidIri } from './web-annotation-terms';

export interface SchemaOrgOptions {
  reviewer: Reviewer | null;
  /** Is told of each claim review that lacks something. */
  onMissing(missing: MissingFields): void;
}

/**
 * Articles as schema.org's Quotation and Claim in JSON-LD, and as ClaimReview those claims that a person has rated. A
 * speaker may be a person or an organisation; as that is not known, they are a Thing.
 */
export async function* writeSchemaOrg(
  articles: AsyncIterable<ArticleExport>,
  { reviewer, onMissing }: SchemaOrgOptions,
): AsyncGenerator<string> {
  const graph = new JsonList(1);
  const speakers = new Set<string>();
  yield '{\n  "@context": "https://schema.org",\n  "@graph": ';
  for await (const part of articles) {
    const article = articleOf(part);
    yield graph.item(newsArticle(article));
    for (const speaker of part.speakers) {
      if (!speakers.has(speaker.id)) yield graph.item(thing(speaker));
      speakers.add(speaker.id);
    }
    for (const annotation of part.annotations) {
      if (annotation.kind === 'quote') yield graph.item(quotation(annotation, article));
      if (annotation.kind === 'claim') yield graph.item(claim(annotation, article));
      if (!isReviewed(annotation)) continue;
      const { node, missing } = claimReview(annotation, article, part, reviewer);
      yield graph.item(node);
      if (missing) onMissing(missing);
    }
  }
  yield `${graph.end()}\n}\n`;
}

/** Without what is not known. */
const known = (node: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== ''));

const newsArticle = (article: ExportedArticle) =>
  known({
    '@type': 'NewsArticle',
    '@id': article.key,
    url: article.url,
    headline: article.title,
    author: article.authors.length > 0 ? article.authors.map((name) => ({ '@type': 'Person', name })) : null,
    publisher: article.siteName ? { '@type': 'Organization', name: article.siteName } : null,
    articleSection: article.section,
    datePublished: article.publishedTime,
    dateModified: article.modifiedTime,
    inLanguage: article.lang,
  });

const thing = (speaker: Speaker) =>
  known({
    '@type': 'Thing',
    '@id': uuidIri(speaker.id),
    name: speaker.name,
    alternateName: speaker.aliases.length > 0 ? speaker.aliases : null,
    description: [speaker.role, speaker.organisation].filter(Boolean).join(', '),
    sameAs: speaker.wikidata && `http://www.wikidata.org/entity/${speaker.wikidata}`,
  });

const said = (annotation: Annotation) =>
  annotation.attribution.speakerId && { '@id': uuidIri(annotation.attribution.speakerId) };

const quotation = (annotation: Annotation, article: ExportedArticle) =>
  known({
    '@type': 'Quotation',
    '@id': uuidIri(annotation.id),
    text: wordsOf(annotation).toWellFormed(),
    spokenByCharacter: said(annotation),
    isPartOf: { '@id': article.key },
    inLanguage: article.lang,
    keywords: annotation.tags.length > 0 ? annotation.tags : null,
  });

const claim = (annotation: Annotation, article: ExportedArticle) =>
  known({
    '@type': 'Claim',
    '@id': uuidIri(annotation.id),
    text: wordsOf(annotation).toWellFormed(),
    author: said(annotation),
    appearance: { '@id': article.key },
    inLanguage: article.lang,
    keywords: annotation.tags.length > 0 ? annotation.tags : null,
  });
