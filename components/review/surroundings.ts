import type { Block } from '@/lib/annotations/article';
import type { Span } from '@/lib/suggest/span';

/** How much is shown on either side of a passage, in UTF-16 units. */
const REACH = 220;

/**
 * The paragraphs that a passage stands in or, where they are long, as much of them as tells who speaks of what, in whole
 * words. UTF-16 offsets into `text`.
 */
export function surroundingsOf(segments: readonly Span[], text: string, blocks: readonly Block[]): Span {
  const start = segments[0]?.start ?? 0;
  const end = segments.at(-1)?.end ?? start;
  const first = blocks.find((block) => block.start <= start && block.end > start);
  const last = blocks.find((block) => block.start < end && block.end >= end);
  const least = Math.min(first?.start ?? start, start);
  const most = Math.max(last?.end ?? end, end);
  let from = Math.max(least, start - REACH);
  while (from > least && from < start && /\S/.test(text.charAt(from - 1))) from++;
  let to = Math.min(most, end + REACH);
  while (to < most && to > end && /\S/.test(text.charAt(to))) to--;
  return { start: from, end: to };
}
