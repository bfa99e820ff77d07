import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AnnotationList } from '@/components/annotation-list';
import { useSession } from '@/components/session-context';
import { FilterBar } from './filter-bar';
import { EVERYTHING, filtered } from './filters';
import { useCardKeys } from './use-card-keys';
import { useOpenedCard } from './use-opened-card';

/** The annotations of the article, to be filtered and gone through with the keyboard. */
export function PanelList() {
  const session = useSession();
  const [filter, change] = useState(EVERYTHING);
  const listed = session.listed.value;
  const ref = useCardKeys();
  useOpenedCard(ref, listed, filter, () => change(EVERYTHING));
  if (!listed || listed.length === 0) return <AnnotationList />;
  const kept = filtered(listed, filter);
  return (
    <div ref={ref}>
      <FilterBar listed={listed} filter={filter} change={change} />
      {kept.length > 0 ? (
        <AnnotationList only={kept} />
      ) : (
        <p class="empty-state">
          {i18n.t('panel.nothing')}{' '}
          <button type="button" class="button" onClick={() => change(EVERYTHING)}>
            {i18n.t('panel.showAll')}
          </button>
        </p>
      )}
    </div>
  );
}
