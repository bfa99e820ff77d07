import { SLACK } from './align';
import { type Adjoining, adjoining } from './context';
import { findAll } from './find';
import { bestFitIn, type Candidate, fitOfWords } from './fit';
import type { Pattern } from './pattern';
import { mostIn, seedsOf } from './seeds';
import { type TextIndex, type WordRange, wordsIn } from './text-index';

/** An occurrence of the very words of a passage, in units of the folded text. */
interface Hit extends Adjoining {
  readonly at: number;
}

/** So many of the places with the same words are looked at closely, those whose surroundings agree most. */
const CLOSE_LOOKS = 3;
/** So many occurrences of the words are told apart; a text that has more of them says nothing more. */
const MAX_HITS = 2_000;
/** So many stretches are looked at where some of the words stand. */
const MAX_SEEDS = 6;
/** No place that scores less than the best by so much is worth a look: it would be no rival. */
const NO_RIVAL = 0.15;

/** Where a passage may stand. */
export interface Search {
  /** The best place first; of places that overlap only the best. */
  readonly candidates: readonly Candidate[];
  /** How often its very words stand in the text. */
  readonly copies: number;
  /** How many folded units of its surroundings adjoin one of those, unchanged, at most. */
  readonly run: number;
}

/** Looks for the places where a passage may stand. */
export function search(pattern: Pattern, index: TextIndex): Search {
  const hits = hitsOf(pattern, index);
  const copies = hits.length;
  const run = hits[0]?.run ?? 0;
  const intact = hits.filter(({ isIntact }) => isIntact).slice(0, CLOSE_LOOKS);
  if (intact.length > 0) {
    // Nothing fits better than the same words in the same surroundings; the next best tells how sure that is.
    const others = hits.filter(({ isIntact }) => !isIntact).slice(0, 1);
    return { candidates: judged([...intact, ...others], hits, pattern, index), copies, run };
  }
  const found = judged(hits.slice(0, CLOSE_LOOKS), hits, pattern, index);
  let least = Math.max(0, ...found.map(({ score }) => score)) - NO_RIVAL;
  const look = (window: WordRange) => {
    if (mostIn(window, pattern, index) < least) return;
    const candidate = bestFitIn(window, pattern, index);
    if (!candidate) return;
    least = Math.max(least, candidate.score - NO_RIVAL);
    found.push(candidate);
  };
  for (const window of seedsOf(pattern, index, MAX_SEEDS)) look(window);
  const [best] = withoutOverlaps(found);
  if (best) for (const window of besides(wordsIn(index, best.start, best.end), pattern, index)) look(window);
  return { candidates: withoutOverlaps(found), copies, run };
}

export function hitsOf(pattern: Pattern, index: TextIndex): Hit[] {
  const hits = findAll(index, pattern.exact, MAX_HITS).map((at) => ({
    at,
    ...adjoining(at, at + pattern.exact.length, pattern, index),
  }));
  return hits.sort((a, b) => b.run - a.run);
}

export function judged(hits: readonly Hit[], all: readonly Hit[], pattern: Pattern, index: TextIndex): Candidate[] {
  return hits.map(({ at }) => {
    const left = all.reduce((nearest, other) => (other.at < at ? Math.max(nearest, other.at) : nearest), -1);
    const right = all.reduce((nearest, other) => (other.at > at ? Math.min(nearest, other.at) : nearest), Infinity);
    return fitOfWords(at, left < 0 ? null : left, Number.isFinite(right) ? right : null, pattern, index);
  });
}

/** What stands right before and right behind a place: what is built alike often stands side by side. */
export function besides({ from, to }: WordRange, pattern: Pattern, index: TextIndex): WordRange[] {
  const reach = pattern.words.count + SLACK;
  return [
    { from: Math.max(0, from - reach), to: from },
    { from: to, to: Math.min(index.words.count, to + reach) },
  ];
}

function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => candidate.start < other.end && candidate.end > other.start)) kept.push(candidate);
  }
  return kept;
}
