import type { Annotation, Kind } from '@/lib/annotations/annotation';
import type { Segment, SnapshotHash } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { Stretch } from './sentences';

/** A marked stretch of the article's text. */
export interface Mark extends Stretch {
  kind: Kind;
}

/** A stretch of text without a border in it, with the kinds that mark it, outermost first. */
export interface Piece extends Stretch {
  kinds: Kind[];
  isSelected: boolean;
}

/** Where a passage stands in the text as it is now; null when that is not beyond doubt. */
function placeOf(segment: Segment, text: string, hash: SnapshotHash): Stretch | null {
  if (segment.scope === 'article' && segment.snapshot === hash) return segment.position;
  if (segment.scope === 'page') return null;
  const { exact } = segment.quote;
  const start = text.indexOf(exact);
  if (start < 0 || text.indexOf(exact, start + 1) >= 0) return null;
  return { start, end: start + exact.length };
}

/** The passages of the annotations, as they stand in the text that was read. */
export function marksOf(annotations: readonly Annotation[], text: string, hash: SnapshotHash): Mark[] {
  return annotations.flatMap((annotation) =>
    segmentsToAnchor(annotation).flatMap((segment) => {
      const place = placeOf(segment, text, hash);
      return place ? [{ ...place, kind: annotation.kind }] : [];
    }),
  );
}

/** Cuts a block wherever a mark or the selection begins or ends. */
export function piecesOf(block: Stretch, marks: readonly Mark[], selected: Stretch | null): Piece[] {
  const inside = marks.filter(({ start, end }) => start < block.end && end > block.start);
  const borders = [block.start, block.end];
  for (const { start, end } of selected ? [...inside, selected] : inside) borders.push(start, end);
  const cuts = [...new Set(borders)]
    .filter((offset) => offset >= block.start && offset <= block.end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end;
    const covering = inside
      .filter((mark) => mark.start <= start && mark.end >= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return {
      start,
      end,
      kinds: [...new Set(covering.map(({ kind }) => kind))],
      isSelected: selected !== null && selected.start <= start && selected.end >= end,
    };
  });
}
