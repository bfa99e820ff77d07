/** A whole article, written for these tests, and all that is to be suggested in its first tier. */
export interface TaggedArticle {
  readonly kind: string;
  readonly paragraphs: readonly string[];
  /** How each quote begins, and who says it; null where the article doesn't tell. */
  readonly quotes: readonly (readonly [start: string, speaker: string | null])[];
}
