import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { exportJson, pressButton, type Tag, tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type Headers, type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup, reopen } from '../browser/toolbar';
import { misplaced, readExport } from './schema';

/** Somebody who goes from page to page in one browser and tags words by selecting them. */
export class Visitor {
  readonly #launched: LaunchedBrowser;
  readonly #server: PageServer;
  readonly #downloads: string;
  #page: Page | null = null;
  #popup: Page | null = null;
  #before = '';

  private constructor(launched: LaunchedBrowser, server: PageServer, downloads: string) {
    this.#launched = launched;
    this.#server = server;
    this.#downloads = downloads;
  }

  static async arrive(): Promise<Visitor> {
    const downloads = mkdtempSync(join(tmpdir(), 'on-record-visitor-'));
    const server = await servePages();
    const launched = await launchChromium({ downloadDir: downloads, windowSize: { width: 1280, height: 1000 } });
    return new Visitor(launched, server, downloads);
  }

  async leave(): Promise<void> {
    await this.#launched.close();
    await this.#server.close();
    rmSync(this.#downloads, { recursive: true, force: true });
  }

  get page(): Page {
    if (!this.#page) throw new Error('No page was opened yet.');
    return this.#page;
  }

  /** Opens `html` in a tab of its own; a path that no other test uses holds nothing that was tagged before. */
  async open(path: string, html: string, headers?: Headers): Promise<Page> {
    this.#server.set(path, html, headers);
    this.#page = await this.#launched.browser.newPage();
    await this.page.goto(this.#server.url(path));
    this.#before = await this.#html();
    return this.page;
  }

  /** Closes the popup and the tab. */
  async close(): Promise<void> {
    if (this.#popup) await closePopup(this.#popup);
    await this.#page?.close();
    this.#popup = null;
    this.#page = null;
  }

  /** Clicks the icon, after closing a popup that is still open. */
  async click(): Promise<Page> {
    const { extension } = this.#launched;
    this.#popup = this.#popup
      ? await reopen(this.page, extension, this.#popup)
      : await clickToolbarIcon(this.page, extension);
    return this.#popup;
  }

  /** Selects words on the page, clicks the icon and tags them; `near` and `through` as for `selectText`. */
  async tag(kind: Tag, words: string, where: { through?: string; near?: string } = {}): Promise<Page> {
    await selectText(this.page, words, where);
    const popup = await this.click();
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

  /** What an export says was tagged, after every offset in it was found right: kind, words and scope of each segment. */
  async exported() {
    const exported = readExport((await exportJson(this.#popup ?? (await this.click()), this.#downloads)).text);
    expect(misplaced(exported)).toEqual([]);
    return exported.annotations.flatMap(({ kind, segments }) =>
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
