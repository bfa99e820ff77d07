import type { DescribedPassage, TextQuoteSelector } from '../annotations/passage';

/** The surroundings that a selector keeps, in UTF-16 units: at least, and at most where the passage occurs again. */
const CONTEXT_LENGTH = 32;
const MAX_CONTEXT_LENGTH = 256;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Describes `text.slice(start, end)`, less white space at its ends, as a passage of the article. The offsets are UTF-16
 * units of `text`.
 * @throws RangeError when nothing but white space is left
 */
export function describeInText(text: string, start: number, end: number): DescribedPassage {
  const span = trimSpan(text, start, end);
  return {
    scope: 'article',
    quote: describeQuote(text, span.start, span.end),
    position: { type: 'TextPositionSelector', ...span },
  };
}

/** Describes a passage of the page outside the article by its words alone; `text` is the text of the whole page. */
export function describeOnPage(text: string, start: number, end: number): DescribedPassage {
  const span = trimSpan(text, start, end);
  return { scope: 'page', quote: describeQuote(text, span.start, span.end) };
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
function describeQuote(text: string, start: number, end: number): TextQuoteSelector {
  const exact = text.slice(start, end);
  for (let length = CONTEXT_LENGTH; ; length *= 2) {
    const prefix = text.slice(wordStart(text, Math.max(0, start - length)), start);
    const suffix = text.slice(end, wordEnd(text, Math.min(text.length, end + length)));
    if (length >= MAX_CONTEXT_LENGTH || isUnique(text, prefix + exact + suffix)) {
      return { type: 'TextQuoteSelector', exact, prefix, suffix };
    }
  }
}

function isUnique(text: string, passage: string): boolean {
  return text.indexOf(passage, text.indexOf(passage) + 1) < 0;
}

/** Moves an offset back to where its word starts. */
function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isWord(text, at - 1) && isWord(text, at)) at--;
  return at;
}

/** Moves an offset on to where its word ends. */
function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at > 0 && isWord(text, at - 1) && isWord(text, at)) at++;
  return at;
}

/** Whether the unit at `at` is part of a word; half a surrogate pair is, so that no pair is cut. */
function isWord(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return WORD.test(unit) || (unit >= '\ud800' && unit <= '\udfff');
}
