import type { AnchorHints, DescribedPassage, TextPositionSelector, TextQuoteSelector } from '../annotations/passage';
import { findAll } from './find';
import { fold } from './fold';
import { lookAlikes } from './look-alikes';
import { patternOf } from './pattern';
import { textHash } from './text-hash';
import { foldedAt, originalOf, type TextIndex } from './text-index';

/** The surroundings that a selector keeps, in UTF-16 units: at least, and at most where the passage occurs again. */
const CONTEXT_LENGTH = 32;
const MAX_CONTEXT_LENGTH = 256;

/** How much more of the text on each side is kept as a hint. */
const HINT_LENGTH = 64;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** A passage of a text: by its words, by its place, and by what else helps to find it. */
export interface Description {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  readonly hints: AnchorHints;
}

/**
 * Describes a stretch of a text, less white space at its ends. The offsets are UTF-16 units of the text.
 * @throws RangeError when nothing but white space is left
 */
export function describeIn(index: TextIndex, start: number, end: number): Description {
  const { text } = index;
  const span = trimSpan(text, start, end);
  const quote = describeQuote(index, span.start, span.end);
  const outerStart = span.start - quote.prefix.length;
  const outerEnd = span.end + quote.suffix.length;
  const pattern = patternOf(quote);
  const { candidates, copies } = lookAlikes(pattern, index, foldedAt(index.folded, span.start));
  return {
    quote,
    position: { type: 'TextPositionSelector', ...span },
    hints: {
      version: 1,
      folded: textHash(pattern.exact),
      lookAlike: candidates[0]?.score ?? 0,
      lookAlikes: candidates
        .filter(({ isSame }) => !isSame)
        .map((candidate) => originalOf(candidate, index))
        .map((place) => text.slice(place.start, place.end)),
      copies,
      before: text.slice(wordStart(text, Math.max(0, outerStart - HINT_LENGTH)), outerStart),
      after: text.slice(outerEnd, wordEnd(text, Math.min(text.length, outerEnd + HINT_LENGTH))),
      block: index.tagAt(span.start),
      text: index.hash,
      start: span.start,
    },
  };
}

/** Describes a passage of the article. @throws RangeError when nothing but white space is left */
export function describeInArticle(index: TextIndex, start: number, end: number): DescribedPassage {
  return { scope: 'article', ...describeIn(index, start, end) };
}

/** Describes a passage of the page outside the article; `index` is of the text of the whole page. */
export function describeOnPage(index: TextIndex, start: number, end: number): DescribedPassage {
  const { quote, hints } = describeIn(index, start, end);
  return { scope: 'page', quote, hints };
}

/** The stretch without white space at its ends. @throws RangeError when nothing is left */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  const passage = text.slice(start, end);
  const head = passage.length - passage.trimStart().length;
  const tail = passage.length - passage.trimEnd().length;
  if (head + tail >= passage.length) throw new RangeError('The passage is empty.');
  return { start: Math.max(0, start) + head, end: Math.max(0, start) + passage.length - tail };
}

/** The words of a passage with as much around them, in whole words, as tells it from its look-alikes. */
function describeQuote(index: TextIndex, start: number, end: number): TextQuoteSelector {
  const { text } = index;
  const exact = text.slice(start, end);
  for (let length = CONTEXT_LENGTH; ; length *= 2) {
    const prefix = text.slice(wordStart(text, Math.max(0, start - length)), start);
    const suffix = text.slice(end, wordEnd(text, Math.min(text.length, end + length)));
    if (length >= MAX_CONTEXT_LENGTH || findAll(index, fold(prefix + exact + suffix), 2).length < 2) {
      return { type: 'TextQuoteSelector', exact, prefix, suffix };
    }
  }
}

/** Moves an offset back to where its word starts. */
function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isWord(text, at - 1) && isWord(text, at) && offset - at < MAX_CONTEXT_LENGTH) at--;
  return at;
}

/** Moves an offset on to where its word ends. */
function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at > 0 && isWord(text, at - 1) && isWord(text, at) && at - offset < MAX_CONTEXT_LENGTH)
    at++;
  return at;
}

/** Whether the unit at `at` is part of a word; half a surrogate pair is, so that no pair is cut. */
function isWord(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return WORD.test(unit) || (unit >= '\ud800' && unit <= '\udfff');
}
