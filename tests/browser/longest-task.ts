import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Time that the processor spent on it, in µs: other work on the machine does not count. */
  tdur?: number;
  args: { name?: string };
}

/** The longest task of a page's main thread in the next `ms`, in ms of the processor's time. */
export async function longestTask(page: Page, ms: number): Promise<number> {
  await page.tracing.start({ categories: ['toplevel', '__metadata'] });
  await new Promise((done) => setTimeout(done, ms));
  const trace = Buffer.from((await page.tracing.stop()) ?? []).toString('utf8');
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const threads = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}:${tid}`);
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && threads.includes(`${pid}:${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
