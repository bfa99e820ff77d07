import type { AnchorHints } from '../annotations/passage';
import type { Search } from './candidates';
import type { Candidate } from './fit';
import { isLookAlike } from './look-alikes';
import { BLOCK_SEPARATOR, type Pattern } from './pattern';
import { oldPlace } from './surroundings';
import { originalOf, type Stretch, type TextIndex } from './text-index';

/** A passage this long, in folded units and in words, can be known by its words alone. */
const TELLING_LENGTH = 32;
const TELLING_WORDS = 6;
/** … and this long, in folded units, without any of its surroundings. */
const UNMISTAKABLE_LENGTH = 80;
/** Below this share of its surroundings no other passage is believed: a short one, on each side. */
const SHORT_CONTEXT = 0.25;
/** … and so much of them all. */
const HALF_CONTEXT = 0.4;
/** Where there was a look-alike as good as this, what is left may be that, if nothing on one side tells and not all on the other. */
const LIKELY_COPY = 0.45;
const NOTHING = 0.05;
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
/** Where there was a look-alike as good as this, other words are believed in sure surroundings only. */
const LIKELY_OTHER = 0.6;

const CHANGED_CONTEXT = 0.5;
/** It must fit better than the look-alike did that stood in the text when the passage was recorded. */
export const LOOK_ALIKE_MARGIN = 0.1;
/** … and by so much when its words are told from those. */
export const KNOWN_MARGIN = 0.03;

const NO_HINTS = { lookAlike: 0, lookAlikes: [], copies: Number.POSITIVE_INFINITY };

/**
 * Says of a candidate whether it can be the passage at all.
 * @param hints what was recorded beyond the quote
 */
export function believer(
  pattern: Pattern,
  index: TextIndex,
  { copies, run }: Search,
  hints: Pick<AnchorHints, 'lookAlike' | 'lookAlikes' | 'copies'> = NO_HINTS,
): (candidate: Candidate) => boolean {
  const { lookAlike } = hints;
  const place = oldPlaceOnce(pattern, index);
  const saysBefore = pattern.inner < pattern.first;
  const saysAfter = pattern.outer > pattern.last;
  const words = pattern.last - pattern.first;
  /** The words stand no more often than elsewhere alone, in surroundings much like its own. */
  const isCopyLeft = copies <= hints.copies && lookAlike >= LIKELY_COPY;
  /** The words stand once more than elsewhere alone, and much of what was beside them adjoins: no others took their place. */
  const isSameLeft = copies > hints.copies && run >= (pattern.prefix.length + pattern.suffix.length) / 2;
  const isTelling = pattern.exact.length >= TELLING_LENGTH && words >= TELLING_WORDS;
  return (candidate) => {
    const { start, end, isSame, contextIntact, quote, before, after, context, score } = candidate;
    if (contextIntact) return true;
    if (score < lookAlike + (isSame ? LOOK_ALIKE_MARGIN : KNOWN_MARGIN)) return false;
    if (isSame && isCopyLeft && Math.min(before, after) < SURE_CONTEXT) return false;
    if (isSame && isOwnBlock(pattern, index, { start, end })) {
      if (isTelling || (words >= SEVERAL_WORDS && context >= SHORT_CONTEXT)) return true;
    }
    if (context < (isSame ? MOVED_CONTEXT : SURE_CONTEXT) && place() === 'closed') return false;
    if (isSame) {
      if (!isTelling) {
        const isOneSided = Math.min(before, after) < NOTHING && Math.max(before, after) < SURE_CONTEXT;
        if (isOneSided && lookAlike >= LIKELY_COPY) return false;
        // Who says it may stand on either side: neither must be lost where the passage's own block has words there.
        return (
          context >= HALF_CONTEXT && (!saysBefore || before >= SHORT_CONTEXT) && (!saysAfter || after >= SHORT_CONTEXT)
        );
      }
      if (context >= SHORT_CONTEXT) return true;
      return pattern.exact.length >= UNMISTAKABLE_LENGTH && place() === 'gone';
    }
    if ((lookAlike >= LIKELY_OTHER && context < SURE_CONTEXT) || isSameLeft) return false;
    if (isLookAlike(candidate, context < SURE_CONTEXT ? LOOK_ALIKE_MARGIN : 0, hints, index)) return false;
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
