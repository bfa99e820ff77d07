import * as v from 'valibot';
import { Id, Instant } from './ids';
import { type DescribedPassage, Segment } from './passage';

/**
 * What a person can decide about a passage whose page has changed: `accepted`, the page's new wording is right; `kept`,
 * the wording as recorded stays; `chosen`, it is this one of several places; `selected`, it is what they selected anew.
 */
export const DECISIONS = ['accepted', 'kept', 'chosen', 'selected'] as const;
export const Decision = v.picklist(DECISIONS);
export type Decision = v.InferOutput<typeof Decision>;

/**
 * A decision about where an annotation stands. It never touches what was recorded: `segments`, one for each recorded
 * segment and in their order, are where the annotation stands from now on or, when it was `kept`, the wording that was
 * seen and declined.
 */
export const Placement = v.object({
  id: Id,
  decision: Decision,
  segments: v.pipe(v.array(Segment), v.minLength(1)),
  at: Instant,
});
export type Placement = v.InferOutput<typeof Placement>;

/** The parts of an annotation that say where it stands; `placements` are in the order of the decisions. */
export interface Placed {
  readonly segments: readonly Segment[];
  readonly placements: readonly Placement[];
}

const moves = ({ decision }: Placement): boolean => decision !== 'kept';

/** The last decision that gave the annotation another place or wording; null when it stands as it was recorded. */
export function placementInForce({ placements }: Pick<Placed, 'placements'>): Placement | null {
  return placements.findLast(moves) ?? null;
}

/** The passages to look for on the page: those decided on last or, without a decision, those that were recorded. */
export function segmentsToAnchor(annotation: Placed): readonly Segment[] {
  return placementInForce(annotation)?.segments ?? annotation.segments;
}

const wordsOf = ({ quote }: DescribedPassage): string => quote.exact.replace(/\s+/g, ' ').trim();

/**
 * The decision to keep the recorded wording in spite of the one that the page has now; null when that one was not
 * decided on yet, or the annotation has been placed anew since.
 * @param current what stands in the place of each passage to look for, null where that has its own words
 */
export function keptPlacement(annotation: Placed, current: readonly (DescribedPassage | null)[]): Placement | null {
  const seen = segmentsToAnchor(annotation).map((segment, i) => wordsOf(current[i] ?? segment));
  const since = annotation.placements.findLastIndex(moves) + 1;
  const keeps = ({ segments }: Placement) =>
    segments.length === seen.length && segments.every((segment, i) => wordsOf(segment) === seen[i]);
  return annotation.placements.slice(since).findLast(keeps) ?? null;
}
