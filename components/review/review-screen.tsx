import { useCallback, useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { AnnotationList } from '@/components/annotation-list';
import { useSession } from '@/components/session-context';
import '@/components/styles/article-view.css';
import type { Review } from './review';
import { ReviewButtons } from './review-buttons';
import { SpeakerQuestion } from './speaker-question';
import { SuggestionCard } from './suggestion-card';
import { useDrawn } from './use-drawn';
import { useReviewKeys } from './use-review-keys';

/** The suggestions, one at a time, in the order of the text. */
export function ReviewScreen({ review }: { review: Review }) {
  const session = useSession();
  const primaryRef = useRef<HTMLButtonElement>(null);
  const page = session.page.value;
  const { editing } = session.draft.value;
  const question = review.question.value;
  const current = review.current.value;
  const left = review.offered.value?.length ?? 0;

  const leave = useCallback(() => {
    session.isReviewing.value = false;
    session.wishFocus({ part: review.current.value ? 'review' : 'selection' });
  }, [session, review]);
  useReviewKeys(review, editing !== null, leave);
  useDrawn(session, review);

  const state = editing ? 'editing' : question ? 'asking' : current ? 'looking' : 'done';
  useEffect(() => {
    if (state !== 'looking' && state !== 'done') return;
    // Whoever has closed an editor wants to go on here, not on a card that is not shown.
    session.wishFocus(null);
    primaryRef.current?.focus();
  }, [state, session]);

  if (!page) return null;
  const edited = session.listed.value?.filter(({ annotation }) => annotation.id === editing) ?? [];
  return (
    <section class="review" aria-label={i18n.t('review.region')}>
      <header class="review-head">
        <h2>{i18n.t('review.region')}</h2>
        <span class="review-left">{i18n.t('review.left', left)}</span>
        <button type="button" class="button button-small" aria-keyshortcuts="Escape" onClick={leave}>
          {i18n.t('review.leave')}
          <span class="key" aria-hidden="true">
            {i18n.t('review.escape')}
          </span>
        </button>
      </header>
      {editing && <AnnotationList only={edited} />}
      {!editing && current && (
        <SuggestionCard suggestion={current} reading={page.reading} showOnPage={review.showOnPage} />
      )}
      {!editing && question && <SpeakerQuestion question={question} review={review} />}
      {!editing && !question && <ReviewButtons review={review} left={left} primaryRef={primaryRef} leave={leave} />}
    </section>
  );
}
