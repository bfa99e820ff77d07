import { type ReadonlySignal, signal } from '@preact/signals';
import { formatPlace, type Place, parsePlace } from './place';

/** How long (ms) a person who types or goes through a list has to rest before the address follows. */
const REST = 250;

export interface PlaceHistory {
  place: ReadonlySignal<Place>;
  /** Goes there; `isStep` makes the place before one to come back to. */
  go(change: Partial<Place>, isStep: boolean): void;
}

/** Keeps the place and the address of a window the same. Browsers take offence at an address that changes with every key. */
export function createPlaceHistory(window: Window): PlaceHistory {
  const place = signal(parsePlace(window.location.hash));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    window.history.replaceState(null, '', formatPlace(place.value));
  };
  const onMove = () => {
    clearTimeout(timer);
    timer = undefined;
    place.value = parsePlace(window.location.hash);
  };
  window.addEventListener('popstate', onMove);
  window.addEventListener('hashchange', onMove);

  return {
    place,
    go(change, isStep) {
      const next = { ...place.value, ...change };
      if (formatPlace(next) === formatPlace(place.value)) return;
      if (isStep) {
        if (timer !== undefined) settle();
        window.history.pushState(null, '', formatPlace(next));
      } else {
        clearTimeout(timer);
        timer = setTimeout(settle, REST);
      }
      place.value = next;
    },
  };
}
