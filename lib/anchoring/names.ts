import { fold } from './fold';
import { wordsOf } from './words';

/** A passage of more words describes somebody. */
const MOST_WORDS = 5;

/**
 * Whether a recorded name is another one now: a word of the one stands in the place of a word of the other, be it ever so
 * like. A title or first name may come or go.
 */
export function isOtherName(recorded: string, current: string): boolean {
  const [known, now] = [wordsOf(fold(recorded)).ids, wordsOf(fold(current)).ids];
  const [fewer, more] = known.length < now.length ? [known, now] : [now, known];
  return known.length <= MOST_WORDS && fewer.some((id) => !more.includes(id));
}
