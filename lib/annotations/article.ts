import * as v from 'valibot';
import { Instant } from './ids';
import { Offset, SnapshotHash } from './passage';

const Text = v.string();
const OptionalText = v.nullable(v.string());

/** What the page says of itself. Times are ISO 8601 as the page gave them, with their zone where it is known. */
export const ArticleMetadata = v.object({
  title: Text,
  byline: OptionalText,
  authors: v.array(Text),
  siteName: OptionalText,
  section: OptionalText,
  publishedTime: OptionalText,
  modifiedTime: OptionalText,
  /** BCP 47 language tag of the article's text. */
  lang: OptionalText,
  dir: v.nullable(v.picklist(['ltr', 'rtl'])),
});
export type ArticleMetadata = v.InferOutput<typeof ArticleMetadata>;

/** Other addresses that the page claims for itself, unchecked: absolute URLs. */
export const ClaimedUrls = v.object({ canonical: OptionalText, og: OptionalText, amp: OptionalText });
export type ClaimedUrls = v.InferOutput<typeof ClaimedUrls>;

/** A block of the article: `text.slice(start, end)`. `tag` is the lower-case name of its element. */
export const Block = v.object({ start: Offset, end: Offset, tag: v.string() });
export type Block = v.InferOutput<typeof Block>;

/** One news page. `key` is its own normalised URL, `url` the address as it was opened. */
export const Article = v.object({
  key: Text,
  url: Text,
  ...ArticleMetadata.entries,
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: v.nullable(Instant),
});
export type Article = v.InferOutput<typeof Article>;

/** Another normalised URL under which an article is found. */
export const Alias = v.object({
  url: Text,
  articleKey: Text,
  source: v.picklist(['canonical', 'og', 'amp']),
  createdAt: Instant,
});
export type Alias = v.InferOutput<typeof Alias>;

/**
 * The article as it read when something was tagged in it. Immutable: a new wording makes a new snapshot.
 * `text` is the blocks joined by `\n\n`; `html` was sanitised when captured and is sanitised again wherever it is used.
 */
export const Snapshot = v.object({
  articleKey: Text,
  hash: SnapshotHash,
  url: Text,
  text: Text,
  html: Text,
  blocks: v.array(Block),
  metadata: ArticleMetadata,
  capturedAt: Instant,
  /** Name and version of what extracted the text, e.g. `on-record/1 readability/0.6.0`. */
  extractor: Text,
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
