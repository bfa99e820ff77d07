import { i18n } from '#i18n';
import type { Exporter } from './export/exporter';
import { useSession } from './session-context';

/** What has become of the last thing that was done, and how much there is. */
export function StatusBar({ exporter }: { exporter: Exporter }) {
  const session = useSession();
  const count = session.listed.value?.length ?? 0;
  const exported = exporter.exported.value;
  let state = count > 0 ? i18n.t('status.saved') : i18n.t('status.private');
  if (session.writes.pending.value > 0) state = i18n.t('status.saving');
  else if (session.writes.problems.value.length > 0) state = i18n.t('status.unsaved');
  else if (exported && exported.at > (session.writes.acknowledgedAt() ?? 0))
    state = i18n.t('status.exported', { file: exported.name });
  return (
    <div class="status-bar">
      <span class="status-words">{state}</span>
      <span class="status-count">{i18n.t('status.count', count)}</span>
      {/* Saving is too frequent to be spoken: only what a person asked for is. */}
      <span class="visually-hidden" role="status">
        {session.announcement.value}
      </span>
    </div>
  );
}
