import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { Review } from './review';

interface ReviewButtonProps {
  words: string;
  /** The key that does the same, as it is shown, and its name where that differs. */
  shown: string;
  'aria-keyshortcuts'?: string;
  class?: string;
  buttonRef?: RefObject<HTMLButtonElement | null> | null;
  onClick: () => void;
}

function ReviewButton({
  words,
  shown,
  'aria-keyshortcuts': shortcut = shown,
  class: className = '',
  buttonRef = null,
  onClick,
}: ReviewButtonProps) {
  return (
    <button ref={buttonRef} type="button" class={`button ${className}`} aria-keyshortcuts={shortcut} onClick={onClick}>
      {words}
      <span class="key" aria-hidden="true">
        {shown}
      </span>
    </button>
  );
}

export interface ReviewButtonsProps {
  review: Review;
  left: number;
  /** The button that most will want next. */
  primaryRef: RefObject<HTMLButtonElement | null>;
  leave: () => void;
}

/** What can be done with the suggestion that is shown, and with all of them. */
export function ReviewButtons({ review, left, primaryRef, leave }: ReviewButtonsProps) {
  const undo = review.canUndo.value && (
    <ReviewButton words={i18n.t('button.undo')} shown="Z" onClick={() => review.undo()} />
  );
  if (left === 0) {
    return (
      <div class="review-done">
        <p>{i18n.t('review.done')}</p>
        <div class="review-buttons">
          <button ref={primaryRef} type="button" class="button button-primary" onClick={leave}>
            {i18n.t('button.done')}
          </button>
          {undo}
        </div>
      </div>
    );
  }
  return (
    <>
      <div class="review-buttons">
        <ReviewButton
          words={i18n.t('review.accept')}
          shown="⏎"
          aria-keyshortcuts="Enter"
          class="button-primary"
          buttonRef={primaryRef}
          onClick={() => review.accept()}
        />
        <ReviewButton words={i18n.t('review.acceptToEdit')} shown="E" onClick={() => review.acceptToEdit()} />
        <ReviewButton words={i18n.t('review.dismiss')} shown="X" onClick={() => review.dismiss()} />
      </div>
      <div class="review-buttons review-all">
        <ReviewButton
          words={i18n.t('review.acceptAll', review.together.value.length)}
          shown="A"
          onClick={() => review.acceptAll()}
        />
        {left > 1 && (
          <>
            <ReviewButton
              words={i18n.t('review.previous')}
              shown="↑"
              aria-keyshortcuts="ArrowUp"
              onClick={() => review.move(-1)}
            />
            <ReviewButton
              words={i18n.t('review.next')}
              shown="↓"
              aria-keyshortcuts="ArrowDown"
              onClick={() => review.move(1)}
            />
          </>
        )}
        {undo}
      </div>
      <p class="suggestion-hint review-note">{i18n.t('review.allNote')}</p>
    </>
  );
}
