import { drain, type Steps } from '../steps';
import { type FoldedText, foldSteps } from './fold';
import { textHash } from './text-hash';
import { type Occurrences, occurrenceSteps, type Words, wordSteps } from './words';

/** A text made ready to find passages in. Each part is made once, when it is first needed. */
export interface TextIndex {
  readonly text: string;
  /** The tag of the block that holds the unit at a UTF-16 offset; empty where no block is known. */
  tagAt(offset: number): string;
  /** Tells this text from others, in 14 hex digits. */
  readonly hash: string;
  readonly folded: FoldedText;
  readonly words: Words;
  readonly occurrences: Occurrences;
  /** Makes what is still missing, in steps. */
  prepare(): Steps<void>;
}

/** A block of a text: UTF-16 offsets, `end` excluded, and the tag that says what it is. */
export interface TaggedBlock {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** @param blocks the blocks of the text, in order */
export function indexText(text: string, blocks: readonly TaggedBlock[] = []): TextIndex {
  let hash: string | null = null;
  let folded: FoldedText | null = null;
  let words: Words | null = null;
  let occurrences: Occurrences | null = null;
  const index: TextIndex = {
    text,
    tagAt(offset) {
      const at = firstIndex(blocks.length, (i) => (blocks[i]?.end ?? 0) > offset);
      const block = blocks[at];
      return block && block.start <= offset ? block.tag : '';
    },
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
  return firstIndex(folded.starts.length - 1, (i) => (folded.starts[i] ?? 0) >= offset);
}

/** The first of `count` indices for which something holds that holds for all after it, too; `count` when it never does. */
export function firstIndex(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words of a text: indices, `to` excluded. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The first word that ends after a unit of the folded text. */
export const wordFrom = ({ words }: TextIndex, at: number): number =>
  firstIndex(words.count, (i) => (words.ends[i] ?? 0) > at);

/** The words of a stretch of the folded text. */
export const wordsIn = (index: TextIndex, start: number, end: number): WordRange => ({
  from: wordFrom(index, start),
  to: firstIndex(index.words.count, (i) => (index.words.starts[i] ?? 0) >= end),
});

/** A stretch of a text, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From units of the folded text to UTF-16 offsets of the text. */
export function originalOf({ start, end }: Stretch, { folded }: TextIndex): Stretch {
  return { start: folded.starts[start] ?? 0, end: folded.ends[Math.max(start, end - 1)] ?? 0 };
}
