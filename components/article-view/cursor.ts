import type { Stretch } from '@/lib/sentences';

/** A selection that grows: `anchor` stays, `focus` moves. UTF-16 offsets into the article's text. */
export interface Cursor {
  anchor: number;
  focus: number;
}

export const stretchOf = ({ anchor, focus }: Cursor): Stretch => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

/** The sentence that holds the character at `offset`, or the next one. */
function sentenceAt(sentences: readonly Stretch[], offset: number): number {
  const index = sentences.findIndex(({ end }) => offset < end);
  return index < 0 ? sentences.length - 1 : index;
}

/** The sentences in which a selection begins and ends, in the order in which it was made. */
function ends(sentences: readonly Stretch[], { anchor, focus }: Cursor): [from: number, to: number] {
  if (focus >= anchor) return [sentenceAt(sentences, anchor), sentenceAt(sentences, Math.max(anchor, focus - 1))];
  return [sentenceAt(sentences, anchor - 1), sentenceAt(sentences, focus)];
}

function spanning(sentences: readonly Stretch[], from: number, to: number): Cursor | null {
  const first = sentences[from];
  const last = sentences[to];
  if (!first || !last) return null;
  return to >= from ? { anchor: first.start, focus: last.end } : { anchor: first.end, focus: last.start };
}

export type Move = 'next' | 'previous' | 'first' | 'last';

/** Moves by sentence; with `extend` the sentence where the selection began stays selected. */
export function moveBySentence(
  cursor: Cursor | null,
  sentences: readonly Stretch[],
  move: Move,
  extend: boolean,
): Cursor | null {
  const last = sentences.length - 1;
  if (!cursor) return spanning(sentences, move === 'last' ? last : 0, move === 'last' ? last : 0);
  const [from, to] = ends(sentences, cursor);
  const next = { next: Math.min(to + 1, last), previous: Math.max(to - 1, 0), first: 0, last }[move];
  return spanning(sentences, extend ? from : next, next);
}

/** Moves one end of the selection to the next or previous edge of a word or mark; the selection never becomes empty. */
export function moveEdge(
  cursor: Cursor,
  words: readonly Stretch[],
  edge: 'start' | 'end',
  direction: 'next' | 'previous',
): Cursor {
  const { start, end } = stretchOf(cursor);
  const edges = words.map((word) => word[edge]);
  const present = edge === 'start' ? start : end;
  const moved =
    direction === 'next' ? edges.find((offset) => offset > present) : edges.findLast((offset) => offset < present);
  if (moved === undefined) return cursor;
  const result = edge === 'start' ? { anchor: moved, focus: end } : { anchor: start, focus: moved };
  return result.anchor < result.focus ? result : cursor;
}
