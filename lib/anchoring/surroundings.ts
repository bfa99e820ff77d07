import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** So many words next to the passage on each side name its old place. */
const NEXT_WORDS = 3;
const LEAST_WORDS = 2;
const MAX_PLACES = 500;

/**
 * What became of the place where a passage stood: the words before and after it stand next to each other now (`closed`:
 * it was taken out), or around other words (`filled`), or no longer near each other (`gone`).
 */
export function oldPlace(pattern: Pattern, index: TextIndex): 'closed' | 'filled' | 'gone' {
  const { words, first, last } = pattern;
  const before = Math.min(NEXT_WORDS, first);
  const after = Math.min(NEXT_WORDS, words.count - last);
  if (before < LEAST_WORDS || after < LEAST_WORDS) return 'gone';
  const furthest = 2 * (last - first) + 20;
  let state: 'filled' | 'gone' = 'gone';
  for (const place of placesOf(pattern, first - before, before, index)) {
    const from = place + before;
    for (let at = from; at <= from + furthest && at + after <= index.words.count; at++) {
      if (!standsAt(pattern, last, after, index, at)) continue;
      if (at === from) return 'closed';
      state = 'filled';
      break;
    }
  }
  return state;
}

/** Where `count` words of the pattern, from `first` on, stand in the text; none when that is too often to tell anything. */
function placesOf(pattern: Pattern, first: number, count: number, index: TextIndex): number[] {
  let rarest = first;
  for (let i = first; i < first + count; i++) {
    if (countAt(pattern, i, index) < countAt(pattern, rarest, index)) rarest = i;
  }
  if (countAt(pattern, rarest, index) > MAX_PLACES) return [];
  return [...index.occurrences.placesOf(pattern.words.ids[rarest] ?? 0)]
    .map((place) => place - (rarest - first))
    .filter((place) => place >= 0 && standsAt(pattern, first, count, index, place));
}

const countAt = (pattern: Pattern, i: number, index: TextIndex): number =>
  index.occurrences.countOf(pattern.words.ids[i] ?? 0);

function standsAt({ words }: Pattern, first: number, count: number, { words: text }: TextIndex, at: number): boolean {
  for (let k = 0; k < count; k++) if (words.ids[first + k] !== text.ids[at + k]) return false;
  return true;
}
