import type { Span } from '../span';

/** The paragraphs of a text: the blocks that the page gave, or its lines. Empty ones are left out. */
export function paragraphsOf(text: string, blocks: readonly Span[] = []): Span[] {
  const paragraphs: Span[] = [];
  const bounds = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  for (const { start, end } of bounds) {
    for (let from = start; from < end; ) {
      const newline = text.indexOf('\n', from);
      const to = newline < 0 || newline > end ? end : newline;
      if (to > from && text.slice(from, to).trim() !== '') paragraphs.push({ start: from, end: to });
      from = to + 1;
    }
  }
  return paragraphs;
}
