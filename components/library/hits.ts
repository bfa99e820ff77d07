import { foldedWords } from '@/lib/fold';
import type { Term } from '@/lib/store/search-query';

/** A stretch of a text that is, or is not, what was searched for. */
export interface Part {
  text: string;
  isHit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A text in parts: the words that were searched for and what stands between them. */
export function hitsIn(text: string, words: readonly Term[]): Part[] {
  const isHit = (word: string) =>
    foldedWords(word).some((folded) =>
      words.some(({ term, isPrefix }) => (isPrefix ? folded.startsWith(term) : folded === term)),
    );
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: word, index } of words.length > 0 ? text.matchAll(WORD) : []) {
    if (!isHit(word)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isHit: false });
    parts.push({ text: word, isHit: true });
    end = index + word.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), isHit: false }] : parts;
}
