import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { downloadedBy } from '../browser/downloads';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import {
  annotationItem,
  byRole,
  nameSpeaker,
  pressButton,
  pressOnCard,
  tag,
  typeInto,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup } from '../browser/toolbar';
import { closeOn, fillDisk, forgetWaiting, readStore } from './interference';
import { misplaced, readExport } from './schema';

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'));
const WORDS = 'A wall that stops at the city limit';

let downloadDir: string;
let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;
let popup: Page;
let url = '';
let count = 0;

beforeAll(async () => {
  downloadDir = mkdtempSync(join(tmpdir(), 'on-record-vanishing-'));
  server = await servePages();
  launched = await launchChromium({ downloadDir });
  page = await launched.browser.newPage();
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
  await open();
  await waitForSelection(popup, WORDS);
});

afterEach(async () => {
  if (!popup.isClosed()) await forgetWaiting(popup);
  await closePopup(popup);
});

const open = async () => {
  popup = await clickToolbarIcon(page, launched.extension);
};
const stored = async () => (await readStore(popup, url)).annotations;
const typedIn = (role: string, name: string) =>
  byRole(popup, role, name)
    .map((field) => (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null))
    .wait();
const focus = async (role: string, name: string) => {
  const field = await byRole(popup, role, name).waitHandle();
  await field.focus();
};

describe('the popup is closed in the very moment of', () => {
  it('a press of Q: the quote is tagged', async () => {
    await closeOn(popup, 'keydown', () => popup.keyboard.press('q'));
    await open();
    await annotationItem(popup, WORDS);
    expect(await stored()).toEqual([expect.objectContaining({ kind: 'quote', segments: [WORDS] })]);
    await page.waitForFunction(() => CSS.highlights.get('on-record-quote')?.size === 1);
  });

  it('a letter typed in Note: the letter is there', async () => {
    await tag(popup, 'Quote', WORDS);
    await typeInto(popup, 'textbox', 'Note', 'Ask her agai');
    await focus('textbox', 'Note');
    await closeOn(popup, 'input', () => popup.keyboard.press('n'));
    await open();
    expect(await typedIn('textbox', 'Note')).toBe('Ask her again');
    await expect.poll(stored).toEqual([expect.objectContaining({ note: 'Ask her again' })]);
  });

  it('a press on Delete: it is deleted and can be brought back', async () => {
    await tag(popup, 'Quote', WORDS);
    await waitUntilSaved(popup);
    await closeOn(popup, 'click', () => pressOnCard(popup, WORDS, 'Delete'));
    await open();
    await byRole(popup, 'button', 'Undo').wait();
    await expect.poll(stored).toEqual([expect.objectContaining({ isDeleted: true })]);
    await pressButton(popup, 'Undo');
    await annotationItem(popup, WORDS);
    await expect.poll(stored).toEqual([expect.objectContaining({ isDeleted: false })]);
  });

  it('a press on Export JSON: the file arrives whole', async () => {
    await tag(popup, 'Quote', WORDS);
    await nameSpeaker(popup, 'Mara Lindqvist', 'Commissioner');
    await closePopup(popup);
    await open();
    await annotationItem(popup, WORDS);
    const file = await downloadedBy(downloadDir, () =>
      closeOn(popup, 'click', () => pressButton(popup, 'Export JSON')),
    );
    const exported = readExport(file.text);
    expect(exported.annotations.map(({ segments }) => segments[0]?.quote.exact)).toEqual([WORDS]);
    expect(exported.speakers).toEqual([expect.objectContaining({ name: 'Mara Lindqvist', role: 'Commissioner' })]);
    expect(misplaced(exported)).toEqual([]);
  });
});

describe('a write that fails on a full disk', () => {
  const SENTENCE = 'The disk is full, so nothing was saved. Free some space, then try again.';
  const alert = () => popup.evaluate(() => document.querySelector('[role="alert"] p')?.textContent);
  let makeRoom: (() => Promise<void>) | null = null;

  afterEach(async () => {
    await makeRoom?.();
    makeRoom = null;
  });

  it('says so, keeps the tag, also while the popup is closed, and Try again saves it', async () => {
    makeRoom = await fillDisk(launched);
    await popup.keyboard.press('q');
    await expect.poll(alert, { timeout: 20_000 }).toBe(`A tag was not saved. ${SENTENCE}`);
    expect(await stored()).toEqual([]);

    await closePopup(popup);
    await open();
    await expect.poll(alert, { timeout: 20_000 }).toBe(`A tag was not saved. ${SENTENCE}`);
    await makeRoom();
    await pressButton(popup, 'Try again');
    await waitUntilSaved(popup);
    await annotationItem(popup, WORDS);
    expect(await stored()).toEqual([expect.objectContaining({ kind: 'quote', segments: [WORDS] })]);
    expect(await alert()).toBeUndefined();
    expect((await readStore(popup, url)).waiting).toEqual([]);
  });

  it('leaves in Note what was typed, and Try again saves it', async () => {
    await tag(popup, 'Quote', WORDS);
    await waitUntilSaved(popup);
    makeRoom = await fillDisk(launched);
    await focus('textbox', 'Note');
    await popup.keyboard.press('m');
    await expect.poll(alert, { timeout: 20_000 }).toBe(`A change was not saved. ${SENTENCE}`);
    expect(await typedIn('textbox', 'Note')).toBe('m');
    expect(await stored()).toEqual([expect.objectContaining({ note: '' })]);

    await makeRoom();
    await pressButton(popup, 'Try again');
    await waitUntilSaved(popup);
    expect(await stored()).toEqual([expect.objectContaining({ note: 'm' })]);
    expect(await typedIn('textbox', 'Note')).toBe('m');
  });
});
