import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Download, downloadedBy } from '../browser/downloads';
import { readHighlights } from '../browser/highlights';
import { EXTENSION_DIR, type LaunchedBrowser, launchChromium } from '../browser/launch';
import { exportJson, pressButton, type Tag, tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type Headers, type PageServer, servePages } from '../browser/serve';
import { killServiceWorker } from '../browser/service-worker';
import { clickToolbarIcon, closePopup, reopen } from '../browser/toolbar';
import { SAMPLE } from './sample';
import { misplaced, type OnRecordExport, readExport } from './schema';

/** Where the occurrence of some words is, as for `selectText`. */
type Where = NonNullable<Parameters<typeof selectText>[2]>;

/** Somebody who goes from page to page in one browser and tags words by selecting them. */
export class Visitor {
  /** For what a person can't do to a browser. */
  readonly launched: LaunchedBrowser;
  readonly #server: PageServer;
  readonly #downloads: string;
  readonly #host: string;
  #page: Page | null = null;
  #popup: Page | null = null;
  #before = '';
  #samples = 0;

  private constructor(launched: LaunchedBrowser, server: PageServer, downloads: string, host: string) {
    this.#host = host;
    this.launched = launched;
    this.#server = server;
    this.#downloads = downloads;
  }

  /**
   * @param host the name by which pages are asked for; any other one than 127.0.0.1 is trusted less by browsers, over http
   * @param extensionDir the build to use, where it is not the one for production
   */
  static async arrive({ host = '127.0.0.1', extensionDir = EXTENSION_DIR } = {}): Promise<Visitor> {
    const downloads = mkdtempSync(join(tmpdir(), 'on-record-visitor-'));
    const server = await servePages();
    const launched = await launchChromium({
      extensionDir,
      downloadDir: downloads,
      windowSize: { width: 1280, height: 1000 },
      args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`],
    });
    return new Visitor(launched, server, downloads, host);
  }

  async leave(): Promise<void> {
    await this.launched.close();
    await this.#server.close();
    rmSync(this.#downloads, { recursive: true, force: true });
  }

  get page(): Page {
    if (!this.#page) throw new Error('No page was opened yet.');
    return this.#page;
  }

  get popup(): Page {
    if (!this.#popup) throw new Error('The icon was not clicked yet.');
    return this.#popup;
  }

  /** Puts a page at a path, or another wording of it. */
  put(path: string, html: string, headers?: Headers): void {
    this.#server.set(path, html, headers);
  }

  /** The full address of a path. */
  address(path: string): string {
    return this.#server.url(path).replace('127.0.0.1', this.#host);
  }

  /** Opens `html` in a tab of its own; a path that no other test uses holds nothing that was tagged before. */
  async open(path: string, html: string, headers?: Headers): Promise<Page> {
    this.put(path, html, headers);
    this.#page = await this.launched.browser.newPage();
    await this.goTo(path);
    return this.page;
  }

  /** Opens the sample article in a tab of its own, at an address that no other test uses. */
  openSample(): Promise<Page> {
    return this.open(`/news/tide-fund-${++this.#samples}.html`, SAMPLE);
  }

  /** Goes to another page in the same tab; the popup is not touched. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.address(path));
    this.#before = await this.#html();
  }

  /** Closes the popup and the tab. */
  async close(): Promise<void> {
    await this.closePopup();
    await this.#page?.close();
    this.#page = null;
  }

  async closePopup(): Promise<void> {
    if (this.#popup) await closePopup(this.#popup);
    this.#popup = null;
  }

  /** Clicks the icon, after closing a popup that is still open. */
  async click(): Promise<Page> {
    const { extension } = this.launched;
    this.#popup = this.#popup
      ? await reopen(this.page, extension, this.#popup)
      : await clickToolbarIcon(this.page, extension);
    return this.#popup;
  }

  /** Selects words on the page and clicks the icon. */
  async clickWith(words: string, where: Where = {}): Promise<Page> {
    await selectText(this.page, words, where);
    return this.click();
  }

  /** Clicks the icon on a page in another tab, which is closed again after `look` had a look at the popup there. */
  async elsewhere(address: string, look: (popup: Page) => Promise<void>): Promise<void> {
    await this.closePopup();
    const tab = await this.launched.browser.newPage();
    try {
      await tab.goto(address);
      this.#popup = await clickToolbarIcon(tab, this.launched.extension);
      await look(this.#popup);
    } finally {
      await this.closePopup();
      await tab.close();
    }
  }

  /** Kills the extension's service worker, as the browser may at any moment; false when it was not running. */
  killServiceWorker(): Promise<boolean> {
    return killServiceWorker(this.launched.browser, this.launched.extensionId);
  }

  /** Selects words on the page, clicks the icon and tags them, without more ado. */
  async tag(kind: Tag, words: string, where: Where = {}): Promise<Page> {
    const popup = await this.clickWith(words, where);
    await tag(popup, kind, words.slice(0, 20));
    await pressButton(popup, 'Done');
    await waitUntilSaved(popup);
    return popup;
  }

  /** Reloads the page and clicks: what is painted then, once something is. */
  async comeBack(): Promise<Record<string, string[]>> {
    await this.page.reload();
    expect(await readHighlights(this.page)).toEqual({});
    await this.click();
    // Asked from here: a page that forbids scripts gives the driver no callbacks to wait in.
    await expect
      .poll(async () => Object.values(await readHighlights(this.page)).flat(), { timeout: 20_000 })
      .not.toEqual([]);
    return readHighlights(this.page);
  }

  /** The file that comes down when `act` is done. */
  downloadedBy(act: () => Promise<void>): Promise<Download> {
    return downloadedBy(this.#downloads, act);
  }

  /** The file that "Export JSON" saves. */
  async exportFile(): Promise<Download> {
    return exportJson(this.#popup ?? (await this.click()), this.#downloads);
  }

  /** What an export holds, after every offset in it was found right. */
  async export(): Promise<OnRecordExport> {
    const read = readExport((await this.exportFile()).text);
    expect(misplaced(read)).toEqual([]);
    return read;
  }

  /** What an export says was tagged: kind, words and scope of each segment. */
  async exported() {
    return (await this.export()).annotations.flatMap(({ kind, segments }) =>
      segments.map((segment) => ({ kind, scope: segment.scope, exact: segment.quote.exact, segment })),
    );
  }

  /** All that was done has left the page's HTML as it came. */
  async expectUntouched(): Promise<void> {
    expect(await this.#html()).toBe(this.#before);
  }

  #html(): Promise<string> {
    return this.page.evaluate(() => document.documentElement.outerHTML);
  }
}
