import type { Page } from 'puppeteer-core';
import type { PageServer } from '../browser/serve.ts';
import { bundleEngine } from '../e2e/engine.ts';
import type { LibraryTimes } from './library-in-page.ts';

declare const engine: { measure(articles: number): Promise<LibraryTimes> };

/** Times of a library with so many articles and twenty times as many passages, in a page's own database. */
export async function libraryTimes(page: Page, server: PageServer, articles: number): Promise<LibraryTimes> {
  const script = await bundleEngine(`export { measure } from './tests/bench/library-in-page';`);
  server.set('/library', '<!doctype html><title>Library</title>');
  await page.goto(server.url('/library'));
  await page.evaluate(script);
  return page.evaluate((count) => engine.measure(count), articles);
}
