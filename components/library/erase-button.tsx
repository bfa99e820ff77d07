import { i18n } from '#i18n';
import { readRows } from '@/lib/store/library-reads';
import { ConfirmButton } from './confirm-button';
import { useLibrary } from './library';

/** Takes away what is deleted for good, with all that was kept of it elsewhere. */
export function EraseButton({ numbers, onDone }: { numbers: readonly number[]; onDone(): void }) {
  const library = useLibrary();
  async function erase() {
    const rows = [...(await library.read((db) => readRows(db, numbers))).values()];
    onDone();
    const isDone = await library.act([{ type: 'erase', keys: rows.map(({ ref }) => ref) }], {
      words: i18n.t('library.erased', rows.length),
    });
    if (!isDone) return;
    const keys = rows.flatMap((row) => {
      if (row.type === 'speaker') return [];
      return row.type === 'article' ? [row.article.key] : [row.annotation.articleKey];
    });
    await library.forgetUnfinished(keys);
  }
  return (
    <ConfirmButton
      label={i18n.t('library.erase')}
      question={i18n.t('library.eraseQuestion', numbers.length)}
      confirm={i18n.t('library.erase')}
      onConfirm={() => void erase().catch(library.report)}
    />
  );
}
