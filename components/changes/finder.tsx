import { QuotedText } from '@/components/quoted-text';
import { useSession } from '@/components/session-context';
import { useFocusWish } from '@/components/use-focus-wish';
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
        Find on page
      </button>
    </div>
  );
}

const HOW =
  'Select the passage on the page. If On Record closes meanwhile, click its icon again: this will still be open.';

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
          <>
            {'Selected: '}
            <QuotedText class="other-words">{withoutMiddle(target.text, 110, 60)}</QuotedText>
          </>
        ) : target?.text ? (
          target.reason
        ) : (
          HOW
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
            {parts.length > 1 ? `Use selection as part ${i + 1}` : 'Use selection as this passage'}
          </button>
        ))}
        <button type="button" class="button button-small" aria-label="Cancel: Find on page" onClick={close}>
          Cancel
        </button>
      </div>
    </>
  );
}
