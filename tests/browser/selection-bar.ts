/** The bar beside a selection, in a closed shadow root, as assistive technology finds it. */
import type { ElementHandle, Page } from 'puppeteer-core';

/** How long (ms) the bar may take to come; and how long to wait where it must not. */
const PATIENCE = 10_000;
const SETTLED = 600;

/** The bar, or null while it doesn't show. */
export const selectionBar = (page: Page): Promise<ElementHandle<Element> | null> =>
  page.$('::-p-aria([role="toolbar"])');

/** One of its buttons, once it shows. */
export async function barButton(page: Page, name: string): Promise<ElementHandle<Element>> {
  const deadline = Date.now() + PATIENCE;
  // Asked from here: a page that forbids scripts gives the driver no callbacks to wait in.
  while (Date.now() < deadline) {
    const button = await page.$(`::-p-aria([name="${name}"][role="button"])`);
    if (button) return button;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`There is no bar with a button “${name}”.`);
}

/** Waits until a bar that will come must have come. */
export const barSettled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLED));
