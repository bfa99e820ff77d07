import type { Steps } from '../steps';
import { anchor, isFound, type NoPlace, type Place, type Recorded } from './anchor';
import type { TextIndex } from './text-index';

/** A passage off the order of the others is believed only if so much of its surroundings came with it. */
const CONTEXT_OFF_ORDER = 0.5;

/**
 * Finds passages again, in steps. They keep their order unless the evidence says otherwise: of places that fit equally the
 * one between a passage's neighbours is taken, and a place out of order must have brought its surroundings along.
 * @returns for each passage its place
 */
export function* anchorAllSteps(index: TextIndex, list: readonly Recorded[]): Steps<Place[]> {
  const places: Place[] = [];
  if (list.some(({ hints }) => hints?.text !== index.hash)) yield* index.prepare();
  for (const recorded of list) {
    places.push(anchor(index, recorded));
    yield;
  }
  for (const order of ordersOf(list)) keepOrder(order, places);
  return places;
}

/** The passages that were recorded in the same text, in its order: indices into the list. */
function ordersOf(list: readonly Recorded[]): number[][] {
  const byText = Map.groupBy(list.keys(), (i) => list[i]?.hints?.text ?? '');
  byText.delete('');
  return [...byText.values()].map((order) => order.sort((a, b) => startOf(list, a) - startOf(list, b)));
}

const startOf = (list: readonly Recorded[], i: number): number => list[i]?.hints?.start ?? 0;

function keepOrder(order: readonly number[], places: Place[]): void {
  const found = order.filter((i) => isFound(places[i] ?? NOWHERE));
  const kept = new Set(longestRising(found.map((i) => startNow(places, i))).map((k) => found[k]));
  for (const i of found) {
    const place = places[i];
    if (!place || !isFound(place) || kept.has(i) || place.context >= CONTEXT_OFF_ORDER) continue;
    const { score, runnerUp } = place;
    places[i] = { status: 'ambiguous', score, runnerUp, candidates: [{ ...place, isBelieved: true }] };
  }
  for (const [k, i] of order.entries()) {
    const place = places[i];
    if (place?.status !== 'ambiguous') continue;
    const before = order.slice(0, k).findLast((j) => kept.has(j));
    const after = order.slice(k + 1).find((j) => kept.has(j));
    if (before === undefined && after === undefined) continue;
    const from = before === undefined ? 0 : startNow(places, before);
    const to = after === undefined ? Number.POSITIVE_INFINITY : startNow(places, after);
    const believed = place.candidates.filter(({ isBelieved }) => isBelieved);
    const between = believed.filter(({ start, end }) => start >= from && end <= to);
    const [only] = between;
    // A tie is decided; what was not believed stays in doubt wherever it stands.
    if (only && between.length === 1 && believed.length > 1) places[i] = only;
  }
}

const NOWHERE: NoPlace = { status: 'orphan', score: null, runnerUp: null, candidates: [] };

function startNow(places: readonly Place[], i: number): number {
  const place = places[i];
  return place && isFound(place) ? place.start : -1;
}

/** The indices of a longest subsequence that doesn't fall (patience sorting). */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = values.map(() => -1);
  values.forEach((value, i) => {
    let pile = tails.findIndex((tail) => (values[tail] ?? 0) > value);
    if (pile < 0) pile = tails.length;
    before[i] = tails[pile - 1] ?? -1;
    tails[pile] = i;
  });
  const chosen: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) chosen.push(i);
  return chosen.reverse();
}
