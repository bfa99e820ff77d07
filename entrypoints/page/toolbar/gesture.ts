/** How long (ms) after a person's own act a new selection counts as theirs: long presses and double clicks settle slowly. */
const MEMORY = 1_000;

const ACTS = ['pointerup', 'mouseup', 'touchend', 'keyup', 'contextmenu'] as const;

/** Tells a person's selections from those that the page's scripts make. */
export interface Gestures {
  /** True while a button or a finger is down: the selection is still being made. */
  isUnderWay(): boolean;
  /** True when a person did something a moment ago. */
  isRecent(): boolean;
  /** Calls back when a button or a finger was lifted. */
  onEnd(listener: () => void): void;
}

/** Watches a window until `signal` aborts. Events that scripts dispatch count for nothing. */
export function watchGestures(window: Window, signal: AbortSignal): Gestures {
  let last = Number.NEGATIVE_INFINITY;
  let isDown = false;
  const listeners: Array<() => void> = [];
  const options = { capture: true, passive: true, signal };
  const listen = (type: string, act: () => void) =>
    window.addEventListener(type, ({ isTrusted }) => isTrusted && act(), options);

  listen('pointerdown', () => {
    isDown = true;
  });
  for (const type of ['pointerup', 'pointercancel']) {
    listen(type, () => {
      isDown = false;
    });
  }
  for (const type of ACTS) {
    listen(type, () => {
      last = window.performance.now();
      if (type !== 'keyup') for (const listener of listeners) listener();
    });
  }
  return {
    isUnderWay: () => isDown,
    isRecent: () => window.performance.now() - last < MEMORY,
    onEnd: (listener) => listeners.push(listener),
  };
}
