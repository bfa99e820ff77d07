import { KINDS, type Kind } from '../annotations/annotation';

/** The keys in `CSS.highlights`; their looks are in `entrypoints/highlights.css`. */
export const HIGHLIGHT_NAMES: Readonly<Record<Kind, string>> = {
  quote: 'on-record-quote',
  claim: 'on-record-claim',
  speaker: 'on-record-speaker',
};
const FOCUS_NAME = 'on-record-focus';

/** How long a passage that was shown stays marked, in ms. */
const FOCUS_TIME = 1_600;

/** Paints passages with the CSS Custom Highlight API: no node of the page is added, changed or moved. */
export interface Painter {
  /** Paints these ranges and no others. */
  paint(ranges: Readonly<Record<Kind, readonly Range[]>>): void;
  /** Scrolls to the first of the ranges and marks them all for a moment. */
  show(ranges: readonly Range[]): void;
  /** Takes all paint off the page. */
  clear(): void;
}

/** Makes a painter for a window's document; nothing of it is left when `signal` aborts. */
export function createPainter(window: Window & typeof globalThis, signal: AbortSignal): Painter {
  const { highlights } = window.CSS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    for (const name of [...Object.values(HIGHLIGHT_NAMES), FOCUS_NAME]) highlights.delete(name);
  };
  signal.addEventListener('abort', clear, { once: true });

  return {
    clear,
    paint(ranges) {
      for (const kind of KINDS) {
        if (ranges[kind].length === 0) highlights.delete(HIGHLIGHT_NAMES[kind]);
        else highlights.set(HIGHLIGHT_NAMES[kind], new window.Highlight(...ranges[kind]));
      }
    },
    show(ranges) {
      const element = ranges[0]?.startContainer.parentElement;
      if (!element) return;
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
      const highlight = new window.Highlight(...ranges);
      highlight.priority = 1;
      highlights.set(FOCUS_NAME, highlight);
      clearTimeout(timer);
      timer = setTimeout(() => highlights.delete(FOCUS_NAME), FOCUS_TIME);
    },
  };
}
