import { type FoldedText, foldSteps } from './fold';
import { drain, type Steps } from './steps';
import { textHash } from './text-hash';
import { type Occurrences, occurrenceSteps, type Words, wordSteps } from './words';

/** A text made ready to find passages in. Each part is made once, when it is first needed. */
export interface TextIndex {
  readonly text: string;
  /** Tells this text from others, in 14 hex digits. */
  readonly hash: string;
  readonly folded: FoldedText;
  readonly words: Words;
  readonly occurrences: Occurrences;
  /** Makes what is still missing, in steps. */
  prepare(): Steps<void>;
}

export function indexText(text: string): TextIndex {
  let hash: string | null = null;
  let folded: FoldedText | null = null;
  let words: Words | null = null;
  let occurrences: Occurrences | null = null;
  const index: TextIndex = {
    text,
    get hash() {
      hash ??= textHash(text);
      return hash;
    },
    get folded() {
      folded ??= drain(foldSteps(text));
      return folded;
    },
    get words() {
      words ??= drain(wordSteps(index.folded.text));
      return words;
    },
    get occurrences() {
      occurrences ??= drain(occurrenceSteps(index.words));
      return occurrences;
    },
    *prepare() {
      folded ??= yield* foldSteps(text);
      words ??= yield* wordSteps(folded.text);
      occurrences ??= yield* occurrenceSteps(words);
    },
  };
  return index;
}

/** The folded unit at which the original from `offset` on (UTF-16) is folded; the first that does not begin before it. */
export function foldedAt(folded: FoldedText, offset: number): number {
  const { starts } = folded;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
