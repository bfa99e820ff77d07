import { OnRecordError } from '@/lib/annotations/failure';
import type { Segment } from '@/lib/annotations/passage';

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
 * The segments with another one among them, in reading order as far as positions in one snapshot tell it; else it comes
 * last, in the order of tagging.
 * @throws OnRecordError `invalid-record` when some of it is part of the annotation already
 */
export function withSegment(segments: readonly Segment[], added: Segment): Segment[] {
  if (segments.some((segment) => overlaps(segment, added))) {
    throw new OnRecordError(
      'invalid-record',
      'This passage is part of it already. Select words that are not marked yet, then add them.',
    );
  }
  const next = segments.findIndex((segment) => standsAfter(segment, added));
  return next < 0 ? [...segments, added] : segments.toSpliced(next, 0, added);
}
