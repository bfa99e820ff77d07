import { type FoundPlace, type Place, unchangedAt } from '@/lib/anchoring/anchor';
import { anchorAllSteps } from '@/lib/anchoring/anchor-all';
import type { TextIndex } from '@/lib/anchoring/text-index';
import type { Segment } from '@/lib/annotations/passage';
import type { Steps } from '@/lib/steps';
import type { TextReader } from './reader';

/** Where a segment stands, and in which text of the page. */
export interface Placed {
  readonly segment: Segment;
  readonly scope: Segment['scope'];
  readonly place: Place;
}

/**
 * Finds segments, in steps: those of the article in its text and, where it no longer has them, in that of the whole page;
 * an article is not always told from its page in the same way.
 */
export function* placeSegments(
  segments: readonly Segment[],
  reader: TextReader,
  snapshot: string | null,
): Steps<Placed[]> {
  const article = reader.textOf('article').index;
  const placed: Placed[] = segments.map((segment) => ({ segment, scope: segment.scope, place: NOWHERE }));
  const place = function* (indices: readonly number[], scope: Segment['scope']): Steps<void> {
    const { index } = reader.textOf(scope);
    const list = indices.flatMap((i) => segments[i] ?? []);
    const places = yield* anchorAllSteps(index, list);
    for (const [k, i] of indices.entries()) {
      const found = places[k];
      const known = placed[i];
      if (!found || !known) continue;
      // What the page has is better than nothing, but no reason for more doubt.
      if (known.place === NOWHERE || 'start' in found) placed[i] = { segment: known.segment, scope, place: found };
    }
  };

  const searched: number[] = [];
  for (const [i, segment] of segments.entries()) {
    if (segment.scope !== 'article') continue;
    const known = whereSnapshotSays(article, segment, snapshot);
    if (known) placed[i] = { segment, scope: 'article', place: known };
    else searched.push(i);
  }
  if (searched.length > 0) yield* place(searched, 'article');
  const onPage = segments.flatMap(({ scope }, i) =>
    scope === 'page' || placed[i]?.place.status === 'orphan' ? [i] : [],
  );
  if (onPage.length > 0) {
    yield* reader.prepare();
    yield* place(onPage, 'page');
  }
  return placed;
}

export const NOWHERE: Place = { status: 'orphan', score: null, runnerUp: null, candidates: [] };

/** A passage that counts in the very text that was read. */
function whereSnapshotSays({ text }: TextIndex, segment: Segment, snapshot: string | null): FoundPlace | null {
  if (segment.scope !== 'article' || segment.snapshot !== snapshot) return null;
  const { start, end } = segment.position;
  if (text.slice(start, end) !== segment.quote.exact) return null;
  return unchangedAt(start, end);
}
