import * as v from 'valibot';
import { Instant } from './ids';
import { Offset, SnapshotHash } from './passage';

const Text = v.string();
const OptionalText = v.nullable(v.string());

/** Where values were taken from, each `null` where there is no value: `json-ld`, `meta`, `microdata`, `time`, `page`… */
export const MetadataSources = v.object({
  title: OptionalText,
  byline: OptionalText,
  siteName: OptionalText,
  section: OptionalText,
  publishedTime: OptionalText,
  modifiedTime: OptionalText,
  lang: OptionalText,
});
export type MetadataSources = v.InferOutput<typeof MetadataSources>;

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
  sources: MetadataSources,
});
export type ArticleMetadata = v.InferOutput<typeof ArticleMetadata>;

/** Other addresses that the page claims for itself, unchecked: absolute URLs. */
export const ClaimedUrls = v.object({ canonical: OptionalText, og: OptionalText, amp: OptionalText });
export type ClaimedUrls = v.InferOutput<typeof ClaimedUrls>;

/** What a block of the page is to its article. */
export const BLOCK_ROLES = [
  'body',
  'headline',
  'summary',
  'caption',
  'credit',
  'byline',
  'dateline',
  'timestamp',
  'share',
  'related',
  'newsletter',
  'comments',
  'copyright',
  'navigation',
  'pull-quote',
] as const;
export const BlockRole = v.picklist(BLOCK_ROLES);
export type BlockRole = v.InferOutput<typeof BlockRole>;

/** A block of the article: `text.slice(start, end)`. `tag` is the lower-case name of its element. */
export const Block = v.object({ start: Offset, end: Offset, tag: v.string() });
export type Block = v.InferOutput<typeof Block>;

/** What stood in or around the article's text without being part of it: a caption, a byline, a link to another article. */
export const Aside = v.object({
  role: BlockRole,
  tag: v.string(),
  text: v.string(),
  /** The offset in the article's text before which it stood. */
  at: Offset,
});
export type Aside = v.InferOutput<typeof Aside>;

/** How much of the article a page has: all, only what everybody may read, the first of several pages, or what there is so far. */
export const Extent = v.picklist(['whole', 'stub', 'first-part', 'live']);
export type Extent = v.InferOutput<typeof Extent>;

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
  asides: v.array(Aside),
  metadata: ArticleMetadata,
  capturedAt: Instant,
  /** Name and version of what extracted the text, e.g. `on-record/1 readability/0.6.0`. */
  extractor: Text,
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
