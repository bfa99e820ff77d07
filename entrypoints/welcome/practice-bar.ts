import { i18n } from '#i18n';
import type { Kind } from '@/lib/annotations/annotation';
import { createPainter, type PaintedPassage } from '@/lib/highlights/painter';
import { watchGestures } from '../page/toolbar/gesture';
import { createToolbar } from '../page/toolbar/toolbar';

/** How long (ms) a selection settles before the bar shows, as on any page. */
const SELECTION_DELAY = 120;

export interface PracticeOptions {
  /** What is practised on; selections elsewhere are left alone. */
  text: HTMLElement;
  /** The key of each kind; empty for none. */
  keys: Readonly<Record<Kind, string>>;
  onTag(kind: Kind): void;
}

/** The bar and the paint of real pages, on a text of our own: nothing that is tagged there is kept. Until `signal` aborts. */
export function startPractice({ text, keys, onTag }: PracticeOptions, signal: AbortSignal): void {
  const painter = createPainter(window, signal);
  const gestures = watchGestures(window, signal);
  const painted: PaintedPassage[] = [];

  const selected = (): Range | null => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return text.contains(range.commonAncestorContainer) ? range : null;
  };
  const toolbar = createToolbar(window, signal, {
    gestures,
    offer: async () => (selected() ? { keys: { ...keys }, speakers: [] } : null),
    async tag(kind) {
      const range = selected();
      if (!range) return { done: null, sentence: i18n.t('selection.nothing') };
      painted.push({ id: crypto.randomUUID(), kind, state: 'sure', ranges: [range.cloneRange()] });
      painter.paint(painted);
      onTag(kind);
      return { done: 'tagged', sentence: i18n.t('welcome.practice.tagged') };
    },
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => toolbar.selectionChanged(), SELECTION_DELAY);
  };
  document.addEventListener('selectionchange', wait, { signal });
  gestures.onEnd(wait);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
