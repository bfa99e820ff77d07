import type { AnchorHints, TextPositionSelector, TextQuoteSelector } from '../annotations/passage';
import { type Candidate, candidatesFor } from './candidates';
import { type Pattern, patternOf } from './pattern';
import { oldPlace } from './surroundings';
import type { TextIndex } from './text-index';

/** What was recorded of a passage. */
export interface Recorded {
  readonly quote: TextQuoteSelector;
  readonly position?: TextPositionSelector;
  readonly hints?: AnchorHints;
}

/** A stretch of a text: UTF-16 offsets, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a passage stands now, or why no place is named. */
export type Place =
  | (Stretch & {
      /** `exact`: the same words in the same surroundings, typography aside; `moved`: in others; `changed`: other words. */
      readonly status: 'exact' | 'moved' | 'changed';
      /** How well it fits, 0 to 1, and the best other place; null where there is none. */
      readonly score: number;
      readonly runnerUp: number | null;
      /** The words before or after it are not those that were recorded. */
      readonly contextChanged: boolean;
    })
  | {
      /** `ambiguous`: it may stand at any of the candidates, or at none; `orphan`: at none that is worth a look. */
      readonly status: 'ambiguous' | 'orphan';
      readonly score: number | null;
      readonly runnerUp: number | null;
      readonly candidates: readonly Stretch[];
    };

/** The best place must be better than the next by so much. */
const MARGIN = 0.08;
/** Another place this good is worth to be shown to the person. */
const WORTH_A_LOOK = 0.5;
const MAX_CANDIDATES = 5;

/**
 * Finds a passage again: by its place when the text is the same, otherwise by its words and those around it, however
 * edited. A place is named only if the passage fits it well enough for its length and better than any other place.
 */
export function anchor(index: TextIndex, recorded: Recorded): Place {
  const unmoved = whereItStood(index, recorded);
  if (unmoved) return unmoved;

  const pattern = patternOf(recorded.quote);
  if (pattern.exact === '') return { status: 'orphan', score: null, runnerUp: null, candidates: [] };
  const candidates = candidatesFor(pattern, index);
  const [best, next] = candidates;
  if (!best) return { status: 'orphan', score: null, runnerUp: null, candidates: [] };
  const score = best.score;
  const runnerUp = next?.score ?? null;

  const isBelieved = believer(pattern, index, recorded.hints);
  const chosen = isBelieved(best) ? clearlyBest(best, candidates, index, recorded) : null;
  if (!chosen) {
    const worthy = candidates.filter((candidate) => candidate.score >= WORTH_A_LOOK || candidate.isSame);
    const shown = worthy.slice(0, MAX_CANDIDATES).map((candidate) => originalOf(candidate, index));
    return { status: shown.length > 0 ? 'ambiguous' : 'orphan', score, runnerUp, candidates: shown };
  }
  return {
    status: !chosen.isSame ? 'changed' : chosen.contextIntact ? 'exact' : 'moved',
    ...originalOf(chosen, index),
    score: chosen.score,
    runnerUp: candidates.find((candidate) => candidate !== chosen)?.score ?? null,
    contextChanged: !chosen.contextIntact,
  };
}

/** The text is the one that the passage was described in: it stands where it stood. */
function whereItStood({ text, hash }: TextIndex, { quote, hints }: Recorded): Place | null {
  if (!hints || hints.text !== hash || !text.startsWith(quote.exact, hints.start)) return null;
  const { start } = hints;
  return { status: 'exact', start, end: start + quote.exact.length, score: 1, runnerUp: null, contextChanged: false };
}

/** A passage this long, in folded units and in words, can be known by its words alone. */
const TELLING_LENGTH = 40;
const TELLING_WORDS = 6;
/** Below these shares of its surroundings a passage is not believed: a short one (on each side), a longer one. */
const SHORT_CONTEXT = 0.3;
const LONG_CONTEXT = 0.15;
/** The surroundings of a passage whose old place has closed up must have come along. */
const MOVED_CONTEXT = 0.6;

/** Of other words so much must be the same, and more the less of the surroundings is there and the shorter it is. */
const LEAST_SAME = 0.4;
const LEAST_OF_BOTH = 0.9;
const SHORT_PENALTY = 0.15;
const FEW_WORDS = 2;
const FEW_ALIKE = 0.6;
const SURE_CONTEXT = 0.95;

const CHANGED_CONTEXT = 0.5;
/** It must fit better than the look-alike did that stood in the text when the passage was recorded. */
const LOOK_ALIKE_MARGIN = 0.02;

/** Says of a candidate whether it can be the passage at all. */
function believer(pattern: Pattern, index: TextIndex, hints: AnchorHints | undefined) {
  const place = oldPlaceOnce(pattern, index);
  const words = pattern.last - pattern.first;
  const lookAlike = hints?.lookAlike ?? 0;
  return ({ isSame, contextIntact, quote, before, after, context, score }: Candidate): boolean => {
    if (contextIntact) return true;
    if (score < lookAlike + LOOK_ALIKE_MARGIN) return false;
    if (context < MOVED_CONTEXT && place() === 'closed') return false;
    if (isSame) {
      const isTelling = pattern.exact.length >= TELLING_LENGTH && words >= TELLING_WORDS;
      if (!isTelling) return Math.min(before, after) >= SHORT_CONTEXT;
      if (context >= LONG_CONTEXT && (context >= SHORT_CONTEXT || place() !== 'filled')) return true;
      return place() === 'gone';
    }
    if (words <= FEW_WORDS) return quote >= FEW_ALIKE && Math.min(before, after) >= SURE_CONTEXT;
    if (context < CHANGED_CONTEXT) return false;
    const needed = LEAST_OF_BOTH + SHORT_PENALTY * Math.max(0, 1 - words / TELLING_WORDS);
    return quote >= LEAST_SAME && quote + context / 2 >= needed;
  };
}

function oldPlaceOnce(pattern: Pattern, index: TextIndex) {
  let state: ReturnType<typeof oldPlace> | null = null;
  return () => {
    state ??= oldPlace(pattern, index);
    return state;
  };
}

/** The candidate that is better than all others; of equals the one whose wider surroundings are as recorded, if any is. */
function clearlyBest(best: Candidate, candidates: readonly Candidate[], index: TextIndex, recorded: Recorded) {
  const rivals = candidates.filter(({ score }) => score > best.score - MARGIN);
  if (rivals.length === 1) return best;
  // Context decides between equals only where nothing was edited: the same words, and intact surroundings first.
  const intact = rivals.filter(({ contextIntact }) => contextIntact);
  if (intact.length === 1) return intact[0] ?? null;
  const { hints } = recorded;
  if (!hints) return null;
  const widest = rivals.map((rival) => ({ rival, wide: widerContext(rival, index, recorded) }));
  widest.sort((a, b) => b.wide - a.wide);
  const [first, second] = widest;
  return first && second && first.wide >= second.wide + WIDER_MARGIN ? first.rival : null;
}

/** UTF-16 units by which the wider surroundings of one place must agree better than those of another. */
const WIDER_MARGIN = 12;

function widerContext(candidate: Candidate, index: TextIndex, { quote, hints }: Recorded): number {
  if (!hints) return 0;
  const { start, end } = originalOf(candidate, index);
  const before = hints.before + quote.prefix;
  const after = quote.suffix + hints.after;
  const { text } = index;
  let n = 0;
  while (n < before.length && n < start && text[start - 1 - n] === before[before.length - 1 - n]) n++;
  let m = 0;
  while (m < after.length && text[end + m] === after[m]) m++;
  return n + m;
}

function originalOf({ start, end }: Stretch, { folded }: TextIndex): Stretch {
  return { start: folded.starts[start] ?? 0, end: folded.ends[Math.max(start, end - 1)] ?? 0 };
}
