import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ExportForm } from '@/components/exchange/export-form';
import { createExportJob, type Scope } from '@/components/exchange/export-job';
import { ImportForm } from '@/components/exchange/import-form';
import { createImportJob } from '@/components/exchange/import-job';
import { PastImports } from '@/components/exchange/past-imports';
import { StorageNote } from '@/components/exchange/storage-note';
import { download } from '@/components/export/download';
import { type Instant, now } from '@/lib/annotations/ids';
import { sanitiseHtml } from '@/lib/article/sanitise';
import { noteBackup, readLastBackup } from '@/lib/last-backup';
import type { OnRecordDatabase } from '@/lib/store/database';
import { readImports } from '@/lib/store/import-undo';
import { readStorageUse, type StorageUse } from '@/lib/store/storage-use';
import { useLibrary } from './library';
import { useLive } from './use-live';
import '@/components/exchange/exchange.css';

/** Out to other programs and back in. */
export function ExchangeView({ db }: { db: OnRecordDatabase }) {
  const library = useLibrary();
  const { query, ref } = library.place.value;
  const [lastBackup, setLastBackup] = useState<Instant | null>();
  const exporting = useMemo(() => {
    const onBackup = (at: Instant) => {
      setLastBackup(at);
      noteBackup(at).catch(library.report);
    };
    return createExportJob({ db, download, sanitise: sanitiseHtml, onBackup, now });
  }, [db, library]);
  const importing = useMemo(() => createImportJob({ db, sanitise: sanitiseHtml, now }), [db]);
  const imports = useLive(readImports, []);
  const article = useLive(async (read) => (ref === null ? null : ((await read.articles.get(ref)) ?? null)), [ref]);
  const scopes: Scope[] = [
    ...(article ? [{ type: 'article' as const, key: article.key, title: article.title }] : []),
    ...(query.trim() ? [{ type: 'found' as const, query: query.trim() }] : []),
    { type: 'everything' },
  ];
  const { phase } = importing.state.value;
  const [use, setUse] = useState<StorageUse | null>(null);
  useEffect(() => void readLastBackup().then(setLastBackup, library.report), [library]);
  // What was imported or taken back takes another room.
  useEffect(() => void readStorageUse().then(setUse, library.report), [library, phase]);
  return (
    <main class="exchange">
      <h1>{i18n.t('library.view.exchange')}</h1>
      <StorageNote lastBackup={lastBackup} use={use} />
      <ExportForm key={scopes.map(({ type }) => type).join()} job={exporting} scopes={scopes} />
      <ImportForm job={importing} />
      <PastImports
        imports={imports ?? []}
        isBusy={phase === 'looking' || phase === 'storing' || phase === 'undoing'}
        onUndo={(id) => void importing.undo(id)}
      />
    </main>
  );
}
