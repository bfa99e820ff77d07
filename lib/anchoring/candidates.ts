import { weightOf } from './align';
import { type Adjoining, adjoining } from './context';
import { findAll } from './find';
import { bestFitIn, type Candidate, fitOfWords, SLACK } from './fit';
import type { Pattern } from './pattern';
import { type TextIndex, type WordRange, wordsIn } from './text-index';

/** An occurrence of the very words of a passage, in units of the folded text. */
interface Hit extends Adjoining {
  readonly at: number;
}

/** So many of the places with the same words are looked at closely, those whose surroundings agree most. */
const CLOSE_LOOKS = 3;
/** So many occurrences of the words are told apart; a text that has more of them says nothing more. */
const MAX_HITS = 2_000;
/** So many places are looked at where some of the words stand. */
const MAX_SEEDS = 6;

/** The places where a passage may stand, the best first; of places that overlap only the best. */
export function candidatesFor(pattern: Pattern, index: TextIndex): Candidate[] {
  const hits = hitsOf(pattern, index);
  const intact = hits.filter(({ isIntact }) => isIntact).slice(0, CLOSE_LOOKS);
  if (intact.length > 0) {
    // Nothing fits better than the same words in the same surroundings; the next best tells how sure that is.
    const others = hits.filter(({ isIntact }) => !isIntact).slice(0, 1);
    return judged([...intact, ...others], hits, pattern, index);
  }
  const found = withoutOverlaps([
    ...judged(hits.slice(0, CLOSE_LOOKS), hits, pattern, index),
    ...judgedSeeds(pattern, index, MAX_SEEDS, null),
  ]);
  const [best] = found;
  if (!best) return found;
  return withoutOverlaps([...found, ...besides(wordsIn(index, best.start, best.end), pattern, index)]);
}

/** How well a passage fits the best place other than its own, where it begins at folded unit `at`: 0 when there is none. */
export function lookAlike(pattern: Pattern, index: TextIndex, at: number): number {
  const hits = hitsOf(pattern, index);
  const others = hits.filter((hit) => hit.at !== at);
  const own = wordsIn(index, at, at + pattern.exact.length);
  const elsewhere = [
    ...judged(others.slice(0, 1), hits, pattern, index),
    ...judgedSeeds(pattern, index, MAX_SEEDS, own),
    ...besides(own, pattern, index),
  ];
  return Math.max(0, ...elsewhere.map(({ score }) => score));
}

function hitsOf(pattern: Pattern, index: TextIndex): Hit[] {
  const hits = findAll(index, pattern.exact, MAX_HITS).map((at) => ({
    at,
    ...adjoining(at, at + pattern.exact.length, pattern, index),
  }));
  return hits.sort((a, b) => b.run - a.run);
}

function judged(hits: readonly Hit[], all: readonly Hit[], pattern: Pattern, index: TextIndex): Candidate[] {
  return hits.map(({ at }) => {
    const left = all.reduce((nearest, other) => (other.at < at ? Math.max(nearest, other.at) : nearest), -1);
    const right = all.reduce((nearest, other) => (other.at > at ? Math.min(nearest, other.at) : nearest), Infinity);
    return fitOfWords(at, left < 0 ? null : left, Number.isFinite(right) ? right : null, pattern, index);
  });
}

/** The best places where most of the rare words stand, without the words `taken`. */
function judgedSeeds(pattern: Pattern, index: TextIndex, most: number, taken: WordRange | null): Candidate[] {
  return diagonalsOf(pattern, index, most)
    .flatMap((diagonal) => without(taken, windowAt(diagonal, pattern, index)))
    .map((window) => bestFitIn(window, pattern, index))
    .filter((candidate) => candidate !== null);
}

function without(taken: WordRange | null, window: WordRange): WordRange[] {
  if (!taken || window.to <= taken.from || window.from >= taken.to) return [window];
  const parts = [
    { from: window.from, to: taken.from },
    { from: taken.to, to: window.to },
  ];
  return parts.filter(({ from, to }) => from < to);
}

/** The best places right before and right behind one: what is built alike often stands side by side. */
function besides({ from, to }: WordRange, pattern: Pattern, index: TextIndex): Candidate[] {
  const reach = pattern.words.count + SLACK;
  return [
    { from: Math.max(0, from - reach), to: from },
    { from: to, to: Math.min(index.words.count, to + reach) },
  ]
    .map((window) => bestFitIn(window, pattern, index))
    .filter((candidate) => candidate !== null);
}

function windowAt(diagonal: number, pattern: Pattern, index: TextIndex): WordRange {
  const { count } = pattern.words;
  const slack = SLACK + Math.floor(count / 3);
  const from = Math.max(0, diagonal - slack);
  return { from, to: Math.max(from, Math.min(index.words.count, diagonal + count + slack)) };
}

/** Words that occur more often than this tell a place only together with the next. */
const RARE = 40;
const TOO_FREQUENT = 2_000;
/** Places whose offsets from the recorded words differ by less than this, in words, are one. */
const BUCKET = 8;

/** Where, in words of the text, the pattern would begin if it stood where most of its rare words do; the best first. */
function diagonalsOf({ words, first, last }: Pattern, { words: text, occurrences }: TextIndex, most: number): number[] {
  const votes = new Map<number, number>();
  for (let i = 0; i < words.count; i++) {
    const id = words.ids[i] ?? 0;
    const count = occurrences.countOf(id);
    if (count === 0 || count > TOO_FREQUENT) continue;
    const next = i + 1 < words.count ? words.ids[i + 1] : null;
    const worth = (weightOf(words, i) / (1 + Math.log(count))) * (i >= first && i < last ? 1 : 0.5);
    for (const place of occurrences.placesOf(id)) {
      const isPair = next !== null && place + 1 < text.count && text.ids[place + 1] === next;
      if (count > RARE && !isPair) continue;
      const bucket = Math.floor((place - i) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + worth * (isPair ? 2 : 1));
    }
  }
  // A place near the edge of its bucket has votes in the neighbour too.
  const sums = [...votes].map(([bucket, sum]) => [bucket, sum + 0.9 * (votes.get(bucket + 1) ?? 0)] as const);
  sums.sort((a, b) => b[1] - a[1]);
  const chosen: number[] = [];
  for (const [bucket] of sums) {
    if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue;
    chosen.push(bucket);
    if (chosen.length >= most) break;
  }
  return chosen.map((bucket) => bucket * BUCKET + BUCKET);
}

function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => candidate.start < other.end && candidate.end > other.start)) kept.push(candidate);
  }
  return kept;
}
