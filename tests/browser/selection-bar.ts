/** The bar beside a selection, in a closed shadow root, as assistive technology finds it. */
import type { ElementHandle, Page } from 'puppeteer-core';

/** How long (ms) the bar may take to come; and how long to wait where it must not. */
const PATIENCE = 20_000;
const SETTLED = 600;

/** The bar, or null while it doesn't show. */
export const selectionBar = (page: Page): Promise<ElementHandle<Element> | null> =>
  page.$('::-p-aria([role="toolbar"])');

/** One of its buttons, once it shows. */
export const barButton = (page: Page, name: string): Promise<ElementHandle<Element>> =>
  poll(() => page.$(`::-p-aria([name="${name}"][role="button"])`), `There is no bar with a button “${name}”.`);

/** Waits until the bar shows; on a large page, whose accessibility tree takes long to search, by its host alone. */
export async function barShown(page: Page): Promise<void> {
  const isShown = () => page.evaluate(() => document.querySelector('html > [popover]:popover-open') !== null || null);
  await poll(isShown, 'There is no bar.');
}

/** Asked from here: a page that forbids scripts gives the driver no callbacks to wait in. */
async function poll<T>(ask: () => Promise<T | null>, otherwise: string): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(otherwise);
}

/** Waits until a bar that will come must have come. */
export const barSettled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLED));
