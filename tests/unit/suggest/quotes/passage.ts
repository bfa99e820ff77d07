/** A short text and what is to be suggested in it. The segments of a quote are separated by “|”. */
export interface Passage {
  readonly name: string;
  readonly text: string;
  /** What stands between marks: the quote, its speaker, the cue, and the speaker's role where it matters. */
  readonly direct: readonly (readonly [quote: string, speaker: string | null, cue: string | null, role?: string])[];
  /** Reported speech and its speaker; none is looked at where this is missing. */
  readonly reported?: readonly (readonly [statement: string, speaker: string])[];
}
