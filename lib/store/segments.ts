import type { Annotation } from '@/lib/annotations/annotation';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Segment } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';

function overlaps(a: Segment, b: Segment): boolean {
  if (a.scope === 'article' && b.scope === 'article') {
    return a.snapshot === b.snapshot && a.position.start < b.position.end && b.position.start < a.position.end;
  }
  if (a.scope !== b.scope) return false;
  return a.quote.exact === b.quote.exact && a.quote.prefix === b.quote.prefix && a.quote.suffix === b.quote.suffix;
}

const standsAfter = (a: Segment, b: Segment) =>
  a.scope === 'article' && b.scope === 'article' && a.snapshot === b.snapshot && a.position.start > b.position.start;

/**
 * The annotation with another segment, in reading order as far as positions in one snapshot tell it; else it comes last,
 * in the order of tagging. It joins what was recorded and every placement at the same number: each of them has all parts.
 * @throws OnRecordError `already-part` when some of it is part of the annotation already
 */
export function withSegment(annotation: Annotation, added: Segment): Annotation {
  const { segments, placements } = annotation;
  const standing = segmentsToAnchor(annotation);
  if ([...segments, ...standing].some((segment) => overlaps(segment, added))) {
    throw new OnRecordError('already-part', 'Some of this passage is part of the annotation already.');
  }
  const next = standing.findIndex((segment) => standsAfter(segment, added));
  const at = next < 0 ? standing.length : next;
  return {
    ...annotation,
    segments: segments.toSpliced(at, 0, added),
    placements: placements.map((placement) => ({
      ...placement,
      segments: placement.segments.toSpliced(at, 0, added),
    })),
  };
}
