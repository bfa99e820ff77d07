import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '@/components/session/session';
import type { Review } from './review';

/** Has the page draw what is suggested, as long as it is gone through. */
export function useDrawn(session: Session, review: Review): void {
  const drawn = review.drawn.value;
  const isOver = useRef(false);
  useEffect(() => {
    if (!isOver.current) session.paintSuggested(drawn);
  }, [session, drawn]);
  useEffect(() => {
    const end = () => {
      isOver.current = true;
      session.paintSuggested([]);
    };
    // A popup that closes is not unmounted.
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      end();
    };
  }, [session]);
}
