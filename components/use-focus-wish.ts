import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FocusWish } from './session/session';
import { useSession } from './session-context';

const grants = (wish: FocusWish, part: FocusWish['part'], id: string | null): boolean =>
  wish.part === part && ('id' in wish ? wish.id : null) === id;

const isFocusTaken = (): boolean => document.activeElement !== null && document.activeElement !== document.body;

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
    if (wish.late && isFocusTaken()) return session.wishFocus(null);
    ref.current.focus();
    // Of an open editor, as much as possible is shown.
    const card = part === 'speaker' ? ref.current.closest('li') : null;
    (card ?? ref.current).scrollIntoView({ block: card ? 'start' : 'nearest' });
    session.wishFocus(null);
  }, [wish, part, id, session]);
  return ref;
}
