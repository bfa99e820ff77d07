import { useMemo } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import type { ChangeFlag } from '@/lib/anchoring/changes';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { StatusProps } from './card-status';
import { ChangedParts } from './changed-parts';
import { usePlacing } from './placing';
import { StatusBox } from './status-box';
import { changesBetween } from './wording-changes';

const FLAG_WORDS: Record<ChangeFlag, string> = {
  number: 'A number changed',
  negation: 'A negation was added or dropped',
  name: 'A name changed',
  'quotation-marks': 'Quotation marks were added or removed',
};

/** The page says something else now where the passage stood: what, and the two ways to go on. */
export function ChangedWording({ listed, wordsId }: StatusProps) {
  const session = useSession();
  const placing = usePlacing();
  const { annotation, anchoring } = listed;
  const lang = session.reading.value?.metadata.lang ?? null;
  const { changed, flags, summary } = useMemo(
    () => changesBetween(segmentsToAnchor(annotation), anchoring?.current ?? [], lang),
    [annotation, anchoring, lang],
  );
  return (
    <StatusBox headline={summary ? `Page changed here: ${summary}` : 'Page changed here'}>
      {flags.length > 0 && (
        <ul class="status-flags">
          {flags.map((flag) => (
            <li key={flag}>{FLAG_WORDS[flag]}</li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <>
          <ChangedParts changed={changed} of={annotation.segments.length} />
          <div class="status-buttons">
            <button
              type="button"
              class="button button-small"
              aria-describedby={wordsId}
              onClick={() => placing.acceptWording(listed)}
            >
              Accept new wording
            </button>
            <button
              type="button"
              class="button button-small"
              aria-describedby={wordsId}
              onClick={() => placing.keepWording(listed)}
            >
              Keep as recorded
            </button>
          </div>
        </>
      )}
    </StatusBox>
  );
}
