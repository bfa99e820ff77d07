/** The card of a passage in Firefox, whose closed shadow root Firefox's own scripts can look into. */
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { inFirefoxView } from './firefox-views.ts';

/** How long (ms) one step may take. */
const PATIENCE = 15_000;

/** What has the focus in the card, by its name; null when nothing has. */
export const focusedInFirefoxCard = (browser: Browser): Promise<string | null> =>
  inFirefoxView(browser, 'tab', () => {
    const host = document.querySelector('html > [popover]') as
      | (Element & { openOrClosedShadowRoot?: ShadowRoot })
      | null;
    const focused = host?.openOrClosedShadowRoot?.activeElement;
    return focused ? (focused.getAttribute('aria-label') ?? focused.localName) : null;
  });

/** Waits until something in the card has the focus. @param name how its name starts */
export async function waitForFocus(browser: Browser, name: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let last: string | null = null;
  while (Date.now() < deadline) {
    last = await focusedInFirefoxCard(browser);
    if (last?.startsWith(name)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`In the card not “${name}” has the focus but “${last}”.`);
}

/** Presses a key as often as it takes until something in the card has the focus, waiting each time for it to move. */
export async function moveFocusTo(browser: Browser, page: Page, key: KeyInput, name: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const before = await focusedInFirefoxCard(browser);
    if (before?.startsWith(name)) return;
    await page.keyboard.press(key);
    while ((await focusedInFirefoxCard(browser)) === before) {
      if (Date.now() > deadline) throw new Error(`${key} does not lead from “${before}” to “${name}”.`);
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}
