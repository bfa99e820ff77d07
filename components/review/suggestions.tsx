import { useEffect, useState } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import { loadReview } from './load-review';
import type { Review } from './review';
import { ReviewLine } from './review-line';
import { ReviewScreen } from './review-screen';
import './review.css';

/** What the engine suggests to tag: a line that says how much it is or, once that is pressed, one after the other. */
export function Suggestions() {
  const session = useSession();
  const page = session.page.value;
  const wantsReported = session.wantsReported.value;
  const [review, setReview] = useState<Review | null>(null);
  useEffect(() => {
    if (!page || wantsReported === null) return;
    let isCurrent = true;
    loadReview(session, page, wantsReported).then((loaded) => {
      if (isCurrent) setReview(loaded);
    }, session.report);
    return () => {
      isCurrent = false;
    };
  }, [session, page, wantsReported]);
  if (!review) return null;
  return session.isReviewing.value ? <ReviewScreen review={review} /> : <ReviewLine review={review} />;
}
