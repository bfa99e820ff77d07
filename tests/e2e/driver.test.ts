import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { killServiceWorker } from '../browser/service-worker';
import { clickToolbarIcon } from '../browser/toolbar';
import { SAMPLE } from './sample';

let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  server = await servePages({ '/article.html': SAMPLE });
  launched = await launchChromium();
  page = await launched.browser.newPage();
  await page.goto(server.url('/article.html'));
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

describe('the icon in the toolbar', () => {
  it('is what brings us onto the page: before a click there is no script and nothing is painted', async () => {
    const before = await page.content();
    await selectText(page, 'It is a start,');
    // A script that runs at idle would be there by now.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))));
    expect(page.extensionRealms()).toHaveLength(0);
    expect(await readHighlights(page)).toEqual({});
    expect(await page.content()).toBe(before);

    // The same look finds both once the icon was clicked and something was tagged.
    const popup = await clickToolbarIcon(page, launched.extension);
    await tag(popup, 'Quote', 'It is a start,');
    await waitUntilSaved(popup);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    expect(page.extensionRealms()).toHaveLength(1);
    expect(await readHighlights(page)).toMatchObject({ 'on-record-quote': ['It is a start,'] });
    expect(await page.content()).toBe(before);
  });

  it('leaves a service worker that can be killed', async () => {
    await launched.browser.waitForTarget((target) => target.type() === 'service_worker');
    expect(await killServiceWorker(launched.browser, launched.extensionId)).toBe(true);
    expect(await killServiceWorker(launched.browser, launched.extensionId)).toBe(false);
  });
});

it('selects a passage across elements and lines by its words', async () => {
  server.set('/split.html', '<p>One <b>two\n  three</b></p><p>four</p><p>One two</p>');
  await page.goto(server.url('/split.html'));
  expect((await selectText(page, 'One two three')).replace(/\s+/g, ' ')).toBe('One two three');
  expect((await selectText(page, 'three', { through: 'four' })).split(/\s+/)).toEqual(['three', 'four']);
  await selectText(page, 'One two', { nth: 1 });
  expect(await page.evaluate(() => getSelection()?.anchorNode?.parentElement?.matches('p:last-child'))).toBe(true);
  // "ne t" stands within the passage as well, but words within it are not beside it.
  await selectText(page, 'ne t', { near: 'One two three' });
  expect(await page.evaluate(() => getSelection()?.anchorNode?.parentElement?.matches('p:last-child'))).toBe(true);
  await expect(selectText(page, 'five')).rejects.toThrow('five');
});
