import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { byRole, pressButton, tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { killServiceWorker } from '../browser/service-worker';
import { clickToolbarIcon, closePopup } from '../browser/toolbar';
import { LOOKS, violations, wear } from './axe';
import { closeOn, holdWrites, MOMENTS, serviceWorker } from './interference';
import { misplaced, readExport } from './schema';

/** What an extension page has of the browser's API, as far as it is asked here. */
declare const chrome: { tabs: { query(query: { active: true; currentWindow: true }): Promise<{ id: number }[]> } };

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'));
const WORDS = 'A wall that stops at the city limit';

let downloadDir: string;
let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;
let popup: Page;
let url = '';
let count = 0;
let begun = 0;

beforeAll(async () => {
  server = await servePages();
  launched = await launchChromium();
  page = await launched.browser.newPage();
  // Files of the same name replace each other here, so that downloads are counted as they begin.
  downloadDir = mkdtempSync(join(tmpdir(), 'on-record-export-'));
  const session = await launched.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloadDir,
    eventsEnabled: true,
  });
  session.on('Browser.downloadWillBegin', () => begun++);
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
  rmSync(downloadDir, { recursive: true, force: true });
});

beforeEach(async () => {
  const path = `/news/tide-fund-${++count}.html`;
  server.set(path, SAMPLE);
  url = server.url(path);
  await page.goto(url);
  await selectText(page, WORDS);
  popup = await clickToolbarIcon(page, launched.extension);
  await tag(popup, 'Quote', WORDS);
  await waitUntilSaved(popup);
  begun = 0;
  for (const name of readdirSync(downloadDir)) rmSync(join(downloadDir, name));
});

afterEach(async () => {
  // Whatever a test has left of its interference dies here.
  await killServiceWorker(launched.browser, launched.extensionId);
  await closePopup(popup);
  for (const target of exportPages()) await (await target.asPage()).close();
});

const extensionUrl = (path: string) => `chrome-extension://${launched.extensionId}${path}`;
const exportUrl = (articleUrl: string) =>
  extensionUrl(`/export.html?article=${encodeURIComponent(articleUrl.replace(/^http:/, 'https:'))}`);

const exportPages = () =>
  launched.browser.targets().filter((target) => target.url().startsWith(extensionUrl('/export.html')));

/** The one file that has arrived, after the page that brought it has closed itself; no second one may follow. */
async function theFile() {
  const files = () => readdirSync(downloadDir).filter((name) => name.endsWith('.json'));
  await expect.poll(files, { timeout: 20_000 }).toHaveLength(1);
  await expect.poll(exportPages, { timeout: 10_000 }).toEqual([]);
  await new Promise((done) => setTimeout(done, 500));
  expect(begun).toBe(1);
  const exported = readExport(readFileSync(join(downloadDir, files()[0] ?? ''), 'utf8'));
  expect(misplaced(exported)).toEqual([]);
  return exported;
}

/** Types a letter that the worker does not come to store, and closes the popup in the moment of the press. */
async function typeAndExport() {
  await (await byRole(popup, 'textbox', 'Note').waitHandle()).focus();
  await popup.keyboard.press('m');
  await expect.poll(() => popup.evaluate(() => document.querySelector('.status-words')?.textContent)).toBe('Saving…');
  await closeOn(popup, 'click', () => pressButton(popup, 'Export JSON'));
  await new Promise((done) => setTimeout(done, 500));
  expect(begun).toBe(0);
}

describe('the popup is closed in the very moment of a press on Export JSON', () => {
  it('while a write is under way: the file arrives once, with what was written', async () => {
    const letGo = await holdWrites(launched);
    await typeAndExport();
    await letGo();
    expect((await theFile()).annotations).toEqual([expect.objectContaining({ note: 'm' })]);
  });

  it('and the worker dies with the write: the file arrives once, with what was written', async () => {
    await MOMENTS['between message and apply'](await serviceWorker(launched));
    await typeAndExport();
    expect(await killServiceWorker(launched.browser, launched.extensionId)).toBe(true);
    expect((await theFile()).annotations).toEqual([expect.objectContaining({ note: 'm' })]);
  });

  it('before what makes the file has loaded: the file arrives once', async () => {
    const tab = await popup.evaluate(() => chrome.tabs.query({ active: true, currentWindow: true }));
    await closePopup(popup);
    popup = await launched.browser.newPage();
    await popup.setRequestInterception(true);
    // What makes the file never comes to this page.
    popup.on('request', (request) => {
      if (!request.url().includes('/build-export')) void request.continue();
    });
    await popup.goto(extensionUrl(`/popup.html?tab=${tab[0]?.id}`));
    await closeOn(popup, 'click', () => pressButton(popup, 'Export JSON'));
    expect((await theFile()).annotations).toHaveLength(1);
  });
});

it('says in the popup that the page has exported, when the popup is still there', async () => {
  await (await byRole(popup, 'textbox', 'Note').waitHandle()).focus();
  await popup.evaluate(() => {
    // The press comes in the same task as the letter, so its write is under way for sure.
    addEventListener('input', () =>
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'Export JSON')?.click(),
    );
  });
  await popup.keyboard.press('m');
  expect((await theFile()).annotations).toEqual([expect.objectContaining({ note: 'm' })]);
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('[role="status"]')?.textContent))
    .toMatch(/^Exported on-record_127\.0\.0\.1_.*\.json$/);
});

describe('a page that can’t export', () => {
  const alert = (view: Page) => view.evaluate(() => document.querySelector('[role="alert"]')?.textContent);

  it('stays, says why, and exports once Try again helps', async () => {
    const view = await launched.browser.newPage();
    await view.evaluateOnNewDocument(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('The disk can’t be read.', 'UnknownError');
      };
      globalThis.repair = () => {
        IDBDatabase.prototype.transaction = transaction;
      };
    });
    await view.goto(exportUrl(url));
    await expect.poll(() => alert(view)).toMatch(/^Nothing was exported: .*\.$/);
    await pressButton(view, 'Try again');
    await expect.poll(() => alert(view)).toMatch(/^Nothing was exported: .*\.$/);
    expect(await view.evaluate(() => document.activeElement?.textContent)).toBe('Try again');
    expect(begun).toBe(0);
    await view.evaluate(() => globalThis.repair?.());
    await pressButton(view, 'Try again');
    expect((await theFile()).annotations).toHaveLength(1);
  });

  it('says so when nothing is tagged, and axe finds no fault with it', async () => {
    const view = await launched.browser.newPage();
    await view.goto(exportUrl(server.url('/news/nothing-tagged.html')));
    await expect.poll(() => alert(view)).toBe('Nothing was exported: nothing is tagged in this article.');
    for (const look of LOOKS) {
      await wear(view, look);
      expect(await violations(view, { colours: look !== 'forced' })).toEqual([]);
    }
    await view.close();
  });
});
