import type { Annotation } from '@/lib/annotations/annotation';
import { type ArticleExport, articleOf, type ExportedArticle, speakerOf } from './article-export';
import { toHypothesisId } from './hypothesis-id';
import { JsonList } from './json-list';

/** Tags that carry what Hypothesis has no field for: `speaker:Mara Lindqvist`, `quote-type:direct`. */
export const TAG = {
  speaker: 'speaker:',
  /** Tells namesakes apart when the file is read back. */
  speakerId: 'speaker-id:',
  quoteType: 'quote-type:',
  claimStatus: 'claim-status:',
} as const;

/**
 * Articles as annotations of the Hypothesis API, in pieces: `{ "total": …, "rows": […] }`. Who said it, the type of a quote
 * and the status of a claim are tags. A passage is known by its words alone: Hypothesis counts positions in the text of the
 * whole page, and On Record in that of the article. The parts of an interrupted quote are several targets, of which the
 * client of Hypothesis shows the first.
 * @see https://h.readthedocs.io/en/latest/api-reference/
 */
export async function* writeHypothesis(articles: AsyncIterable<ArticleExport>): AsyncGenerator<string> {
  const rows = new JsonList(1);
  let total = 0;
  yield '{\n  "rows": ';
  for await (const part of articles) {
    const article = articleOf(part);
    for (const annotation of part.annotations) {
      yield rows.item(row(annotation, article, part));
      total++;
    }
  }
  yield `${rows.end()},\n  "total": ${total}\n}\n`;
}

function row(annotation: Annotation, article: ExportedArticle, part: ArticleExport) {
  const { kind, quoteType, claim, tags, segments } = annotation;
  const speaker = speakerOf(part, annotation);
  return {
    id: toHypothesisId(annotation.id),
    created: annotation.createdAt,
    updated: annotation.updatedAt,
    uri: article.url,
    document: { title: [article.title] },
    text: annotation.note,
    tags: [
      kind,
      ...(speaker ? [TAG.speaker + speaker.name, TAG.speakerId + speaker.id] : []),
      ...(quoteType ? [TAG.quoteType + quoteType] : []),
      ...(claim ? [TAG.claimStatus + claim.status] : []),
      ...tags,
    ],
    target: segments.map(({ quote: { type, exact, prefix, suffix } }) => ({
      source: article.url,
      selector: [{ type, exact, prefix, suffix }],
    })),
  };
}
