import { anchor, type FoundPlace, isFound, type Recorded } from './anchor';
import { fold } from './fold';
import type { Stretch, TextIndex } from './text-index';

/** The words of a mention or cue are looked for so far, in UTF-16 units, from where they should stand beside the passage. */
const REACH = 40;
/** So much farther from the passage than it was, a mention says who said something else. */
const FAR = 240;

/**
 * Whether the words that say who said it have changed: a recorded mention or cue no longer stands where it stood beside
 * the passage or, where none was recorded, the words next to the passage are others.
 * @param passages the passage's segments as recorded, and where they stand now
 * @param parts the mention and the cue as recorded
 */
export function attributionChanged(
  index: TextIndex,
  passages: readonly { readonly recorded: Recorded; readonly place: FoundPlace }[],
  parts: readonly Recorded[],
): boolean {
  if (parts.length === 0) return passages.some(({ place }) => place.contextChanged);
  return parts.some((part) => !standsBeside(index, part, passages));
}

function standsBeside(
  index: TextIndex,
  part: Recorded,
  passages: readonly { readonly recorded: Recorded; readonly place: FoundPlace }[],
): boolean {
  const found = anchor(index, part);
  const sameText = passages.filter(({ recorded }) => part.hints && recorded.hints?.text === part.hints.text);
  if (isFound(found) && found.status !== 'changed') {
    return sameText.every(
      ({ recorded, place }) => gap(found, place) <= gap(stretchOf(part), stretchOf(recorded)) + FAR,
    );
  }
  // A name is short: beside its quote it is known by its words alone.
  return sameText.some(({ recorded, place }) => {
    const before = startOf(part) < startOf(recorded);
    const shift = before
      ? startOf(part) - startOf(recorded)
      : startOf(part) - startOf(recorded) - recorded.quote.exact.length;
    const expected = (before ? place.start : place.end) + shift;
    const around = index.text.slice(Math.max(0, expected - REACH), expected + part.quote.exact.length + REACH);
    return hasWords(fold(around), fold(part.quote.exact));
  });
}

const startOf = ({ hints }: Recorded): number => hints?.start ?? 0;

const stretchOf = (recorded: Recorded): Stretch => ({
  start: startOf(recorded),
  end: startOf(recorded) + recorded.quote.exact.length,
});

function gap(one: Stretch, other: Stretch): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}

/** Whether a text has these words, whole. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + words.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
