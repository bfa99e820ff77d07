import { isFound } from '@/lib/anchoring/anchor';
import { anchorAllSteps } from '@/lib/anchoring/anchor-all';
import { indexText } from '@/lib/anchoring/text-index';
import type { Annotation, Kind } from '@/lib/annotations/annotation';
import type { Block } from '@/lib/annotations/article';
import type { Segment, SnapshotHash } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { Stretch } from '@/lib/sentences';
import { drain } from '@/lib/steps';

/** A marked stretch of the article's text. */
export interface Mark extends Stretch {
  kind: Kind;
}

/** An article's text with its blocks. */
export interface ReadText {
  text: string;
  blocks: readonly Block[];
}

/** A stretch of text without a border in it, with the kinds that mark it, outermost first. */
export interface Piece extends Stretch {
  kinds: Kind[];
  isSelected: boolean;
}

/** Where the passages of the annotations stand in the text that was read: none of which that is in doubt. */
export function marksOf(annotations: readonly Annotation[], { text, blocks }: ReadText, hash: SnapshotHash): Mark[] {
  const passages = annotations.flatMap((annotation) =>
    segmentsToAnchor(annotation)
      .filter(isInArticle)
      .map((segment) => ({ segment, kind: annotation.kind })),
  );
  const isOfThisText = ({ segment }: (typeof passages)[number]) => segment.snapshot === hash;
  const own = passages.filter(isOfThisText).map(({ segment, kind }) => ({ ...segment.position, kind }));
  const others = passages.filter((passage) => !isOfThisText(passage));
  if (others.length === 0) return own;
  const places = drain(
    anchorAllSteps(
      indexText(text, blocks),
      others.map(({ segment }) => segment),
    ),
  );
  const found = places.flatMap((place, i) => {
    const kind = others[i]?.kind;
    return kind && isFound(place) ? [{ start: place.start, end: place.end, kind }] : [];
  });
  return [...own, ...found];
}

const isInArticle = (segment: Segment) => segment.scope === 'article';

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
