import type { FoundPlace, PossiblePlace } from '@/lib/anchoring/anchor';
import { attributionChanged } from '@/lib/anchoring/attribution';
import { describeInArticle, describeOnPage } from '@/lib/anchoring/describe';
import { isOtherName } from '@/lib/anchoring/names';
import { ANCHOR_STATUSES } from '@/lib/annotations/anchor-status';
import type { Paint } from '@/lib/annotations/paint';
import type { DescribedPassage, Segment } from '@/lib/annotations/passage';
import type { Anchorable, Anchoring } from '@/lib/messaging';
import type { Steps } from '@/lib/steps';
import { NOWHERE, type Placed, placeSegments } from './placing';
import type { TextReader } from './reader';

/** Where an annotation stands, and what of the page that is. */
export interface AnchoredAnnotation extends Anchoring {
  readonly kind: Paint;
  readonly ranges: readonly Range[];
  /** What of the page each of its candidates is. */
  readonly candidateRanges: readonly (readonly Range[])[];
}

/**
 * Finds annotations on the page, in steps.
 * @param snapshot the hash of the article's text as it is now: positions that count in it need no search
 */
export function* anchorAnnotations(
  annotations: readonly Anchorable[],
  reader: TextReader,
  snapshot: string | null,
): Steps<AnchoredAnnotation[]> {
  const placed = yield* placeSegments(
    annotations.flatMap(({ segments }) => segments),
    reader,
    snapshot,
  );
  const anchored: AnchoredAnnotation[] = [];
  let at = 0;
  for (const annotation of annotations) {
    const all = placed.slice(at, at + annotation.segments.length);
    const own = annotation.kind === 'speaker' ? all.map((one) => sameNameOnly(one, reader)) : all;
    at += own.length;
    anchored.push(anchoredAs(annotation, own, reader));
    yield;
  }
  return anchored;
}

function anchoredAs(
  { id, kind, mention, cue }: Anchorable,
  placed: readonly Placed[],
  reader: TextReader,
): AnchoredAnnotation {
  const isOrdered = inOrder(placed);
  const status = isOrdered ? worstStatus(placed) : 'ambiguous';
  const found = isOrdered ? placed.filter(isFoundIn) : [];
  const doubtful = placed.findIndex(({ place }) => place.status === 'ambiguous');
  const doubt = placed[doubtful];
  const candidates = status === 'ambiguous' && doubt && 'candidates' in doubt.place ? doubt.place.candidates : [];
  const weakest = placed.reduce((worst, next) => ((next.place.score ?? 0) < (worst.place.score ?? 0) ? next : worst));
  return {
    id,
    kind,
    status,
    score: weakest.place.score,
    runnerUp: weakest.place.runnerUp,
    current: status === 'changed' ? placed.map((one) => currentOf(one, reader)) : [],
    candidates: doubt
      ? candidates.map((place) => ({ segment: doubtful, passage: describedAt(doubt.scope, place, reader) }))
      : [],
    found: found.length,
    attributionChanged: isAttributionChanged(kind, found, [mention, cue], reader),
    place: orderOf(found[0], reader),
    ranges: found.flatMap(({ scope, place }) => reader.textOf(scope).map.toRanges(place)),
    candidateRanges: doubt ? candidates.map((place) => reader.textOf(doubt.scope).map.toRanges(place)) : [],
  };
}

/** Where another name stands now, the speaker's is gone. */
function sameNameOnly(placed: Placed, reader: TextReader): Placed {
  const { segment, scope, place } = placed;
  if (place.status !== 'changed') return placed;
  const { text } = reader.textOf(scope).index;
  return isOtherName(segment.quote.exact, text.slice(place.start, place.end)) ? { ...placed, place: NOWHERE } : placed;
}

type FoundIn = Placed & { readonly place: FoundPlace };

const isFoundIn = (placed: Placed): placed is FoundIn => 'start' in placed.place;

/** The segments of a quote follow each other; those found in the article and those found only on the page can't be compared. */
function inOrder(placed: readonly Placed[]): boolean {
  const found = placed.filter(isFoundIn);
  return found.every(({ scope, place }, i) => {
    const before = found[i - 1];
    return before?.scope !== scope || place.start >= before.place.end;
  });
}

function worstStatus(placed: readonly Placed[]): Anchoring['status'] {
  const worst = Math.max(...placed.map(({ place }) => ANCHOR_STATUSES.indexOf(place.status)));
  return ANCHOR_STATUSES[worst] ?? 'orphan';
}

/** What stands in the place of a segment now; null when its words are as recorded. */
function currentOf({ scope, place }: Placed, reader: TextReader): DescribedPassage | null {
  return place.status === 'changed' ? describedAt(scope, place, reader) : null;
}

function describedAt(
  scope: Segment['scope'],
  { start, end }: FoundPlace | PossiblePlace,
  reader: TextReader,
): DescribedPassage {
  const { index } = reader.textOf(scope);
  return scope === 'article' ? describeInArticle(index, start, end) : describeOnPage(index, start, end);
}

/** Passages of the article stand in its order, before those that are found elsewhere on the page. */
function orderOf(first: FoundIn | undefined, reader: TextReader): number | null {
  if (!first) return null;
  return first.place.start + (first.scope === 'page' ? reader.textOf('article').index.text.length : 0);
}

function isAttributionChanged(
  kind: Paint,
  found: readonly FoundIn[],
  parts: readonly (Segment | null)[],
  reader: TextReader,
): boolean {
  const [first] = found;
  if (!first || kind === 'speaker') return false;
  const { index } = reader.textOf(first.scope);
  return attributionChanged(
    index,
    found.filter(({ scope }) => scope === first.scope).map(({ segment, place }) => ({ recorded: segment, place })),
    parts.filter((part) => part !== null),
  );
}
