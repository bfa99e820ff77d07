import { i18n } from '#i18n';
import { formatDay } from '@/components/day';
import type { Row } from '@/lib/store/library-reads';
import { restoreAll } from './deeds';
import { EraseButton } from './erase-button';
import { useLibrary } from './library';
import { RowContent } from './row-content';

/** How long (ms) what is deleted can be brought back. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

const deletedAt = (row: Row): string =>
  (row.type === 'passage' ? row.annotation : row.type === 'article' ? row.article : row.speaker).deletedAt ?? '';

/** Something deleted: it can be brought back for 30 days, or taken away for good. */
export function DeletedDetail({ row }: { row: Row }) {
  const library = useLibrary();
  const leave = () => library.go({ ref: null }, false);
  const until = new Date((Date.parse(deletedAt(row)) || 0) + KEPT_FOR).toISOString();
  return (
    <article class="detail">
      <p class="detail-kind">{i18n.t('library.view.deleted')}</p>
      <h2 class="detail-words">
        <RowContent row={row} words={[]} />
      </h2>
      <p class="hint">{i18n.t('library.keptUntil', { day: formatDay(until) ?? '' })}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-small button-primary"
          onClick={() => {
            leave();
            void library.act(restoreAll([row]), { words: i18n.t('announce.restored') });
          }}
        >
          {i18n.t('library.restore')}
        </button>
        <EraseButton numbers={[row.number]} onDone={leave} />
      </div>
    </article>
  );
}
