import { indexText } from '@/lib/anchoring/text-index';
import type { Segment } from '@/lib/annotations/passage';
import { readPageSteps } from '@/lib/article/page-text';
import { TextMap } from '@/lib/article/text-map';
import type { Anchorable } from '@/lib/messaging';
import type { Steps } from '@/lib/steps';
import { type AnchoredAnnotation, anchorAnnotations } from './anchoring';

/** Remembers the words that ranges hold, to tell later whether a page has taken them away. */
export class RememberedWords {
  readonly #words = new WeakMap<Range, string>();

  remember(ranges: Iterable<Range>): void {
    for (const range of ranges) this.#words.set(range, String(range));
  }

  /** Whether all of these ranges hold what they held. */
  areIn(ranges: readonly Range[]): boolean {
    return ranges.every((range) => range.startContainer.isConnected && String(range) === this.#words.get(range));
  }
}

/**
 * Finds annotations in all that the page shows, in steps. Its article is not told from the rest: what does that can't be
 * laid down half-way, and would hold up a page that is in use. A page that changes meanwhile may be read in part.
 */
export function* searchOnPage(
  annotations: readonly Anchorable[],
  document: Document,
): Steps<{ found: AnchoredAnnotation[]; roots: readonly ShadowRoot[] }> {
  const { text, pieces, roots, blocks } = yield* readPageSteps(document);
  const page = { index: indexText(text, blocks), map: new TextMap(pieces, roots) };
  // It has been read already.
  const reader = { textOf: () => page, *prepare() {} };
  const found = yield* anchorAnnotations(annotations.map(onPage), reader, null);
  return { found, roots };
}

function onPage({ id, kind, segments, mention, cue }: Anchorable): Anchorable {
  return { id, kind, segments: segments.map(inPage), mention: mention && inPage(mention), cue: cue && inPage(cue) };
}

function inPage({ quote, hints }: Segment): Segment {
  return { scope: 'page', quote, ...(hints && { hints }) };
}
