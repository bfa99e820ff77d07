import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { ExportForm } from '@/components/exchange/export-form';
import { createExportJob, type Scope } from '@/components/exchange/export-job';
import { ImportForm } from '@/components/exchange/import-form';
import { createImportJob } from '@/components/exchange/import-job';
import { PastImports } from '@/components/exchange/past-imports';
import { download } from '@/components/export/download';
import { now } from '@/lib/annotations/ids';
import { sanitiseHtml } from '@/lib/article/sanitise';
import type { OnRecordDatabase } from '@/lib/store/database';
import { readImports } from '@/lib/store/import-undo';
import { useLibrary } from './library';
import { useLive } from './use-live';
import '@/components/exchange/exchange.css';

/** Out to other programs and back in. */
export function ExchangeView({ db }: { db: OnRecordDatabase }) {
  const library = useLibrary();
  const { query, ref } = library.place.value;
  const exporting = useMemo(() => createExportJob({ db, download, sanitise: sanitiseHtml, now }), [db]);
  const importing = useMemo(() => createImportJob({ db, sanitise: sanitiseHtml, now }), [db]);
  const imports = useLive(readImports, []);
  const article = useLive(async (read) => (ref === null ? null : ((await read.articles.get(ref)) ?? null)), [ref]);
  const scopes: Scope[] = [
    ...(article ? [{ type: 'article' as const, key: article.key, title: article.title }] : []),
    ...(query.trim() ? [{ type: 'found' as const, query: query.trim() }] : []),
    { type: 'everything' },
  ];
  const { phase } = importing.state.value;
  return (
    <main class="exchange">
      <h1>{i18n.t('library.view.exchange')}</h1>
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
