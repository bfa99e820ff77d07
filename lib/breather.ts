import { nextTurn } from './steps';

/** How long, in ms, work goes on before the page has its turn: half of what a frame takes. */
const SLICE = 8;

/** A function to be waited for between two steps of long work: mostly it does nothing, and now and then the page has its turn. */
export function createBreather(now: () => number = () => performance.now()): () => Promise<void> {
  let until = now() + SLICE;
  return async () => {
    if (now() < until) return;
    await nextTurn();
    until = now() + SLICE;
  };
}
