import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import { useFocusWish } from '@/components/use-focus-wish';
import type { Review } from './review';
import { isNamed, isReported, isSure, type Suggestion } from './suggestion';

/** "6 quotes, 4 with a speaker, 3 reported, 2 claims": what is none is left out. */
function countWords(offered: readonly Suggestion[]): string {
  const quotes = offered.filter(({ kind, quoteType }) => kind === 'quote' && quoteType === 'direct');
  const reported = offered.filter(isReported).length;
  const withSpeaker = quotes.filter(({ speaker }) => isNamed(speaker) && isSure(speaker)).length;
  const claims = offered.length - quotes.length - reported;
  const words: string[] = [];
  if (quotes.length > 0) words.push(i18n.t('review.quotes', quotes.length));
  if (withSpeaker > 0) words.push(i18n.t('review.withSpeaker', withSpeaker));
  if (reported > 0) words.push(i18n.t('review.reported', reported));
  if (claims > 0) words.push(i18n.t('review.claims', claims));
  return words.join(', ');
}

/** How much is suggested, and the way to go through it; nothing where nothing is. */
export function ReviewLine({ review }: { review: Review }) {
  const session = useSession();
  const buttonRef = useFocusWish<HTMLButtonElement>('review');
  const offered = review.offered.value;
  if (!offered || offered.length === 0) return null;
  const start = () => {
    session.changeDraft({ editing: null, finding: null });
    session.isReviewing.value = true;
  };
  return (
    <section class="review-line" aria-label={i18n.t('review.region')}>
      <p>{i18n.t('review.suggested', { what: countWords(offered) })}</p>
      <button ref={buttonRef} type="button" class="button button-small" onClick={start}>
        {i18n.t('review.start')}
      </button>
    </section>
  );
}
