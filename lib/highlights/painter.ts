import { PAINTS, type Paint } from '../annotations/paint';
import type { RootStyles } from './root-styles';
import { scrollToRange } from './scroll';

/** The keys in `CSS.highlights`, each over the ones before; their looks are in `entrypoints/highlights.css`. */
const NAMES = [...PAINTS, 'changed', 'focus'] as const;
type Name = (typeof NAMES)[number];

/** How long a passage that was shown stays marked, in ms. */
const FOCUS_TIME = 1_600;

export interface PaintedPassage {
  readonly id: string;
  readonly kind: Paint;
  /** `doubt` bears a mark more: its words, or those that say who said them, are no longer what was recorded. */
  readonly state: 'sure' | 'doubt';
  readonly ranges: readonly Range[];
}

/** Paints passages with the CSS Custom Highlight API: no node of the page is added, changed or moved. */
export interface Painter {
  /** Paints these passages and no others; what is painted already is not touched. */
  paint(passages: readonly PaintedPassage[]): void;
  /** Scrolls to the first of the ranges and marks them all for a moment. What they are folded up in is opened. */
  show(ranges: readonly Range[]): void;
  /** Takes all paint off the page. */
  clear(): void;
}

/**
 * Makes a painter for a window's document; nothing of it is left when `signal` aborts.
 * @param styles brings the looks of the paint into shadow roots, where the browser does not; the document has them from
 *   whoever injects this script
 */
export function createPainter(window: Window & typeof globalThis, signal: AbortSignal, styles?: RootStyles): Painter {
  const layers = new Map(NAMES.map((name, priority) => [name, new Layer(window, `on-record-${name}`, priority)]));
  let painted: readonly Range[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fill = (name: Name, ranges: readonly Range[]) => layers.get(name)?.fill(ranges);
  const paint = (passages: readonly PaintedPassage[]) => {
    const fillWith = (name: Name, belongs: (passage: PaintedPassage) => boolean) =>
      fill(name, rangesOf(passages.filter(belongs)));
    for (const name of PAINTS) fillWith(name, ({ kind }) => kind === name);
    fillWith('changed', ({ state }) => state === 'doubt');
    painted = rangesOf(passages);
    styles?.adoptFor(painted);
  };
  const clear = () => {
    clearTimeout(timer);
    paint([]);
    fill('focus', []);
  };
  signal.addEventListener('abort', clear, { once: true });

  return {
    paint,
    clear,
    show(ranges) {
      const [first] = ranges;
      if (!first) return;
      scrollToRange(first, window.matchMedia('(prefers-reduced-motion: reduce)').matches);
      styles?.adoptFor([...painted, ...ranges]);
      fill('focus', ranges);
      clearTimeout(timer);
      timer = setTimeout(() => fill('focus', []), FOCUS_TIME);
    },
  };
}

const rangesOf = (passages: readonly PaintedPassage[]) => passages.flatMap(({ ranges }) => ranges);

/** One highlight of the page, registered while it holds anything. */
class Layer {
  readonly #registry: HighlightRegistry;
  readonly #name: string;
  readonly #highlight: Highlight;
  /** What is in the highlight; Firefox lets no content script list that. */
  #ranges: readonly Range[] = [];

  constructor(window: Window & typeof globalThis, name: string, priority: number) {
    this.#registry = window.CSS.highlights;
    this.#name = name;
    this.#highlight = new window.Highlight();
    this.#highlight.priority = priority;
  }

  /** Puts these ranges in the place of those before; where both have one of the same ends, the one before stays. */
  fill(ranges: readonly Range[]): void {
    const left = new Map<string, Range[]>();
    for (const range of this.#ranges) {
      const key = keyOf(range);
      const same = left.get(key);
      if (same) same.push(range);
      else left.set(key, [range]);
    }
    this.#ranges = ranges.map((range) => {
      const same = left.get(keyOf(range))?.pop();
      if (!same) this.#highlight.add(range);
      return same ?? range;
    });
    for (const range of [...left.values()].flat()) this.#highlight.delete(range);
    if (ranges.length === 0) this.#registry.delete(this.#name);
    else if (this.#registry.get(this.#name) !== this.#highlight) this.#registry.set(this.#name, this.#highlight);
  }
}

const nodeIds = new WeakMap<Node, number>();
let nodeCount = 0;

/** The ends of a range as a string: the same for ranges with the same ends. */
function keyOf({ startContainer, startOffset, endContainer, endOffset }: Range): string {
  const ids = [startContainer, endContainer].map((node) => {
    const id = nodeIds.get(node) ?? ++nodeCount;
    nodeIds.set(node, id);
    return id;
  });
  return [...ids, startOffset, endOffset].join();
}
