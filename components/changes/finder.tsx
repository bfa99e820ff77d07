import { i18n } from '#i18n';
import { QuotedText } from '@/components/quoted-text';
import { useSession } from '@/components/session-context';
import { useFocusWish } from '@/components/use-focus-wish';
import { SLOT, WithSlot } from '@/components/with-slot';
import type { Annotation } from '@/lib/annotations/annotation';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { usePlacing } from './placing';
import { withoutMiddle } from './shorten';

interface FinderProps {
  annotation: Annotation;
  wordsId: string;
}

/** The way to select a passage again by hand. */
export function Finder({ annotation, wordsId }: FinderProps) {
  const session = useSession();
  const placing = usePlacing();
  if (session.draft.value.finding === annotation.id) return <OpenFinder annotation={annotation} wordsId={wordsId} />;
  return (
    <div class="status-buttons">
      <button
        type="button"
        class="button button-small"
        aria-describedby={wordsId}
        onClick={() => placing.find(annotation.id)}
      >
        {i18n.t('placing.find')}
      </button>
    </div>
  );
}

function OpenFinder({ annotation, wordsId }: FinderProps) {
  const session = useSession();
  const placing = usePlacing();
  const firstRef = useFocusWish<HTMLButtonElement>('finder', annotation.id);
  const target = session.target.value;
  const isReady = target?.segment != null;
  const parts = segmentsToAnchor(annotation);
  const close = () => {
    placing.find(null);
    session.wishFocus({ part: 'edit', id: annotation.id });
  };
  const helpId = `${wordsId}-finder`;
  return (
    <>
      <p id={helpId}>
        {isReady ? (
          <WithSlot message={i18n.t('placing.selected', { words: SLOT })}>
            <QuotedText class="other-words">{withoutMiddle(target.text, 110, 60)}</QuotedText>
          </WithSlot>
        ) : target?.text ? (
          target.reason
        ) : (
          i18n.t('placing.how')
        )}
      </p>
      <div class="status-buttons">
        {parts.map((part, i) => (
          <button
            key={`${i}-${part.quote.exact}`}
            {...(i === 0 && { ref: firstRef })}
            type="button"
            class="button button-small"
            aria-disabled={!isReady}
            aria-describedby={helpId}
            onClick={() => placing.placeAtSelection(annotation, i)}
          >
            {parts.length > 1 ? i18n.t('placing.usePart', { number: i + 1 }) : i18n.t('placing.usePassage')}
          </button>
        ))}
        <button type="button" class="button button-small" aria-label={i18n.t('placing.cancelFind')} onClick={close}>
          {i18n.t('button.cancel')}
        </button>
      </div>
    </>
  );
}
