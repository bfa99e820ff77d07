import type { Page } from 'puppeteer-core';
import type { PageServer } from '../browser/serve.ts';
import { bundleEngine } from '../e2e/engine.ts';
import type { LibraryTimes, PreparationTimes } from './library-in-page.ts';

declare const engine: {
  prepare(articles: number): Promise<PreparationTimes>;
  measure(articles: number): Promise<LibraryTimes>;
};

/** Times of a library with so many articles and twenty times as many passages, in a page's own database. */
export async function libraryTimes(
  page: Page,
  server: PageServer,
  articles: number,
): Promise<PreparationTimes & LibraryTimes> {
  const script = await bundleEngine(`export { measure, prepare } from './tests/bench/library-in-page';`);
  server.set('/library', '<!doctype html><title>Library</title>');
  await page.goto(server.url('/library'));
  await page.evaluate(script);
  const prepared = await page.evaluate((count) => engine.prepare(count), articles);
  return { ...prepared, ...(await page.evaluate((count) => engine.measure(count), articles)) };
}
