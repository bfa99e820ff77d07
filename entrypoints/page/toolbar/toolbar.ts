import { i18n } from '#i18n';
import { KINDS, type Kind } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import type { ToolbarOffer } from '@/lib/page-calls';
import type { Gestures } from './gesture';
import { createOverlay } from './overlay';
import { placeBar } from './place';
import { isTyping, selectedLines } from './taggable';
import css from './toolbar.css?inline';

/** How long (ms) it is said that something was saved, and how long that it was not. */
const SAID_FOR = 1_800;
const TROUBLE_SAID_FOR = 6_000;

/** What was done, or null when it failed; in either case in a sentence. */
export interface Outcome {
  readonly done: 'tagged' | 'named' | 'known' | null;
  readonly sentence: string;
}

export interface ToolbarDependencies {
  /** What to offer; null when the bar is switched off. */
  offer(): Promise<ToolbarOffer | null>;
  /** Tags what is selected. Never rejects. */
  tag(kind: Kind, speakerId: Id | null): Promise<Outcome>;
  gestures: Gestures;
}

export interface Toolbar {
  /** The selection is another one. */
  selectionChanged(): void;
  /** Says at the selection what was done by a shortcut or from a menu. */
  say(outcome: Outcome): void;
}

/** Something to press: by its key (empty for none) or its button. */
interface Offered {
  readonly key: string;
  readonly run: () => void;
  readonly button: HTMLButtonElement;
}

/**
 * The bar beside what is selected, which tags it with one press. It is on the page only while it shows; nothing a page's
 * script can dispatch counts.
 */
export function createToolbar(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  { offer, tag, gestures }: ToolbarDependencies,
): Toolbar {
  const { document } = window;
  const overlay = createOverlay(window, css, signal);
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', i18n.t('toolbar.name'));
  overlay.root.append(bar);
  /** What the keys do while the bar offers something. */
  let actions: readonly Offered[] = [];
  /** The key whose press was ours: its release is, too. */
  let pressed: string | null = null;
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the showings: an answer that comes late belongs to one that is over. */
  let showing = 0;

  function close() {
    showing++;
    clearTimeout(timer);
    actions = [];
    isOpen = false;
    overlay.close();
  }

  /** Puts the bar where its selection is; closes it when that is out of sight. */
  function settle() {
    const lines = selectedLines(document);
    const { offsetWidth: width, offsetHeight: height } = bar;
    const corner =
      lines && placeBar(lines, { width, height }, { width: window.innerWidth, height: window.innerHeight });
    if (!corner) return close();
    bar.style.left = `${corner.left}px`;
    bar.style.top = `${corner.top}px`;
  }

  /** Says what was done, with what may be done next. */
  function say({ done, sentence }: Outcome, next: readonly Offered[] = []) {
    clearTimeout(timer);
    const said = document.createElement('span');
    said.className = done ? 'said' : 'said said-failed';
    said.setAttribute('role', done ? 'status' : 'alert');
    said.textContent = sentence;
    open([said], next);
    const time = done ? SAID_FOR : TROUBLE_SAID_FOR;
    timer = setTimeout(close, next.length > 0 ? TROUBLE_SAID_FOR : time);
  }

  async function press(kind: Kind, speakerId: Id | null, speakers: readonly Offered[]) {
    actions = [];
    const mine = ++showing;
    const outcome = await tag(kind, speakerId);
    // Whoever has gone on selecting needs no word of what went well.
    if (mine !== showing && outcome.done) return;
    const asksWho = outcome.done === 'tagged' && speakerId === null && kind !== 'speaker' && speakers.length > 0;
    if (asksWho) say({ ...outcome, sentence: i18n.t(`toolbar.savedWho.${kind}`) }, speakers);
    else say(outcome);
  }

  function show({ keys, speakers }: ToolbarOffer) {
    /** The speakers to choose from, as those of a passage of this kind. */
    const saidBy = (kind: Kind): Offered[] =>
      speakers.map(({ id, name }, i) => offered(name, String(i + 1), () => void press(kind, id, [])));
    const kinds = KINDS.map((kind) =>
      offered(i18n.t(`kind.${kind}`), keys[kind], () => void press(kind, null, saidBy(kind)), `dot dot-${kind}`),
    );
    open(
      kinds.map(({ button }) => button),
      saidBy('quote'),
      kinds,
    );
  }

  function open(content: readonly Node[], speakers: readonly Offered[], others: readonly Offered[] = []) {
    const group = document.createElement('div');
    group.className = 'speakers';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', i18n.t('toolbar.recent'));
    group.append(...speakers.map(({ button }) => button));
    bar.replaceChildren(...content, ...(speakers.length > 0 ? [group] : []));
    actions = [...others, ...speakers].filter(({ key }) => key !== '');
    overlay.open();
    isOpen = true;
    settle();
  }

  function offered(label: string, key: string, run: () => void, dot?: string): Offered {
    return { key, run, button: button(label, key, run, dot) };
  }

  function button(label: string, key: string, run: () => void, dot?: string): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.setAttribute('aria-label', label);
    if (key !== '') element.setAttribute('aria-keyshortcuts', key.toUpperCase());
    const part = (className: string, text: string) => {
      const span = document.createElement('span');
      span.className = className;
      span.setAttribute('aria-hidden', 'true');
      // Drawn by the style sheet: what is written a page can search for with `window.find`, closed root or not.
      span.dataset.text = text;
      element.append(span);
    };
    if (dot) part(dot, '');
    part('name', label);
    if (key !== '') part('key', key.toUpperCase());
    element.addEventListener('click', ({ isTrusted }) => isTrusted && run());
    return element;
  }

  async function consider() {
    const mine = ++showing;
    if (gestures.isUnderWay() || !gestures.isRecent() || !selectedLines(document)) return close();
    clearTimeout(timer);
    const offered = await offer().catch(() => null);
    if (mine !== showing) return;
    if (offered && selectedLines(document)) show(offered);
    else close();
  }

  // Pressing a button must not take the selection away, nor tell the page of it.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const) {
    bar.addEventListener(type, (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.isTrusted || !isOpen || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // A page may take the bar away, and nobody shall press what they can't see.
    if (!overlay.isShown()) return close();
    if (isTyping(document)) return;
    const key = event.key.toLowerCase();
    const action = event.shiftKey || event.repeat ? undefined : actions.find((candidate) => candidate.key === key);
    if (!action && event.key !== 'Escape') return;
    pressed = event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (action) action.run();
    else close();
  }

  function onKeyUp(event: KeyboardEvent) {
    if (!event.isTrusted || event.key !== pressed) return;
    pressed = null;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  window.addEventListener('keydown', onKeyDown, { capture: true, signal });
  window.addEventListener('keyup', onKeyUp, { capture: true, signal });
  for (const type of ['scroll', 'resize'] as const) {
    window.addEventListener(type, () => isOpen && settle(), { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', close, { once: true });

  return { selectionChanged: () => void consider(), say: (outcome) => say(outcome) };
}
