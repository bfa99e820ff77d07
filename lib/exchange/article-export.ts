import { type Annotation, passagesOf } from '@/lib/annotations/annotation';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Segment } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordExport } from './format';

/** The part of an export that every other format is made from: one article with what was tagged in it, checked. */
export type ArticleExport = OnRecordExport;
export type ExportedArticle = OnRecordExport['articles'][number];
export type ExportedSnapshot = ExportedArticle['snapshots'][number];

/** The article that the export is of. @throws OnRecordError `damaged-export` when there is none */
export function articleOf({ articles }: ArticleExport): ExportedArticle {
  const [article] = articles;
  if (!article) throw new OnRecordError('damaged-export', 'An export has no article.');
  return article;
}

/** What is left out between the parts of a quote that is interrupted. */
const GAP = ' […] ';

/** Words as one line. */
export const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

const wordsIn = (segments: readonly Segment[]) => segments.map(({ quote }) => inOneLine(quote.exact)).join(GAP);

/** The words of an annotation: as they stand since the last decision about them, else as they were recorded. */
export const wordsOf = (annotation: Annotation): string => wordsIn(segmentsToAnchor(annotation));

/** The words as they were tagged, whatever was decided since. */
export const recordedWordsOf = ({ segments }: Annotation): string => wordsIn(segments);

/** Who said it; null when that is not known. */
export const speakerOf = ({ speakers }: Pick<ArticleExport, 'speakers'>, { attribution }: Annotation): Speaker | null =>
  speakers.find(({ id }) => id === attribution.speakerId) ?? null;

/** The annotations that have a passage in that wording. */
export const annotationsIn = ({ annotations }: ArticleExport, { hash }: ExportedSnapshot): Annotation[] =>
  annotations.filter((annotation) =>
    passagesOf(annotation).some((passage) => passage.scope === 'article' && passage.snapshot === hash),
  );
