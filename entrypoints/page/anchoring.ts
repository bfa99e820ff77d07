import { anchor, type Place } from '@/lib/anchoring/anchor';
import type { Kind } from '@/lib/annotations/annotation';
import type { Segment } from '@/lib/annotations/passage';
import type { Anchorable, Anchoring } from '@/lib/messaging';
import type { MappedText, PageReader } from './reader';

/** Where an annotation stands, and what of the page that is. */
export interface AnchoredAnnotation extends Anchoring {
  readonly kind: Kind;
  readonly ranges: readonly Range[];
}

/**
 * Finds annotations on the page.
 * @param snapshot the hash of the article's text as it is now: positions that count in it need no search
 */
export function anchorAnnotations(
  annotations: readonly Anchorable[],
  reader: PageReader,
  snapshot: string | null,
): AnchoredAnnotation[] {
  const pageOffset = reader.textOf('article').index.text.length;
  return annotations.map(({ id, kind, segments, mention, cue }) => {
    const places = segments.map((segment) => ({ segment, place: findSegment(segment, reader, snapshot) }));
    const found = places.flatMap(({ segment, place }) => ('start' in place ? [{ segment, place }] : []));
    const inOrder = found.every(({ place }, i) => i === 0 || place.start >= (found[i - 1]?.place.end ?? 0));
    const status = inOrder ? worstStatus(places.map(({ place }) => place)) : 'ambiguous';
    const shown = inOrder ? found : [];
    const [first] = shown;
    return {
      id,
      kind,
      status,
      score: null,
      runnerUp: null,
      current: [],
      candidates: [],
      found: shown.length,
      attributionChanged:
        shown.length > 0 &&
        attributionChanged(
          kind,
          shown.map(({ place }) => place),
          [mention, cue],
          reader,
          snapshot,
        ),
      place: first ? first.place.start + (first.segment.scope === 'page' ? pageOffset : 0) : null,
      ranges: shown.flatMap(({ segment, place }) => reader.textOf(segment.scope).map.toRanges(place)),
    };
  });
}

type Found = Extract<Place, { start: number }>;

function findSegment(segment: Segment, reader: PageReader, snapshot: string | null): Place {
  const text = reader.textOf(segment.scope);
  if (segment.scope === 'article' && segment.snapshot === snapshot && standsAt(text, segment)) {
    const { start, end } = segment.position;
    return { status: 'exact', start, end, score: 1, runnerUp: null, contextChanged: false };
  }
  return anchor(text.index, segment);
}

function standsAt({ index: { text } }: MappedText, segment: Extract<Segment, { scope: 'article' }>): boolean {
  return text.slice(segment.position.start, segment.position.end) === segment.quote.exact;
}

const SEVERITY = ['exact', 'moved', 'changed', 'ambiguous', 'orphan'] as const;

function worstStatus(places: readonly Place[]): Anchoring['status'] {
  const worst = Math.max(...places.map(({ status }) => SEVERITY.indexOf(status)));
  return SEVERITY[worst] ?? 'orphan';
}

/**
 * Whether the words that say who said it may have changed: a recorded mention or cue is gone or, where none was recorded,
 * the words around the passage are others.
 */
function attributionChanged(
  kind: Kind,
  places: readonly Found[],
  parts: readonly (Segment | null)[],
  reader: PageReader,
  snapshot: string | null,
): boolean {
  if (kind === 'speaker') return false;
  const recorded = parts.filter((part) => part !== null);
  if (recorded.length === 0) return places.some(({ contextChanged }) => contextChanged);
  return recorded.some((part) => !('start' in findSegment(part, reader, snapshot)));
}
