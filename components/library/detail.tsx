import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { readRow } from '@/lib/store/library-reads';
import { ArticleDetail } from './article-detail';
import { DeletedDetail } from './deleted-detail';
import { useLibrary } from './library';
import { PassageDetail } from './passage-detail';
import { SpeakerDetail } from './speaker-detail';
import { useLive } from './use-live';

/** What is chosen in the list, in full. */
export function Detail({ paneRef }: { paneRef: RefObject<HTMLElement | null> }) {
  const library = useLibrary();
  const { ref, at } = library.place.value;
  const row = useLive(async (db) => (ref === null ? null : { ref, row: await readRow(db, ref) }), [ref]);
  // Of what was shown before, nothing is shown under another name.
  const shown = row?.ref === ref ? row?.row : undefined;
  return (
    <section class="library-detail" ref={paneRef} tabIndex={-1} aria-label={i18n.t('library.detail')}>
      {ref !== null && (
        <button
          type="button"
          class="button button-small back-to-list"
          onClick={() => library.go({ ref: null, at: null }, true)}
        >
          {i18n.t('library.back')}
        </button>
      )}
      {ref === null || shown === null ? <p class="empty-state">{i18n.t('library.noneShown')}</p> : null}
      {shown && <Shown key={ref} row={shown} at={at} />}
    </section>
  );
}

function Shown({ row, at }: { row: NonNullable<Awaited<ReturnType<typeof readRow>>>; at: string | null }) {
  const record = row.type === 'passage' ? row.annotation : row.type === 'article' ? row.article : row.speaker;
  if (record.deletedAt !== null) return <DeletedDetail row={row} />;
  if (row.type === 'article') return <ArticleDetail articleKey={row.ref} at={at} />;
  return row.type === 'speaker' ? <SpeakerDetail id={row.ref} /> : <PassageDetail row={row} />;
}
