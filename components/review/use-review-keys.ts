import { useLayoutEffect } from 'preact/hooks';
import { plainLetter, takesLetters } from '@/components/shortcuts';
import type { Review } from './review';

const LETTERS: Readonly<Record<string, (review: Review) => void>> = {
  e: (review) => review.acceptToEdit(),
  x: (review) => review.dismiss(),
  a: (review) => review.acceptAll(),
  z: (review) => review.undo(),
  s: (review) => review.showOnPage(),
};

const KEYS: Readonly<Record<string, (review: Review) => void>> = {
  Enter: (review) => review.accept(),
  ArrowDown: (review) => review.move(1),
  ArrowUp: (review) => review.move(-1),
};

/**
 * The keys of the review, wherever the focus is. While a question is open or something is edited, only Escape is left, and
 * an editor has that for itself.
 */
export function useReviewKeys(review: Review, isEditing: boolean, leave: () => void): void {
  // Before the first paint: whoever sees the buttons may press their keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isEditing || takesLetters(event.target)) return;
      if (event.key === 'Escape' && !event.isComposing) {
        // Left to itself, Escape closes the popup.
        event.preventDefault();
        if (review.question.value) review.cancelQuestion();
        else leave();
        return;
      }
      // A key that is held down would accept what nobody has seen.
      if (event.key === 'Enter' && event.repeat) event.preventDefault();
      if (review.question.value || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const isOnButton = event.target instanceof HTMLButtonElement;
      const letter = plainLetter(event);
      const act = letter ? LETTERS[letter] : event.key === 'Enter' && isOnButton ? undefined : KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      act(review);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [review, isEditing, leave]);
}
