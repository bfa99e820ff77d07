import type { Page } from 'puppeteer-core';
import type { PageServer } from '../browser/serve.ts';
import { bundleEngine } from '../e2e/engine.ts';

type ExportFormat = import('@/lib/exchange/formats').ExportFormat;

interface Exported {
  ms: number;
  bytes: number;
  longest: number;
}
declare const engine: {
  prepare(articles: number): Promise<void>;
  exportAll(articles: number, format: string): Promise<Exported>;
  remove(articles: number): Promise<void>;
};

export interface ExportCost extends Exported {
  /** By how much the heap grew at most, in bytes. */
  growth: number;
}

/** How often the heap is looked at, in ms. */
const INTERVAL = 100;

/** What it costs to export a library of so many articles, with twenty times as many passages, in each of these formats. */
export async function exportCosts(
  page: Page,
  server: PageServer,
  articles: number,
  formats: readonly ExportFormat[],
): Promise<Record<string, ExportCost>> {
  server.set('/exchange', '<!doctype html><title>Exchange</title>');
  await page.goto(server.url('/exchange'));
  await page.evaluate(await bundleEngine(`export * from './tests/bench/exchange-in-page';`));
  await page.evaluate((count) => engine.prepare(count), articles);
  const costs: Record<string, ExportCost> = {};
  for (const format of formats) {
    const before = await heapOf(page, true);
    let most = before;
    const timer = setInterval(async () => {
      most = Math.max(most, await heapOf(page, false).catch(() => 0));
    }, INTERVAL);
    const exported = await page.evaluate((count, name) => engine.exportAll(count, name), articles, format);
    clearInterval(timer);
    costs[format] = { ...exported, growth: most - before };
  }
  await page.evaluate((count) => engine.remove(count), articles);
  return costs;
}

async function heapOf(page: Page, isCollected: boolean): Promise<number> {
  if (isCollected) {
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  return (await page.metrics()).JSHeapUsedSize ?? 0;
}
