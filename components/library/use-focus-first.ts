import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A ref for the element that has the focus as soon as it is there: what the press before has asked for. */
export function useFocusFirst<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
