/** What the bench of exports does in a page, in the browser's own database. To be bundled. */
import { createBreather } from '@/lib/breather';
import { type ExportFormat, writeFile } from '@/lib/exchange/formats';
import { toExport } from '@/lib/exchange/json';
import { openDatabase } from '@/lib/store/database';
import { articleKeys, everySpeaker, exportInputs } from '@/lib/store/export-source';
import { fill } from './library-data';

const AT = '2026-11-24T10:00:00.000Z';
const nameOf = (articles: number) => `exchange-${articles}`;

export async function prepare(articles: number): Promise<void> {
  await fill(openDatabase(nameOf(articles)), articles);
}

export const remove = (articles: number): Promise<void> => openDatabase(nameOf(articles)).delete();

/** How long, in ms, an export of everything takes, how large it is in bytes, and for how long the page had no turn at most. */
export async function exportAll(
  articles: number,
  format: ExportFormat,
): Promise<{ ms: number; bytes: number; longest: number }> {
  const db = openDatabase(nameOf(articles));
  const breathe = createBreather();
  async function* parts() {
    for await (const input of exportInputs(db, await articleKeys(db), new AbortController().signal)) {
      yield toExport(input, AT, (html) => html);
      await breathe();
    }
  }
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  const file = await writeFile(format, parts(), {
    exportedAt: AT,
    only: null,
    otherSpeakers: await everySpeaker(db),
    reviewer: null,
    onMissing: () => undefined,
  });
  const ms = performance.now() - start;
  observer.disconnect();
  return { ms, bytes: file?.blob.size ?? 0, longest };
}
