import { useEffect } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import type { Exporter } from './exporter';

const NOTHING = 'Nothing is tagged on this page yet.';

export function ExportButton({ exporter }: { exporter: Exporter }) {
  const session = useSession();
  const articleKey = session.page.value?.articleKey ?? null;
  const isEmpty = (session.listed.value?.length ?? 0) === 0 && session.writes.pending.value === 0;
  const isDisabled = articleKey === null || isEmpty;

  useEffect(() => {
    if (articleKey !== null) return exporter.follow(articleKey, session.report);
    return undefined;
  }, [articleKey, exporter, session]);

  const run = () => {
    if (articleKey === null || isDisabled) {
      session.announce(NOTHING);
      return;
    }
    exporter
      .run(articleKey, session.writes)
      .then(() => session.announce(`Exported ${exporter.exported.value?.name ?? ''}`))
      .catch(session.report);
  };

  return (
    <>
      <button
        type="button"
        class="button button-primary"
        aria-disabled={isDisabled}
        aria-describedby={isDisabled ? 'export-reason' : undefined}
        title={isDisabled ? NOTHING : undefined}
        onClick={run}
      >
        Export JSON
      </button>
      {isDisabled && (
        <span class="visually-hidden" id="export-reason">
          {NOTHING}
        </span>
      )}
    </>
  );
}
