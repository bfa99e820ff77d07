import type { AnchorHints } from '../annotations/passage';
import { SLACK } from './align';
import { besides, hitsOf, judged, type Search } from './candidates';
import { findAll } from './find';
import { bestFitIn, type Candidate, likenessOf } from './fit';
import { type Pattern, patternOf } from './pattern';
import { mostIn, seedsOf } from './seeds';
import { type TextIndex, wordsIn } from './text-index';

/** In a text, so many stretches are searched for what may be taken for a passage, and so many places found. */
const MAX_STRETCHES = 128;
const MAX_ALIKE = 64;
/** A place that scores less can't be taken for it. */
const ALIKE = 0.4;

/** The places that a passage may be taken for, other than its own, where it begins at folded unit `at`: the best first. */
export function lookAlikes(pattern: Pattern, index: TextIndex, at: number): Omit<Search, 'run'> {
  const hits = hitsOf(pattern, index);
  const others = hits.filter((hit) => hit.at !== at);
  const own = wordsIn(index, at, at + pattern.exact.length);
  const taken = [own];
  const reach = pattern.words.count + SLACK;
  const found = judged(others.slice(0, 1), hits, pattern, index);
  /** Also in what is left of a stretch on both sides of a place. */
  const look = (from: number, to: number): void => {
    if (from >= to || taken.length > MAX_ALIKE) return;
    const known = taken.find((range) => range.from < to && range.to > from);
    if (known) {
      look(from, known.from);
      look(known.to, to);
    } else if (mostIn({ from, to }, pattern, index) >= ALIKE) {
      const part = bestFitIn({ from, to }, pattern, index);
      if (!part || part.score < ALIKE) return;
      // The edge of the stretch may have cut it.
      const { from: start, to: end } = wordsIn(index, part.start, part.end);
      const whole = {
        from: Math.max(0, start - reach, ...taken.map((range) => (range.to <= start ? range.to : 0))),
        to: Math.min(
          index.words.count,
          end + reach,
          ...taken.map((range) => (range.from >= end ? range.from : Infinity)),
        ),
      };
      const candidate = bestFitIn(whole, pattern, index) ?? part;
      found.push(candidate);
      taken.push(wordsIn(index, candidate.start, candidate.end));
      look(from, to);
    }
  };
  for (const { from, to } of [...besides(own, pattern, index), ...seedsOf(pattern, index, MAX_STRETCHES)])
    look(from, to);
  return { candidates: found.sort((a, b) => b.score - a.score), copies: others.length };
}

/**
 * Whether what stands at a place is one of the look-alikes that a passage had: it is more like that than like the passage,
 * and that stands nowhere else; of very many none is told from others.
 * @param margin by so much it must be more like the passage @param hints what was recorded of the look-alikes
 */
export function isLookAlike(
  { start, end, quote }: Candidate,
  margin: number,
  { lookAlikes: known, copies }: Pick<AnchorHints, 'lookAlikes' | 'copies'>,
  index: TextIndex,
): boolean {
  // Where as many were found as are kept, there were more.
  if (known.length > 0 && known.length + copies >= MAX_ALIKE) return true;
  const range = wordsIn(index, start, end);
  const others = known.map((exact) => patternOf({ exact, prefix: '', suffix: '' }));
  const standsElsewhere = ({ exact }: Pattern) =>
    findAll(index, exact, MAX_ALIKE).filter((at) => at >= end || at + exact.length <= start).length >=
    others.filter((other) => other.exact === exact).length;
  return others.some((other) => likenessOf(range, other, index) + margin > quote && !standsElsewhere(other));
}
