import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickFirefoxIcon, closeFirefoxPopup, pressInFirefox, typeInFirefox } from '../browser/firefox-views';
import { readHighlights } from '../browser/highlights';
import { launchFirefox } from '../browser/launch-firefox';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { CLAIM, QUOTE, SAMPLE } from './sample';

const ADDON = 'on-record@on-record.example';
/** By which the extension's own pages are addressed, so that they can be opened in a tab. */
const UUID = '6f9d1c52-4a1e-4b58-9c0e-0f3a7d5b2e11';

let server: PageServer;
let browser: Browser;
let close: (() => Promise<void>) | undefined;
let library: Page;

beforeAll(async () => {
  server = await servePages({ '/news/tide-fund.html': SAMPLE });
  ({ browser, close } = await launchFirefox({
    prefs: { 'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }) },
    args: ['-remote-allow-system-access'],
  }));
});

/** Tags a quote of one speaker and a claim of another in the sample, and opens the library. */
async function tagSample(): Promise<void> {
  const page = await browser.newPage();
  await page.goto(server.url('/news/tide-fund.html'));
  await selectText(page, QUOTE);
  await clickFirefoxIcon(browser, ADDON);
  await pressInFirefox(browser, 'popup', 'Quote');
  await typeInFirefox(browser, 'popup', 'Mara Lindqvist');
  await closeFirefoxPopup(browser);
  await selectText(page, CLAIM);
  await clickFirefoxIcon(browser, ADDON);
  await pressInFirefox(browser, 'popup', 'Claim');
  await typeInFirefox(browser, 'popup', 'M. Lindqvist');
  await expect.poll(async () => Object.keys(await readHighlights(page)), { timeout: 15_000 }).toHaveLength(2);
  await closeFirefoxPopup(browser);
  library = await browser.newPage();
  await library.goto(`moz-extension://${UUID}/library.html`, { waitUntil: [] });
}

afterAll(async () => {
  await close?.();
  await server?.close();
});

const rows = () =>
  expect.poll(
    () =>
      library.evaluate(() =>
        [...document.querySelectorAll('.library-list [role="option"]')].map((row) => row.textContent ?? ''),
      ),
    { timeout: 15_000 },
  );

const press = (selector: string, words = '') =>
  expect
    .poll(
      () =>
        library.evaluate(
          (css, text) => {
            const found = [...document.querySelectorAll<HTMLElement>(css)].find((one) =>
              one.textContent?.includes(text),
            );
            found?.click();
            return found !== undefined;
          },
          selector,
          words,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);

const type = (selector: string, text: string) =>
  library.evaluate(
    (css, typed) => {
      const field = document.querySelector<HTMLInputElement>(css);
      if (!field) throw new Error(`There is no ${css}.`);
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    selector,
    text,
  );

describe('the library in Firefox', () => {
  it('finds a quote by words and a speaker, reads its article, and merges two speakers', async () => {
    await tagSample();
    await rows().toEqual([expect.stringContaining('We leave with a signature')]);
    await type('input[type="search"]', 'leave speaker:lindqvist');
    await rows().toEqual([expect.stringContaining('We leave with a signature')]);
    await type('input[type="search"]', 'leave speaker:tavares');
    await rows().toEqual([]);
    await type('input[type="search"]', '');

    await press('.nav-articles a');
    await press('.library-list [role="option"]', 'Harbour cities');
    await expect
      .poll(() => readHighlights(library), { timeout: 15_000 })
      .toEqual({
        'on-record-quote': [QUOTE],
        'on-record-claim': [CLAIM],
      });

    await press('.nav-speakers a');
    await press('.library-list [role="option"]', 'M. Lindqvist');
    await press('.detail button', 'Merge with another speaker');
    await press('.picker-option', 'Mara Lindqvist');
    await press('.question .button-primary');
    await rows().toEqual([expect.stringContaining('2 passages')]);
  });
});
