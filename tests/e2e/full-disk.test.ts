import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { byRole, pressButton, tag, waitForSelection, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup, reopen } from '../browser/toolbar';
import { fillDisk, readStore } from './interference';

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'));
const QUOTE = 'We leave with a signature, not with a promise,';
const SENTENCE = 'A change was not saved. The disk is full, so nothing was saved. Free some space, then try again.';

let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;
let popup: Page;
let url = '';
let count = 0;
let makeRoom: (() => Promise<void>) | null = null;

beforeAll(async () => {
  server = await servePages();
  launched = await launchChromium({ windowSize: { width: 1280, height: 1000 } });
  page = await launched.browser.newPage();
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

beforeEach(async () => {
  const path = `/news/tide-fund-${++count}.html`;
  server.set(path, SAMPLE);
  url = server.url(path);
  await page.goto(url);
  await selectText(page, QUOTE);
  popup = await clickToolbarIcon(page, launched.extension);
  await waitForSelection(popup, QUOTE);
  await tag(popup, 'Quote', QUOTE);
  await waitUntilSaved(popup);
  makeRoom = await fillDisk(launched);
  const note = await byRole(popup, 'textbox', 'Note').waitHandle();
  await note.focus();
  await popup.keyboard.type('tape');
  await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBeGreaterThan(0);
});

afterEach(async () => {
  await makeRoom?.();
  await closePopup(popup);
});

const alerts = () =>
  popup.$$eval('[role="alert"] p', (sentences) => sentences.map((sentence) => sentence.textContent ?? ''));
const kept = async () => (await readStore(popup, url)).waiting;
const note = async () => (await readStore(popup, url)).annotations.map((annotation) => annotation.note);

describe('a note of several letters that is typed while the disk is full', () => {
  it('is one problem, and Try again saves all of it, also after the popup was closed', async () => {
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);
    expect(await note()).toEqual(['']);
    popup = await reopen(page, launched.extension, popup);
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);

    await makeRoom?.();
    await pressButton(popup, 'Try again');
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([]);
    await expect.poll(note, { timeout: 20_000 }).toEqual(['tape']);
    await expect.poll(kept, { timeout: 20_000 }).toEqual([]);
  });

  it('is no problem any more once its next letter could be saved', async () => {
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([SENTENCE]);
    await makeRoom?.();
    await popup.keyboard.type('s');
    await expect.poll(alerts, { timeout: 20_000 }).toEqual([]);
    await waitUntilSaved(popup);
    expect(await note()).toEqual(['tapes']);
    await expect.poll(kept, { timeout: 20_000 }).toEqual([]);
  });
});
