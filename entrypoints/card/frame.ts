import { createOverlay } from '../page/toolbar/overlay';
import { isTyping } from '../page/toolbar/taggable';
import { placeAside, placeCard } from './place-card';

export interface FrameListeners {
  /** A key was pressed in the card; true when that was all that it should do. Escape closes it otherwise. */
  keyDown(event: KeyboardEvent): boolean;
  /** Something was typed into a field of the card. */
  input(): void;
  /** The card is about to close. */
  closing(): void;
}

/** The line of the page that the card belongs to, as it stands now; undefined when it is there no more. */
type Line = () => DOMRect | undefined;

export interface Frame {
  /** What the page sees of it. */
  readonly host: HTMLElement;
  /** What is in it. */
  readonly dialog: HTMLElement;
  /** Shows it at a line, with its middle at `x`, and gives it the focus. */
  open(line: Line, x: number): void;
  /** Puts it in its place, after its size has changed. */
  settle(): void;
  /** Lets a person at what it stands over, until it is opened again. */
  stepAside(): void;
  /** Closes it and gives the focus back. */
  close(): void;
  /** An event on the window that tells what is typed: it goes no further if it is for the card. */
  typed(event: Event): void;
}

/** The dialog above the page in which the card is; it is on the page only while it is open. */
export function createFrame(
  window: Window & typeof globalThis,
  css: string,
  signal: AbortSignal,
  { keyDown, input, closing }: FrameListeners,
): Frame {
  const { document } = window;
  const overlay = createOverlay(window, css, signal);
  const { host, root } = overlay;
  const dialog = document.createElement('div');
  dialog.className = 'card';
  dialog.setAttribute('role', 'dialog');
  dialog.tabIndex = -1;
  root.append(dialog);
  let isOpen = false;
  let line: Line = () => undefined;
  /** How far right of the line's left end the middle of the card should be. */
  let middle = 0;
  let isAside = false;
  let focusedBefore: Element | null = null;
  /** The key whose press was ours: its release is, too. */
  let pressed: string | null = null;

  function settle() {
    const at = line();
    if (!at && !isAside) return;
    const { offsetWidth: width, offsetHeight: height } = dialog;
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    const size = { width, height };
    const corner = isAside || !at ? placeAside(size, viewport) : placeCard(at, at.left + middle, size, viewport);
    dialog.style.left = `${corner.left}px`;
    dialog.style.top = `${corner.top}px`;
  }

  function close() {
    if (!isOpen) return;
    closing();
    isOpen = false;
    const hadFocus = document.activeElement === host;
    overlay.close();
    const back = focusedBefore;
    focusedBefore = null;
    if (hadFocus && back instanceof window.HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  }

  function swallow(event: Event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function typed(event: Event) {
    if (!event.isTrusted) return;
    const key = event instanceof window.KeyboardEvent ? event : null;
    if (key?.type === 'keyup' && key.key === pressed) {
      // It comes when the card is closed already.
      pressed = null;
      return swallow(event);
    }
    if (!isOpen) return;
    const isOurs = event.target === host;
    if (isOurs) event.stopImmediatePropagation();
    if (isOurs && event.type === 'input') input();
    // A page may have hidden it, and nobody shall press what they can't see.
    if (key?.type !== 'keydown' || key.isComposing || !overlay.isShown()) return;
    if (isOurs && keyDown(key)) return swallow(event);
    if (key.key !== 'Escape' || (!isOurs && isTyping(document))) return;
    pressed = key.key;
    close();
    swallow(event);
  }

  for (const type of ['scroll', 'resize'] as const) {
    const onMove = ({ target }: Event) => isOpen && target !== host && settle();
    window.addEventListener(type, onMove, { capture: true, passive: true, signal });
  }
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const) {
    dialog.addEventListener(type, (event) => {
      event.stopPropagation();
      // What is selected on the page stays so, unless something is to be typed.
      const isField = event.target instanceof window.Element && event.target.matches('input, textarea, label');
      if (type === 'mousedown' && !isField) event.preventDefault();
    });
  }
  signal.addEventListener('abort', close, { once: true });

  return {
    host,
    dialog,
    typed,
    open(at, x) {
      if (!isOpen) focusedBefore = document.activeElement;
      isOpen = true;
      isAside = false;
      line = at;
      middle = x - (at()?.left ?? 0);
      overlay.open();
      settle();
      dialog.focus({ preventScroll: true });
    },
    settle,
    stepAside() {
      isAside = true;
      settle();
    },
    close,
  };
}
