import { SLACK, weightOf } from './align';
import { scoreOf } from './fit';
import type { Pattern } from './pattern';
import type { TextIndex, WordRange } from './text-index';

/** Words that occur more often than this tell a place only together with the next. */
const RARE = 40;
const TOO_FREQUENT = 2_000;
/** Places whose offsets from the recorded words differ by less than this, in words, are one. */
const BUCKET = 8;
/** Where less than this share of the rare words stands in order, nothing is like the passage. */
const LEAST_VOTES = 0.15;

/** Stretches of the text in which most of the rare words of a passage and of its surroundings stand; the best first. */
export function seedsOf(pattern: Pattern, index: TextIndex, most: number): WordRange[] {
  const { count } = pattern.words;
  const slack = SLACK + Math.floor(count / 3);
  return diagonalsOf(pattern, index, most).map((diagonal) => {
    const from = Math.max(0, diagonal - slack);
    return { from, to: Math.max(from, Math.min(index.words.count, diagonal + count + slack)) };
  });
}

/** Where, in words of the text, the pattern would begin if it stood where most of its rare words do; the best first. */
function diagonalsOf(
  { words, first, last }: Pattern,
  { words: text, occurrences }: TextIndex,
  count: number,
): number[] {
  const votes = new Float32Array((words.count + text.count) / BUCKET + 2);
  const voted: number[] = [];
  let most = 0;
  for (let i = 0; i < words.count; i++) {
    const id = words.ids[i] ?? 0;
    const often = occurrences.countOf(id);
    if (often === 0 || often > TOO_FREQUENT) continue;
    const next = i + 1 < words.count ? words.ids[i + 1] : null;
    const worth = (weightOf(words, i) / (1 + Math.log(often))) * (i >= first && i < last ? 1 : 0.5);
    most += worth * 2;
    for (const place of occurrences.placesOf(id)) {
      const isPair = next !== null && place + 1 < text.count && text.ids[place + 1] === next;
      if (often > RARE && !isPair) continue;
      const bucket = Math.floor((place - i + words.count) / BUCKET);
      const before = votes[bucket] ?? 0;
      if (before === 0) voted.push(bucket);
      votes[bucket] = before + worth * (isPair ? 2 : 1);
    }
  }
  // A place near the edge of its bucket has votes in the neighbour too.
  const sumOf = (bucket: number) => (votes[bucket] ?? 0) + 0.9 * (votes[bucket + 1] ?? 0);
  const sums = voted.map((bucket) => ({ bucket, sum: sumOf(bucket) })).filter(({ sum }) => sum >= LEAST_VOTES * most);
  sums.sort((a, b) => b.sum - a.sum);
  const chosen: number[] = [];
  for (const { bucket } of sums) {
    if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue;
    chosen.push(bucket);
    if (chosen.length >= count) break;
  }
  return chosen.map((bucket) => bucket * BUCKET + BUCKET - words.count);
}

/** The score that no place in a stretch exceeds by much: as if all words that are there stood side by side and in order. */
export function mostIn({ from, to }: WordRange, pattern: Pattern, { occurrences }: TextIndex): number {
  const { words, first, last, contextWeights } = pattern;
  let recorded = 0;
  let shared = 0;
  let around = 0;
  let there = 0;
  for (let i = 0; i < words.count; i++) {
    const isThere = occurrences.isIn(words.ids[i] ?? 0, from, to);
    if (i >= first && i < last) {
      recorded += weightOf(words, i);
      if (isThere) shared += weightOf(words, i);
    } else {
      around += contextWeights[i] ?? 0;
      if (isThere) there += contextWeights[i] ?? 0;
    }
  }
  return scoreOf((2 * shared) / (recorded + shared), around === 0 ? 1 : there / around, pattern);
}
