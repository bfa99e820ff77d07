import { i18n } from '#i18n';
import type { Listed } from '@/components/session/reading-order';
import { useSession } from '@/components/session-context';
import type { Kind } from '@/lib/annotations/annotation';
import { countsOf, FILTER_KINDS, type Filter } from './filters';

const name = (kind: Kind | null): string => (kind === null ? i18n.t('panel.all') : i18n.t(`panel.kind.${kind}`));

/** Chooses what is listed, by kind and by speaker. */
export function FilterBar({
  listed,
  filter,
  change,
}: {
  listed: readonly Listed[];
  filter: Filter;
  change(filter: Filter): void;
}) {
  const session = useSession();
  const counts = countsOf(listed);
  const speakerIds = new Set(listed.map(({ annotation }) => annotation.attribution.speakerId));
  const speakers = session.speakers.value.filter(({ speaker }) => speakerIds.has(speaker.id));
  return (
    <search class="filter-bar" aria-label={i18n.t('panel.filter')}>
      <div class="filter-kinds">
        {FILTER_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="filter-kind"
            aria-pressed={filter.kind === kind}
            onClick={() => change({ ...filter, kind })}
          >
            {name(kind)} <span class="filter-count">{counts[kind ?? 'all']}</span>
          </button>
        ))}
      </div>
      {speakers.length > 1 && (
        <select
          class="field filter-speaker"
          aria-label={i18n.t('panel.speaker')}
          value={filter.speakerId ?? ''}
          onChange={({ currentTarget }) => change({ ...filter, speakerId: currentTarget.value || null })}
        >
          <option value="">{i18n.t('panel.anySpeaker')}</option>
          {speakers.map(({ speaker }) => (
            <option key={speaker.id} value={speaker.id}>
              {speaker.name}
            </option>
          ))}
        </select>
      )}
    </search>
  );
}
