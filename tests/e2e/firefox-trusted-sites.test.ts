import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeFirefoxSiteAccess } from '../browser/firefox-site-access';
import { clickFirefoxIcon, closeFirefoxPopup, pressInFirefox, textInFirefox } from '../browser/firefox-views';
import { readHighlights } from '../browser/highlights';
import { launchFirefox } from '../browser/launch-firefox';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { QUOTE, SAMPLE } from './sample';

const ADDON = 'on-record@on-record.example';
const SITE = 'http://127.0.0.1/*';

let server: PageServer;
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
beforeAll(async () => {
  server = await servePages({ '/news/tide-fund.html': SAMPLE, '/news/another.html': SAMPLE });
  firefox = await launchFirefox({ args: ['-remote-allow-system-access'] });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

it('Firefox paints a site that is trusted without a click, until that is withdrawn', async () => {
  const { browser } = firefox;
  const page = await browser.newPage();
  const painted = () => expect.poll(() => readHighlights(page), { timeout: 15_000 });
  const tagged = { 'on-record-quote': [QUOTE] };
  await page.goto(server.url('/news/tide-fund.html'));
  await selectText(page, QUOTE);
  await clickFirefoxIcon(browser, ADDON);
  await pressInFirefox(browser, 'popup', 'Quote');
  await painted().toEqual(tagged);
  await expect.poll(() => textInFirefox(browser, 'popup')).toContain('Saved on this device');
  await closeFirefoxPopup(browser);
  await page.reload();
  expect(await readHighlights(page)).toEqual({});

  // In the tab that is open, in one that is loaded, and in one that goes to the article by itself.
  await changeFirefoxSiteAccess(browser, ADDON, 'add', SITE);
  await painted().toEqual(tagged);
  await page.reload();
  await painted().toEqual(tagged);
  await page.goto(server.url('/news/another.html'));
  await page.evaluate(() => history.pushState(null, '', '/news/tide-fund.html'));
  await painted().toEqual(tagged);

  await changeFirefoxSiteAccess(browser, ADDON, 'remove', SITE);
  await painted().toEqual({});
  await page.reload();
  await clickFirefoxIcon(browser, ADDON);
  await painted().toEqual(tagged);
  await closeFirefoxPopup(browser);
});
