import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isFound } from '@/lib/anchoring/anchor';
import { anchorAllSteps } from '@/lib/anchoring/anchor-all';
import { indexText } from '@/lib/anchoring/text-index';
import type { Annotation, Kind } from '@/lib/annotations/annotation';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { readVisibleText } from '@/lib/article/page-text';
import { sanitiseHtml } from '@/lib/article/sanitise';
import { TextMap } from '@/lib/article/text-map';
import { createPainter, type PaintedPassage } from '@/lib/highlights/painter';
import { drain } from '@/lib/steps';
import type { ReaderProps } from './reader';

/** What would have to be loaded from somewhere, or would make no sense without it. */
const NOT_SHOWN = ['img', 'picture', 'source', 'video', 'audio', 'track', 'svg', 'math', 'canvas', 'map', 'area'];

/** The captured HTML, harmless and without pictures. Links open elsewhere. */
function contentOf(html: string): DocumentFragment {
  const { body } = new DOMParser().parseFromString(sanitiseHtml(html), 'text/html');
  for (const element of body.querySelectorAll(NOT_SHOWN.join())) element.remove();
  for (const link of body.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  const content = document.createDocumentFragment();
  content.append(...body.childNodes);
  return content;
}

/** Where the passages of the annotations stand in what is shown. */
function passagesIn(root: Element, annotations: readonly Annotation[]): PaintedPassage[] {
  const { text, blocks, pieces } = readVisibleText(root);
  const map = new TextMap(pieces);
  const segments = annotations.flatMap((annotation) =>
    segmentsToAnchor(annotation).map((segment) => ({ segment, id: annotation.id, kind: annotation.kind })),
  );
  const places = drain(
    anchorAllSteps(
      indexText(text, blocks),
      segments.map(({ segment }) => segment),
    ),
  );
  const passages = new Map<string, { id: string; kind: Kind; state: 'sure'; ranges: Range[] }>();
  for (const [i, place] of places.entries()) {
    const of = segments[i];
    if (!of || !isFound(place)) continue;
    const passage = passages.get(of.id) ?? { id: of.id, kind: of.kind, state: 'sure', ranges: [] };
    passage.ranges.push(...map.toRanges(place));
    passages.set(of.id, passage);
  }
  return [...passages.values()];
}

/** The text of an article as it was captured, with its passages painted as they are on the page. */
export function SnapshotView({ snapshot, annotations, at }: ReaderProps) {
  const ref = useRef<HTMLDivElement>(null);
  const life = useMemo(() => new AbortController(), []);
  const painter = useMemo(() => createPainter(window, life.signal), [life]);
  const [passages, setPassages] = useState<readonly PaintedPassage[]>([]);
  useEffect(() => () => life.abort(), [life]);

  useLayoutEffect(() => {
    ref.current?.replaceChildren(contentOf(snapshot.html));
  }, [snapshot.html]);
  useLayoutEffect(() => {
    if (!ref.current) return;
    const found = passagesIn(ref.current, annotations);
    painter.paint(found);
    setPassages(found);
  }, [snapshot.html, annotations, painter]);
  useEffect(() => {
    const shown = passages.find(({ id }) => id === at);
    if (shown) painter.show(shown.ranges);
  }, [at, passages, painter]);

  const { lang, dir } = snapshot.metadata;
  return <div ref={ref} class="reader" lang={lang ?? undefined} dir={dir ?? 'auto'} />;
}
