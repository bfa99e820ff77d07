import type { AnchorHints, TextPositionSelector, TextQuoteSelector } from '../annotations/passage';
import { believer, KNOWN_MARGIN, LOOK_ALIKE_MARGIN } from './belief';
import { type Search, search } from './candidates';
import { commonEnd, commonStart, hasNeighbours } from './context';
import type { Candidate } from './fit';
import { type Pattern, patternOf } from './pattern';
import { originalOf, type Stretch, type TextIndex } from './text-index';

/** What was recorded of a passage. */
export interface Recorded {
  readonly quote: TextQuoteSelector;
  readonly position?: TextPositionSelector;
  readonly hints?: AnchorHints;
}

/** Where a passage stands now: UTF-16 offsets. */
export interface FoundPlace extends Stretch {
  /** `exact`: the same words in the same surroundings, typography aside; `moved`: in others; `changed`: other words. */
  readonly status: 'exact' | 'moved' | 'changed';
  /** How well it fits, 0 to 1, and the best other place; null where there is none. */
  readonly score: number;
  readonly runnerUp: number | null;
  /** The words next to it, which may say who said it, are not those that were recorded. */
  readonly contextChanged: boolean;
  /** How much of the surroundings is there, 0 to 1. */
  readonly context: number;
}

/** Why no place is named. */
export interface NoPlace {
  /** `ambiguous`: it may stand at any of the candidates, or at none; `orphan`: at none that is worth a look. */
  readonly status: 'ambiguous' | 'orphan';
  readonly score: number | null;
  readonly runnerUp: number | null;
  /** The best first. */
  readonly candidates: readonly PossiblePlace[];
}

export interface PossiblePlace extends FoundPlace {
  /** It would be named if no other place were as good. */
  readonly isBelieved: boolean;
}

export type Place = FoundPlace | NoPlace;

export const isFound = (place: Place): place is FoundPlace => 'start' in place;

/** The best place must be better than the next by so much. */
const MARGIN = 0.08;
/** Another place this good is worth to be shown to the person. */
const WORTH_A_LOOK = 0.5;
const LEAST_LIKE = 0.7;
const MAX_CANDIDATES = 5;
/** Of equals the kind of block decides if the passage and its surroundings have so many folded units. */
const TELLING_ALL = 48;

const NOTHING: Search = { candidates: [], copies: 0, run: 0 };

/**
 * Finds a passage again: by its place when the text is the same, otherwise by its words and those around it, however
 * edited. A place is named only if the passage fits it well enough for its length and better than any other place.
 */
export function anchor(index: TextIndex, recorded: Recorded): Place {
  const unmoved = whereItStood(index, recorded);
  if (unmoved) return unmoved;

  const pattern = patternOf(recorded.quote);
  const found = pattern.exact === '' ? NOTHING : search(pattern, index);
  const { candidates } = found;
  const [best, next] = candidates;
  if (!best) return { status: 'orphan', score: null, runnerUp: null, candidates: [] };

  const isBelieved = believer(pattern, index, found, recorded.hints);
  const chosen = isBelieved(best) ? clearlyBest(best, candidates, pattern, index, recorded) : null;
  if (chosen) return placeOf(chosen, candidates, index);
  const worthy = candidates
    .filter(({ score, quote, isSame }) => isSame || (score >= WORTH_A_LOOK && quote >= LEAST_LIKE))
    .slice(0, MAX_CANDIDATES);
  return {
    status: worthy.length > 0 ? 'ambiguous' : 'orphan',
    score: best.score,
    runnerUp: next?.score ?? null,
    candidates: worthy.map((candidate) => ({
      ...placeOf(candidate, candidates, index),
      isBelieved: isBelieved(candidate),
    })),
  };
}

function placeOf(candidate: Candidate, all: readonly Candidate[], index: TextIndex): FoundPlace {
  const { isSame, contextIntact, neighboursIntact, context, score } = candidate;
  return {
    status: !isSame ? 'changed' : contextIntact ? 'exact' : 'moved',
    ...originalOf(candidate, index),
    score,
    runnerUp: all.find((other) => other !== candidate)?.score ?? null,
    contextChanged: !neighboursIntact,
    context,
  };
}

/** A passage that stands where it was recorded, in the very text. */
export const unchangedAt = (start: number, end: number): FoundPlace => ({
  status: 'exact',
  start,
  end,
  score: 1,
  runnerUp: null,
  contextChanged: false,
  context: 1,
});

/** The text is the one that the passage was described in: it stands where it stood. */
function whereItStood({ text, hash }: TextIndex, { quote, hints }: Recorded): Place | null {
  if (!hints || hints.text !== hash || !text.startsWith(quote.exact, hints.start)) return null;
  return unchangedAt(hints.start, hints.start + quote.exact.length);
}

/** The candidate that is better than all others. Of equals it is the one in the same kind of block, or in the wider surroundings, that were recorded. */
function clearlyBest(
  best: Candidate,
  candidates: readonly Candidate[],
  pattern: Pattern,
  index: TextIndex,
  recorded: Recorded,
) {
  const { quote, hints } = recorded;
  const lookAlike = (hints?.lookAlike ?? 0) + LOOK_ALIKE_MARGIN;
  const rivals = candidates.filter(
    (other) =>
      other.score > best.score - (other.score < lookAlike ? KNOWN_MARGIN : MARGIN) ||
      (other.isSame && best.isSame && !hasNeighbours(pattern) && adjoin(other, best, index)),
  );
  if (rivals.length === 1 || (best.contextIntact && rivals.every((other) => other === best || !other.contextIntact)))
    return best;
  if (!hints || !rivals.every(({ isSame }) => isSame)) return null;
  // A sentence and its copy in a pull quote beside it have the same words and as much of the surroundings. Of a few
  // letters that is no wonder anywhere.
  const isByBlock = hints.block !== '' && pattern.folded.length >= TELLING_ALL;
  const alike = rivals.filter((rival) => isByBlock && index.tagAt(originalOf(rival, index).start) === hints.block);
  if (alike.length === 1) return alike[0] ?? null;
  if (!rivals.every(({ contextIntact }) => contextIntact)) return null;
  const widest = rivals.map((rival) => ({ rival, wide: widerContext(rival, index, quote, hints) }));
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

function widerContext(candidate: Candidate, index: TextIndex, quote: TextQuoteSelector, hints: AnchorHints): number {
  const { start, end } = originalOf(candidate, index);
  return (
    commonEnd(index.text, start, hints.before + quote.prefix) + commonStart(index.text, end, quote.suffix + hints.after)
  );
}
