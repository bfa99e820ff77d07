import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import type { ChangeFlag } from '@/lib/anchoring/changes';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { StatusProps } from './card-status';
import { ChangedParts } from './changed-parts';
import { usePlacing } from './placing';
import { StatusBox } from './status-box';
import { changesBetween } from './wording-changes';

const FLAG_WORDS = {
  number: 'anchoring.flag.number',
  negation: 'anchoring.flag.negation',
  name: 'anchoring.flag.name',
  'quotation-marks': 'anchoring.flag.quotationMarks',
} as const satisfies Record<ChangeFlag, string>;

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
    <StatusBox headline={summary ? i18n.t('anchoring.changedTo', { summary }) : i18n.t('anchoring.changed')}>
      {flags.length > 0 && (
        <ul class="status-flags">
          {flags.map((flag) => (
            <li key={flag}>{i18n.t(FLAG_WORDS[flag])}</li>
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
              {i18n.t('placing.accept')}
            </button>
            <button
              type="button"
              class="button button-small"
              aria-describedby={wordsId}
              onClick={() => placing.keepWording(listed)}
            >
              {i18n.t('placing.keep')}
            </button>
          </div>
        </>
      )}
    </StatusBox>
  );
}
