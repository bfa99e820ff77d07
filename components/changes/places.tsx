import { i18n } from '#i18n';
import { QuotedText } from '@/components/quoted-text';
import { useSession } from '@/components/session-context';
import type { StatusProps } from './card-status';
import { usePlacing } from './placing';
import { firstWords, lastWords, withoutMiddle } from './shorten';

/** How much is shown of a place, in UTF-16 units: enough to tell it from the others. */
const AROUND = 44;
const START = 110;
const END = 60;

/** What belongs to other blocks would only mislead. */
const BLOCK_BREAK = /\n\s*\n/;
const before = (prefix: string): string => lastWords(prefix.split(BLOCK_BREAK).at(-1) ?? '', AROUND);
const after = (suffix: string): string => firstWords(suffix.split(BLOCK_BREAK)[0] ?? '', AROUND);

/** The places that a passage may be found in, each with what stands around it. */
export function Places({ listed, wordsId }: StatusProps) {
  const session = useSession();
  const placing = usePlacing();
  const { annotation, anchoring } = listed;
  const candidates = anchoring?.candidates ?? [];
  if (candidates.length === 0) return null;
  const parts = annotation.segments.length;
  return (
    <>
      <p>{i18n.t('placing.which')}</p>
      <ol class="places">
        {candidates.map(({ segment, passage: { quote } }, i) => (
          <li key={i} class="place">
            <p class="place-words">
              {parts > 1 && (
                <span class="part-number">{`${i18n.t('anchoring.part', { number: segment + 1, parts })} `}</span>
              )}
              <QuotedText>
                <span class="around">{before(quote.prefix)}</span>
                <strong>{withoutMiddle(quote.exact, START, END)}</strong>
                <span class="around">{after(quote.suffix)}</span>
              </QuotedText>
            </p>
            <div class="status-buttons">
              <button
                type="button"
                class="button button-small"
                aria-label={i18n.t('placing.showPlace', { number: i + 1 })}
                aria-describedby={wordsId}
                onClick={() => session.showOnPage(annotation.id, i)}
              >
                {i18n.t('card.show')}
              </button>
              <button
                type="button"
                class="button button-small"
                aria-label={i18n.t('placing.choosePlace', { number: i + 1 })}
                aria-describedby={wordsId}
                onClick={() => placing.choosePlace(listed, i)}
              >
                {i18n.t('placing.choose')}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
