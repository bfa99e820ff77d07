import type { TextIndex } from './text-index';
import { LONGEST_WORD, type Words, wordsOf } from './words';

/**
 * Where a stretch of folded text occurs in another, in order and overlaps included: at most `limit` places. The places of
 * its rarest word are looked at, not the whole text.
 */
export function findAll(index: TextIndex, needle: string, limit: number): number[] {
  const { folded, words, occurrences } = index;
  const found: number[] = [];
  const own = wordsOf(needle);
  const rarest = rarestInside(own, index);
  if (rarest < 0) {
    for (
      let at = folded.text.indexOf(needle);
      at >= 0 && found.length < limit;
      at = folded.text.indexOf(needle, at + 1)
    ) {
      found.push(at);
    }
    return found;
  }
  const offset = own.starts[rarest] ?? 0;
  for (const place of occurrences.placesOf(own.ids[rarest] ?? 0)) {
    const at = (words.starts[place] ?? 0) - offset;
    if (at < 0 || !folded.text.startsWith(needle, at)) continue;
    found.push(at);
    if (found.length >= limit) break;
  }
  return found;
}

/** The rarest word that is whole wherever the needle occurs: not at its edges, and not cut for its length; -1 if none is. */
function rarestInside(own: Words, { occurrences }: TextIndex): number {
  let rarest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < own.count - 1; i++) {
    const start = own.starts[i] ?? 0;
    const before = own.ends[i - 1] ?? 0;
    const isCut =
      (own.ends[i] ?? 0) - start >= LONGEST_WORD ||
      (before === start && before - (own.starts[i - 1] ?? 0) >= LONGEST_WORD);
    if (isCut) continue;
    const count = occurrences.countOf(own.ids[i] ?? 0);
    if (count < least) {
      least = count;
      rarest = i;
    }
  }
  return rarest;
}
