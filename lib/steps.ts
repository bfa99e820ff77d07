/** Work that can be laid down between any two of its steps, each of which is short. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at one go. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long, in ms, the page waits for us at most before it has its turn again. */
const SLICE = 6;

interface SliceOptions {
  /** Stops the work: the promise is rejected with its reason. */
  readonly signal: AbortSignal;
  /** After how long, in ms, the step under way is the last of its slice. */
  readonly slice?: number;
  /** Gives the page its turn. */
  readonly pause?: () => Promise<void>;
  /** ms */
  readonly now?: () => number;
}

/** Does the work in slices, between which the page has its turn. */
export async function inSlices<T>(
  steps: Steps<T>,
  { signal, slice = SLICE, pause = nextTurn, now = () => performance.now() }: SliceOptions,
): Promise<T> {
  let until = now() + slice;
  for (;;) {
    signal.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    if (now() < until) continue;
    await pause();
    until = now() + slice;
  }
}

/** A message to ourselves comes after what the browser has waiting, without the wait of a nested timer. */
export function nextTurn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
  return promise;
}
