import { useEffect, useState } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import type { Exporter } from './exporter';

const NOTHING = 'Nothing is tagged on this page yet.';

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
    if (isEmpty) return session.announce(NOTHING);
    if (articleKey === null) return;
    exporter
      .run(articleKey, session.writes)
      .then(() => session.announce(`Exported ${exporter.exported.value?.name ?? ''}`))
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
        title={isEmpty ? NOTHING : undefined}
        onClick={run}
      >
        Export JSON
      </button>
      {isEmpty && (
        <span class="visually-hidden" id="export-reason">
          {NOTHING}
        </span>
      )}
    </>
  );
}
