import * as v from 'valibot';
import { Annotation } from '@/lib/annotations/annotation';
import { Alias, Article, ArticleMetadata, MetadataSources, Snapshot } from '@/lib/annotations/article';
import { Instant } from '@/lib/annotations/ids';
import { Speaker } from '@/lib/annotations/speaker';

/** An alias of the article that it stands in. */
const ExportedAlias = v.omit(Alias, ['articleKey']);
/** Files written before it was known where the page's values were taken from do not say it. */
const sources = v.optional(MetadataSources, () => ({
  title: null,
  byline: null,
  siteName: null,
  section: null,
  publishedTime: null,
  modifiedTime: null,
  lang: null,
}));

/** A wording of the article that it stands in. Older files have nothing of what stood around it. */
const ExportedSnapshot = v.object({
  ...v.omit(Snapshot, ['articleKey']).entries,
  asides: v.optional(Snapshot.entries.asides, () => []),
  metadata: v.object({ ...ArticleMetadata.entries, sources }),
});

export const ExportedArticle = v.object({
  ...Article.entries,
  sources,
  aliases: v.array(ExportedAlias),
  snapshots: v.array(ExportedSnapshot),
});

/**
 * Files written before places could be decided on have no placements. That is no other version of the format: whoever
 * knows nothing of placements still reads rightly what was recorded.
 */
export const ExportedAnnotation = v.object({
  ...Annotation.entries,
  placements: v.optional(Annotation.entries.placements, () => []),
});

/**
 * The JSON export, version 1; for other programs it is described by `public/schema/on-record-1.json`. The order of the
 * entries here is the order of the keys in the file.
 */
export const OnRecordExport = v.object({
  format: v.literal('on-record'),
  version: v.literal(1),
  exportedAt: Instant,
  /** Name and version of the program that wrote it. */
  generator: v.string(),
  articles: v.array(ExportedArticle),
  speakers: v.array(Speaker),
  annotations: v.array(ExportedAnnotation),
});
export type OnRecordExport = v.InferOutput<typeof OnRecordExport>;
