import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import type { Exporter } from './exporter';

export function ExportButton({ exporter }: { exporter: Exporter }) {
  const session = useSession();
  const articleKey = session.page.value?.articleKey ?? null;
  const isEmpty = session.listed.value?.length === 0 && session.writes.pending.value === 0;
  /** Pressed before it is known which article this is. */
  const [isWanted, want] = useState(false);

  useEffect(() => {
    if (articleKey !== null) return exporter.follow(articleKey, session.report);
    return undefined;
  }, [articleKey, exporter, session]);

  const run = () => {
    want(articleKey === null);
    if (isEmpty) return session.announce(i18n.t('export.nothing'));
    if (articleKey === null) return;
    exporter
      .run(articleKey, session.writes)
      .then(() => session.announce(i18n.t('status.exported', { file: exporter.exported.value?.name ?? '' })))
      .catch(session.report);
  };

  useEffect(() => {
    if (isWanted && articleKey !== null) run();
  });

  return (
    <>
      <button
        type="button"
        class="button button-primary"
        aria-disabled={isEmpty}
        aria-describedby={isEmpty ? 'export-reason' : undefined}
        title={isEmpty ? i18n.t('export.nothing') : undefined}
        onClick={run}
      >
        {i18n.t('export.button')}
      </button>
      {isEmpty && (
        <span class="visually-hidden" id="export-reason">
          {i18n.t('export.nothing')}
        </span>
      )}
    </>
  );
}
