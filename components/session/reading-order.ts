import type { Annotation } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import type { Anchoring } from '@/lib/messaging';

/** An annotation with where it stands on the page; `anchoring` is null while that is not known. */
export interface Listed {
  annotation: Annotation;
  anchoring: Anchoring | null;
}

const LAST = Number.POSITIVE_INFINITY;

function positionOf(annotation: Annotation): number {
  const [first] = annotation.segments;
  return first?.scope === 'article' ? first.position.start : LAST;
}

/** Infinity minus itself is not a number, so that equal ends compare as equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Annotations as a reader meets them: by place on the page, else by place in their snapshot, else by age. */
export function inReadingOrder(annotations: readonly Annotation[], anchorings: ReadonlyMap<Id, Anchoring>): Listed[] {
  return annotations
    .map((annotation) => ({ annotation, anchoring: anchorings.get(annotation.id) ?? null }))
    .sort(
      (a, b) =>
        compare(a.anchoring?.place ?? LAST, b.anchoring?.place ?? LAST) ||
        compare(positionOf(a.annotation), positionOf(b.annotation)) ||
        a.annotation.createdAt.localeCompare(b.annotation.createdAt),
    );
}
