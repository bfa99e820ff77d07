/** How long (ms) a page that has changed is left alone before it is looked at, at least and at most. */
const SHORTEST = 400;
const LONGEST = 30_000;

const WATCHED = { subtree: true, childList: true, characterData: true } as const;

interface LateTextDependencies {
  /** Whether a passage is not where it should be. Asked after changes: it must be quick. */
  isLost(): boolean;
  /** Searches for those that are lost. True when one was found. */
  search(): Promise<boolean>;
}

export interface LateText {
  /** Begins anew with the shortest wait: other passages are to be found now. */
  expect(): void;
  /** Watches these open shadow roots, too, from the next look on. */
  watch(roots: readonly ShadowRoot[]): void;
}

/**
 * Watches a document until `signal` aborts, and has what is lost searched for after it has changed. Every search in vain
 * doubles the wait until the next one, so that a page that never stops changing is not searched all the time.
 */
export function watchLateText(
  document: Document,
  signal: AbortSignal,
  { isLost, search }: LateTextDependencies,
): LateText {
  let wait = SHORTEST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let roots: readonly ShadowRoot[] = [];
  /** When a search ended last, in ms since the document began. */
  let ended = 0;

  let turn = Promise.resolve();

  // It says once that something has changed, and is quiet until that is looked at.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    // After a time of quiet a change is news.
    if (performance.now() - ended > 2 * wait) wait = SHORTEST;
    timer = setTimeout(() => {
      turn = turn.then(look).catch((error: unknown) => {
        // A search that was broken off is no failure.
        if (!signal.aborted) reportError(error);
      });
    }, wait);
  });

  function arm() {
    if (signal.aborted) return;
    observer.observe(document, WATCHED);
    for (const root of roots) observer.observe(root, WATCHED);
  }

  async function look() {
    // What changes from here on is looked at later.
    arm();
    if (signal.aborted || !isLost()) return;
    const found = await search();
    ended = performance.now();
    wait = found ? SHORTEST : Math.min(2 * wait, LONGEST);
  }

  arm();
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  return {
    expect() {
      wait = SHORTEST;
    },
    watch(next) {
      roots = next;
    },
  };
}
