/** A stretch of the text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
