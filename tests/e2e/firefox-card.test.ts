import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveFocusTo, waitForFocus } from '../browser/firefox-card';
import {
  clickFirefoxIcon,
  closeFirefoxPopup,
  inFirefoxView,
  pressInFirefox,
  textInFirefox,
} from '../browser/firefox-views';
import { readHighlights } from '../browser/highlights';
import { launchFirefox } from '../browser/launch-firefox';
import { clickWords } from '../browser/passage-card';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { QUOTE, SAMPLE } from './sample';

const ADDON = 'on-record@on-record.example';

let server: PageServer;
let browser: Browser;
let close: (() => Promise<void>) | undefined;
beforeAll(async () => {
  server = await servePages({ '/news/tide-fund.html': SAMPLE });
  ({ browser, close } = await launchFirefox({ args: ['-remote-allow-system-access'] }));
});
afterAll(async () => {
  await close?.();
  await server?.close();
});

it('in Firefox the card of a passage opens at a click, is used with keys alone, and leaves the page as it came', async () => {
  const page = await browser.newPage();
  await page.goto(server.url('/news/tide-fund.html'));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await selectText(page, QUOTE);
  await clickFirefoxIcon(browser, ADDON);
  await pressInFirefox(browser, 'popup', 'Quote');
  await expect.poll(() => readHighlights(page), { timeout: 15_000 }).toEqual({ 'on-record-quote': [QUOTE] });
  await expect.poll(() => textInFirefox(browser, 'popup')).toContain('Saved on this device');
  await pressInFirefox(browser, 'popup', 'Done');
  await closeFirefoxPopup(browser);
  await page.evaluate(() => getSelection()?.removeAllRanges());

  await clickWords(page, QUOTE);
  await waitForFocus(browser, 'On Record: Quote');
  await moveFocusTo(browser, page, 'Tab', 'Add a note');
  await page.keyboard.press('Enter');
  await waitForFocus(browser, 'Note');
  await page.keyboard.type('On the quay.');
  const said = () =>
    inFirefoxView(browser, 'tab', () => {
      const host = document.querySelector('html > [popover]') as
        | (Element & { openOrClosedShadowRoot?: ShadowRoot })
        | null;
      return host?.openOrClosedShadowRoot?.querySelector('.said')?.textContent ?? null;
    });
  await moveFocusTo(browser, page, 'Tab', 'Copy citation');
  // The note is saved when its field is left, and what is said of that would come over what is said next.
  await expect.poll(said, { timeout: 10_000 }).toBe('Saved on this device');
  await page.keyboard.press('Enter');
  await expect.poll(said, { timeout: 10_000 }).toBe('Citation copied.');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML), { timeout: 5000 }).toBe(before);

  await page.evaluate(() => {
    const listen = (event: ClipboardEvent) =>
      Object.assign(globalThis, { pasted: event.clipboardData?.getData('text/plain') });
    addEventListener('paste', listen, { once: true });
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'pasted')), { timeout: 10_000 })
    .toMatch(/^“We leave .*#:~:text=We%20leave/);

  await clickFirefoxIcon(browser, ADDON);
  await pressInFirefox(browser, 'popup', 'Edit');
  const note = () =>
    inFirefoxView(browser, 'popup', () => document.querySelector<HTMLTextAreaElement>('textarea')?.value ?? null);
  await expect.poll(note, { timeout: 10_000 }).toBe('On the quay.');
  await closeFirefoxPopup(browser);
  await page.close();
});
