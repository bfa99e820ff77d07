import * as v from 'valibot';

/** A UTF-16 offset. */
export const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A passage by its words and those around it.
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export const TextQuoteSelector = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1)),
  prefix: v.string(),
  suffix: v.string(),
});
export type TextQuoteSelector = v.InferOutput<typeof TextQuoteSelector>;

/**
 * A passage by its place: UTF-16 offsets, `start` included, `end` excluded.
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export const TextPositionSelector = v.pipe(
  v.object({ type: v.literal('TextPositionSelector'), start: Offset, end: Offset }),
  v.check(({ start, end }) => start < end, 'A passage must end after it starts.'),
);
export type TextPositionSelector = v.InferOutput<typeof TextPositionSelector>;

/** The SHA-256 of a snapshot's text (UTF-8), as 64 lower-case hex digits. */
export const SnapshotHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export type SnapshotHash = v.InferOutput<typeof SnapshotHash>;

/** What helps to find a passage on a page that has changed, beyond the W3C's selectors. */
export const AnchorHints = v.object({
  version: v.literal(1),
  /** Hash of the passage in folded form (typography aside), 14 hex digits. */
  folded: v.string(),
  /** How well the passage fitted the best other place in the text, 0 to 1: it is told from that look-alike only if it fits better. */
  lookAlike: v.number(),
  /** The words of such places, the best first, and how often the very words of the passage stood elsewhere. */
  lookAlikes: v.array(v.string()),
  copies: v.number(),
  /** The words further out than prefix and suffix reach. */
  before: v.string(),
  after: v.string(),
  /** The tag of the block that the passage begins in; empty when it is not known. */
  block: v.string(),
  /** The text that the passage was described in, by a hash of 14 hex digits, and its UTF-16 offset there. */
  text: v.string(),
  start: Offset,
});
export type AnchorHints = v.InferOutput<typeof AnchorHints>;

/** A passage outside the extracted text (a headline, a caption, a comment): known by its words alone. */
const PagePassage = v.object({
  scope: v.literal('page'),
  quote: TextQuoteSelector,
  hints: v.exactOptional(AnchorHints),
});

/** A passage as the page script describes it, before it is known which snapshot its offsets count in. */
export const DescribedPassage = v.variant('scope', [
  v.object({
    scope: v.literal('article'),
    quote: TextQuoteSelector,
    position: TextPositionSelector,
    hints: v.exactOptional(AnchorHints),
  }),
  PagePassage,
]);
export type DescribedPassage = v.InferOutput<typeof DescribedPassage>;

/**
 * A passage as it is stored: one unbroken stretch of text.
 * `scope: "article"` counts its position in the text of the snapshot it names; `scope: "page"` has no position.
 */
export const Segment = v.variant('scope', [
  v.object({
    scope: v.literal('article'),
    snapshot: SnapshotHash,
    quote: TextQuoteSelector,
    position: TextPositionSelector,
    hints: v.exactOptional(AnchorHints),
  }),
  PagePassage,
]);
export type Segment = v.InferOutput<typeof Segment>;

/** Binds a described passage to the snapshot that its offsets count in. */
export function toSegment(passage: DescribedPassage, snapshot: SnapshotHash): Segment {
  return passage.scope === 'article' ? { ...passage, snapshot } : passage;
}

/** Whether both are the same words at the same place. */
export function isSamePassage(a: Segment, b: Segment): boolean {
  const isSameQuote = (['exact', 'prefix', 'suffix'] as const).every((part) => a.quote[part] === b.quote[part]);
  if (a.scope === 'page' || b.scope === 'page') return a.scope === b.scope && isSameQuote;
  return a.snapshot === b.snapshot && a.position.start === b.position.start && isSameQuote;
}
