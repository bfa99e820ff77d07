import overlayCss from './overlay.css?inline';

/** A layer of our own above the page: in the top layer, where no `z-index` of the page reaches, and in a closed shadow root. */
export interface Overlay {
  /** What the page sees of it. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the layer over whatever the page shows now. */
  open(): void;
  /** Takes it off the page, leaving nothing behind. */
  close(): void;
  /** False once a page has taken it off, or hidden it. */
  isShown(): boolean;
}

/**
 * Makes a layer, not yet open. Its host is a plain `div`: a custom element could be defined by the page, which would be
 * handed its closed root.
 * @param css the style of what is in it
 */
export function createOverlay(window: Window & typeof globalThis, css: string, signal: AbortSignal): Overlay {
  const { document } = window;
  const host = document.createElement('div');
  host.setAttribute('popover', 'manual');
  // Checks of accessibility can't look into a closed root; the build for tests lets them.
  const root = host.attachShadow({ mode: import.meta.env.MODE === 'testing' ? 'open' : 'closed' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(overlayCss + css);
  root.adoptedStyleSheets = [sheet];
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    host,
    root,
    open() {
      // Whatever entered the top layer since the last time would lie above.
      host.remove();
      document.documentElement.append(host);
      host.showPopover();
    },
    close: () => host.remove(),
    isShown: () =>
      host.matches(':popover-open') && host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  };
}
