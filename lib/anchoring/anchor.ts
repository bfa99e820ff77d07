import type { TextQuoteSelector } from '../annotations/passage';
import { type FoldedText, fold } from './fold';

/** Where a passage stands now, in UTF-16 offsets of the text it was looked for in, or why no place is named. */
export type Place =
  | {
      readonly status: 'exact' | 'moved';
      readonly start: number;
      readonly end: number;
      /** The words before and after it are those that were recorded. */
      readonly contextIntact: boolean;
    }
  | { readonly status: 'ambiguous' | 'orphan' };

const ORPHAN: Place = { status: 'orphan' };
const AMBIGUOUS: Place = { status: 'ambiguous' };

/**
 * How much of the recorded surroundings must have stayed, in folded units, before words are believed: of a short passage
 * some on each side (the next quote may well begin with the same words), of a longer one enough on both sides together.
 */
const SHORT_PASSAGE = 40;
const CONTEXT_PER_SIDE = 10;
const CONTEXT_TOGETHER = 16;

/** How many folded units of prefix and suffix name the place where a passage stood. */
const PLACE_LENGTH = 20;

/** An occurrence of the passage's words, and how many folded units of the recorded surroundings adjoin it. */
interface Occurrence {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Finds a passage by its words, white space aside. The same words in another place are not believed: enough of the recorded
 * surroundings must adjoin them, more than at any other occurrence; and when the recorded surroundings still stand together
 * elsewhere, around other words, the passage was edited there and is not the one found here. In doubt no place is named.
 */
export function anchorQuote(index: FoldedText, quote: TextQuoteSelector): Place {
  const exact = fold(quote.exact);
  const prefix = fold(quote.prefix);
  const suffix = fold(quote.suffix);
  const occurrences = findOccurrences(index.text, exact, prefix, suffix);
  const [best, next] = occurrences.sort((a, b) => b.before + b.after - (a.before + a.after));
  if (!best) return ORPHAN;

  const contextIntact = best.before === prefix.length && best.after === suffix.length;
  if (!contextIntact) {
    if (!hasEnoughContext(best, exact.length, prefix.length, suffix.length)) return next ? AMBIGUOUS : ORPHAN;
    if (stoodElsewhere(index.text, prefix, suffix, best.at, exact.length)) return ORPHAN;
  }
  // The runner-up must be clearly worse, on the side where the best one has its evidence.
  if (
    next &&
    (contextIntact ? sameContext(next, best) : next.before + next.after + CONTEXT_PER_SIDE > best.before + best.after)
  ) {
    return AMBIGUOUS;
  }
  return {
    status: contextIntact ? 'exact' : 'moved',
    start: index.offsets[best.at] ?? 0,
    end: (index.offsets[best.at + exact.length - 1] ?? 0) + 1,
    contextIntact,
  };
}

function hasEnoughContext({ before, after }: Occurrence, length: number, prefix: number, suffix: number): boolean {
  if (length >= SHORT_PASSAGE) return before + after >= Math.min(CONTEXT_TOGETHER, prefix + suffix);
  return before >= Math.min(CONTEXT_PER_SIDE, prefix) && after >= Math.min(CONTEXT_PER_SIDE, suffix);
}

function sameContext(a: Occurrence, b: Occurrence): boolean {
  return a.before === b.before && a.after === b.after;
}

function findOccurrences(text: string, exact: string, prefix: string, suffix: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ at, before: commonEnd(text, at, prefix), after: commonStart(text, at + exact.length, suffix) });
  }
  return found;
}

/** How many units before `end` are the last ones of `prefix`. */
function commonEnd(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < end && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

/** How many units from `start` on are the first ones of `suffix`. */
function commonStart(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[start + n] === suffix[n]) n++;
  return n;
}

/** Whether the words just before and just after the passage stand near each other, but not around the place found. */
function stoodElsewhere(text: string, prefix: string, suffix: string, found: number, length: number): boolean {
  const before = prefix.slice(-PLACE_LENGTH);
  const after = suffix.slice(0, PLACE_LENGTH);
  if (before.length < PLACE_LENGTH || after.length < PLACE_LENGTH) return false;
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    if (start === found) continue;
    const end = text.indexOf(after, start);
    if (end >= 0 && end - start <= 2 * length + PLACE_LENGTH) return true;
  }
  return false;
}
