import { type Stretch, wordsOf } from '@/lib/sentences';
import { type Cursor, type Move, moveBySentence, moveEdge, stretchOf } from './cursor';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
};

/** How far around a selection, in UTF-16 units, words are looked for to which its ends can move. */
const REACH = 2000;

/**
 * The selection after a key press; undefined when the key has no meaning here. `cursor` and `sentences` are UTF-16
 * offsets into `text`.
 */
export function cursorAfterKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>,
  cursor: Cursor | null,
  sentences: readonly Stretch[],
  text: string,
  lang: string | null,
): Cursor | null | undefined {
  if (event.isComposing || event.metaKey) return undefined;
  if (event.key === 'Escape') return cursor ? null : undefined;
  const move = MOVES[event.key];
  if (!move) return undefined;
  if (!event.ctrlKey && !event.altKey) return moveBySentence(cursor, sentences, move, event.shiftKey);
  // Control on most machines, Option on a Mac, as words are stepped through elsewhere.
  if (!cursor || (move !== 'next' && move !== 'previous')) return undefined;
  const { start, end } = stretchOf(cursor);
  const around = { start: Math.max(0, start - REACH), end: Math.min(text.length, end + REACH) };
  return moveEdge(cursor, wordsOf(text, around, lang), event.shiftKey ? 'start' : 'end', move);
}
