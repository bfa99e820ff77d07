import type { Describe, SessionDependencies } from '@/components/session/dependencies';
import { toSegment } from '@/lib/annotations/passage';
import type { ReadPage } from '@/lib/article/capture';
import type { Anchorable } from '@/lib/messaging';
import type { Suggestion } from './suggestion';

/** What the page needs to draw a suggestion, and to bring it into view by its id. */
export type Paintable = (suggestion: Suggestion) => Anchorable;

/** Each suggestion has one id as long as the review is there. `describe` as for the article view. */
export function createPaintable(
  { reading, hash }: ReadPage,
  describe: Describe,
  newId: SessionDependencies['newId'],
): Paintable {
  const known = new Map<Suggestion, Anchorable>();
  return (suggestion) => {
    const before = known.get(suggestion);
    if (before) return before;
    const segments = suggestion.segments.map(({ start, end }) => toSegment(describe(reading.text, start, end), hash));
    const paintable: Anchorable = { id: newId(), kind: 'suggestion', segments, mention: null, cue: null };
    known.set(suggestion, paintable);
    return paintable;
  };
}
