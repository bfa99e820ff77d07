import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FocusWish } from './session/session';
import { useSession } from './session-context';

const grants = (wish: FocusWish, part: FocusWish['part'], id: string | null): boolean =>
  wish.part === part && ('id' in wish ? wish.id : null) === id;

/** A ref for the element that is focused as soon as the session wishes it. */
export function useFocusWish<T extends HTMLElement>(
  part: FocusWish['part'],
  id: string | null = null,
): RefObject<T | null> {
  const session = useSession();
  const ref = useRef<T>(null);
  const wish = session.focusWish.value;
  useLayoutEffect(() => {
    if (!wish || !ref.current || !grants(wish, part, id)) return;
    ref.current.focus();
    ref.current.scrollIntoView({ block: 'nearest' });
    session.wishFocus(null);
  }, [wish, part, id, session]);
  return ref;
}
