import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadedBy } from '../browser/downloads';
import { drag } from '../browser/drag';
import {
  clickFirefoxIcon,
  closeFirefoxPopup,
  openFirefoxSidebar,
  pressInFirefox,
  textInFirefox,
  typeInFirefox,
} from '../browser/firefox-views';
import { readHighlights } from '../browser/highlights';
import { launchFirefox } from '../browser/launch-firefox';
import { selectText } from '../browser/select';
import { barShown } from '../browser/selection-bar';
import { type PageServer, servePages } from '../browser/serve';
import { CLAIM, QUOTE, SAMPLE } from './sample';
import { misplaced, readExport } from './schema';

const ADDON = 'on-record@on-record.example';
const SPEAKER = 'Mara Lindqvist';

describe('in Firefox', () => {
  let server: PageServer;
  let browser: Browser;
  let close: (() => Promise<void>) | undefined;
  let downloads: string;

  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'on-record-firefox-'));
    server = await servePages({ '/news/tide-fund.html': SAMPLE });
    ({ browser, close } = await launchFirefox({ downloadDir: downloads, args: ['-remote-allow-system-access'] }));
  });
  afterAll(async () => {
    await close?.();
    await server?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('a quote is tagged by the icon and a claim on the page, both are painted after a reload, listed and exported', async () => {
    const page = await browser.newPage();
    await page.goto(server.url('/news/tide-fund.html'));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const painted = () => expect.poll(() => readHighlights(page), { timeout: 15_000 });

    await selectText(page, QUOTE);
    await clickFirefoxIcon(browser, ADDON);
    await pressInFirefox(browser, 'popup', 'Quote');
    await typeInFirefox(browser, 'popup', SPEAKER);
    await painted().toEqual({ 'on-record-quote': [QUOTE] });
    await expect.poll(() => textInFirefox(browser, 'popup')).toMatch(`Quote: ${QUOTE}`);
    await expect.poll(() => textInFirefox(browser, 'popup')).toContain('Saved on this device');
    await closeFirefoxPopup(browser);

    // The bar, in a closed root: it takes the key, and nothing of it stays.
    await drag(page, CLAIM, CLAIM);
    await barShown(page);
    await page.keyboard.press('c');
    await painted().toEqual({ 'on-record-quote': [QUOTE], 'on-record-claim': [CLAIM] });
    // It asks who said it, until it is told not to.
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML), { timeout: 5000 }).toBe(before);

    await page.reload();
    expect(await readHighlights(page)).toEqual({});
    await clickFirefoxIcon(browser, ADDON);
    await painted().toEqual({ 'on-record-quote': [QUOTE], 'on-record-claim': [CLAIM] });

    const { text, fileName } = await downloadedBy(downloads, () => pressInFirefox(browser, 'popup', 'Export JSON'));
    expect(fileName).toMatch(/^on-record_.*\.json$/);
    const exported = readExport(text);
    expect(misplaced(exported)).toEqual([]);
    expect(exported.speakers.map(({ name }) => name)).toEqual([SPEAKER]);
    const words = exported.annotations.map(({ kind, segments, attribution }) => [
      kind,
      segments[0]?.quote.exact,
      attribution.speakerId,
    ]);
    expect(words.sort()).toEqual([
      ['claim', CLAIM, null],
      ['quote', QUOTE, exported.speakers[0]?.id],
    ]);
    await closeFirefoxPopup(browser);

    await openFirefoxSidebar(browser, ADDON);
    await expect.poll(() => textInFirefox(browser, 'sidebar'), { timeout: 10_000 }).toContain(SPEAKER);
    const shown = await textInFirefox(browser, 'sidebar');
    for (const passage of [QUOTE, CLAIM]) expect(shown).toContain(passage);
    await page.close();
  });
});
