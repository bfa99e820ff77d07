import type { Exporter } from './export/exporter';
import { useSession } from './session-context';

function countWords(count: number): string {
  return count === 1 ? '1 annotation' : `${count} annotations`;
}

/** What has become of the last thing that was done, and how much there is. */
export function StatusBar({ exporter }: { exporter: Exporter }) {
  const session = useSession();
  const count = session.listed.value?.length ?? 0;
  const exported = exporter.exported.value;
  let state = count > 0 ? 'Saved on this device' : 'Nothing leaves this device';
  if (session.writes.pending.value > 0) state = 'Saving…';
  else if (session.writes.problems.value.length > 0) state = 'Not everything is saved';
  else if (exported && exported.at > (session.writes.acknowledgedAt() ?? 0)) state = `Exported ${exported.name}`;
  return (
    <div class="status-bar">
      <span class="status-words" title={state}>
        {state}
      </span>
      <span class="status-count">{countWords(count)}</span>
      {/* Saving is too frequent to be spoken: only what a person asked for is. */}
      <span class="visually-hidden" role="status">
        {session.announcement.value}
      </span>
    </div>
  );
}
