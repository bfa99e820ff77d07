import type { AnchorHints, TextPositionSelector, TextQuoteSelector } from '../annotations/passage';
import { candidatesFor } from './candidates';
import { hasNeighbours } from './context';
import type { Candidate } from './fit';
import { BLOCK_SEPARATOR, type Pattern, patternOf } from './pattern';
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
      /** The words next to it, which may say who said it, are not those that were recorded. */
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
/** … and by so much when the next is the look-alike that was known when the passage was recorded. */
const KNOWN_MARGIN = 0.03;
/** Another place this good is worth to be shown to the person. */
const WORTH_A_LOOK = 0.5;
const LEAST_LIKE = 0.7;
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
  const chosen = isBelieved(best) ? clearlyBest(best, candidates, pattern, index, recorded) : null;
  if (!chosen) {
    const worthy = candidates.filter(
      ({ score, quote, isSame }) => isSame || (score >= WORTH_A_LOOK && quote >= LEAST_LIKE),
    );
    const shown = worthy.slice(0, MAX_CANDIDATES).map((candidate) => originalOf(candidate, index));
    return { status: shown.length > 0 ? 'ambiguous' : 'orphan', score, runnerUp, candidates: shown };
  }
  return {
    status: !chosen.isSame ? 'changed' : chosen.contextIntact ? 'exact' : 'moved',
    ...originalOf(chosen, index),
    score: chosen.score,
    runnerUp: candidates.find((candidate) => candidate !== chosen)?.score ?? null,
    contextChanged: !chosen.neighboursIntact,
  };
}

/** The text is the one that the passage was described in: it stands where it stood. */
function whereItStood({ text, hash }: TextIndex, { quote, hints }: Recorded): Place | null {
  if (!hints || hints.text !== hash || !text.startsWith(quote.exact, hints.start)) return null;
  const { start } = hints;
  return { status: 'exact', start, end: start + quote.exact.length, score: 1, runnerUp: null, contextChanged: false };
}

/** A passage this long, in folded units and in words, can be known by its words alone. */
const TELLING_LENGTH = 32;
const TELLING_WORDS = 6;
/** … and this long, in folded units, without any of its surroundings. */
const UNMISTAKABLE_LENGTH = 80;
/** Below this share of its surroundings no other passage is believed: a short one, on each side. */
const SHORT_CONTEXT = 0.25;
/** One side alone is enough when it is all there and is as good as half of the surroundings. */
const ONE_SIDE = 0.8;
const HALF_CONTEXT = 0.4;
/** The surroundings of a passage whose old place has closed up must have come along. */
const MOVED_CONTEXT = 0.6;

/** Of other words so much must be the same, and more the less of the surroundings is there and the shorter it is. */
const LEAST_SAME = 0.4;
const LEAST_OF_BOTH = 1.15;
const CONTEXT_SHARE = 0.8;
const SHORT_PENALTY = 0.15;
const FEW_WORDS = 2;
const SEVERAL_WORDS = 4;
const FEW_ALIKE = 0.6;
const SURE_CONTEXT = 0.95;

const CHANGED_CONTEXT = 0.5;
/** It must fit better than the look-alike did that stood in the text when the passage was recorded. */
const LOOK_ALIKE_MARGIN = 0.1;

/** Says of a candidate whether it can be the passage at all. */
function believer(pattern: Pattern, index: TextIndex, hints: AnchorHints | undefined) {
  const place = oldPlaceOnce(pattern, index);
  const words = pattern.last - pattern.first;
  const isTelling = pattern.exact.length >= TELLING_LENGTH && words >= TELLING_WORDS;
  const lookAlike = hints?.lookAlike ?? 0;
  return ({ start, end, isSame, contextIntact, quote, before, after, context, score }: Candidate): boolean => {
    if (contextIntact) return true;
    if (score < lookAlike + LOOK_ALIKE_MARGIN) return false;
    if (isSame && isOwnBlock(pattern, index, { start, end })) {
      if (isTelling || (words >= SEVERAL_WORDS && context >= SHORT_CONTEXT)) return true;
    }
    if (context < (isSame ? MOVED_CONTEXT : SURE_CONTEXT) && place() === 'closed') return false;
    if (isSame) {
      if (!isTelling) {
        return (
          Math.min(before, after) >= SHORT_CONTEXT || (Math.max(before, after) >= ONE_SIDE && context >= HALF_CONTEXT)
        );
      }
      if (context >= SHORT_CONTEXT) return true;
      return pattern.exact.length >= UNMISTAKABLE_LENGTH && place() === 'gone';
    }
    if (words <= FEW_WORDS) return quote >= FEW_ALIKE && Math.min(before, after) >= SURE_CONTEXT;
    if (context < CHANGED_CONTEXT) return false;
    const needed = LEAST_OF_BOTH + SHORT_PENALTY * Math.max(0, 1 - words / TELLING_WORDS);
    return quote >= LEAST_SAME && quote + CONTEXT_SHARE * context >= needed;
  };
}

/** A whole block that is a whole block again wherever it went: a paragraph or an item that was moved. */
function isOwnBlock({ start, end, innerStart, outerEnd }: Pattern, index: TextIndex, place: Stretch): boolean {
  if (innerStart < start || outerEnd > end) return false;
  const { text } = index;
  const at = originalOf(place, index);
  const isBorder = (gap: string) => gap === '' || gap === BLOCK_SEPARATOR;
  return isBorder(text.slice(Math.max(0, at.start - 2), at.start)) && isBorder(text.slice(at.end, at.end + 2));
}

function oldPlaceOnce(pattern: Pattern, index: TextIndex) {
  let state: ReturnType<typeof oldPlace> | null = null;
  return () => {
    state ??= oldPlace(pattern, index);
    return state;
  };
}

/** The candidate that is better than all others. Of equals it is the one in the same kind of block, or in the wider surroundings, that were recorded. */
function clearlyBest(
  best: Candidate,
  candidates: readonly Candidate[],
  pattern: Pattern,
  index: TextIndex,
  recorded: Recorded,
) {
  const lookAlike = (recorded.hints?.lookAlike ?? 0) + LOOK_ALIKE_MARGIN;
  const rivals = candidates.filter(
    (other) =>
      other.score > best.score - (other.score < lookAlike ? KNOWN_MARGIN : MARGIN) ||
      (other.isSame && best.isSame && !hasNeighbours(pattern) && adjoin(other, best, index)),
  );
  if (rivals.length === 1 || (best.contextIntact && rivals.every((other) => other === best || !other.contextIntact)))
    return best;
  const { hints } = recorded;
  if (!hints || !rivals.every(({ isSame }) => isSame)) return null;
  // A sentence and its copy in a pull quote beside it have the same words and as much of the surroundings.
  const alike = rivals.filter(
    (rival) => hints.block !== '' && index.tagAt(originalOf(rival, index).start) === hints.block,
  );
  if (alike.length === 1) return alike[0] ?? null;
  if (!rivals.every(({ contextIntact }) => contextIntact)) return null;
  const widest = rivals.map((rival) => ({ rival, wide: widerContext(rival, index, recorded) }));
  widest.sort((a, b) => b.wide - a.wide);
  const [first, second] = widest;
  return first && second && first.wide >= second.wide + WIDER_MARGIN ? first.rival : null;
}

/** Whether no word stands between two places. */
function adjoin(one: Stretch, other: Stretch, { folded }: TextIndex): boolean {
  const gap = folded.text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  return !/[\p{L}\p{N}]/u.test(gap);
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
