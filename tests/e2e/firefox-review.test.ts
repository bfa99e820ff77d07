import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadedBy } from '../browser/downloads';
import {
  clickFirefoxIcon,
  focusedInFirefox,
  inFirefoxView,
  pressInFirefox,
  pressKeysInFirefox,
  textInFirefox,
  typeInFirefox,
} from '../browser/firefox-views';
import { launchFirefox } from '../browser/launch-firefox';
import { type PageServer, servePages } from '../browser/serve';
import { SAMPLE } from './sample';
import { readExport } from './schema';

const ADDON = 'on-record@on-record.example';
const SPEAKER = 'Nora';

describe('the review of what is suggested, in Firefox', () => {
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

  const patience = { timeout: 15_000 };
  const focus = (what: RegExp) => expect.poll(() => focusedInFirefox(browser, 'popup'), patience).toMatch(what);
  const shown = (words: string) => expect.poll(() => textInFirefox(browser, 'popup'), patience).toContain(words);

  /** Clicks on the first quote whose speaker is open; the id of its annotation. */
  const openUnnamed = () =>
    inFirefoxView(browser, 'popup', () => {
      const chip = document.querySelector<HTMLElement>('.card-quote .chip-open');
      chip?.click();
      return chip?.closest('.card')?.getAttribute('data-id') ?? null;
    });

  it('tags the sample in few key presses, one speaker corrected, and exports it as suggested', async () => {
    const page = await browser.newPage();
    await page.goto(server.url('/news/tide-fund.html'));
    await clickFirefoxIcon(browser, ADDON);
    await pressInFirefox(browser, 'popup', 'Review');
    await focus(/^button Accept/);
    await pressKeysInFirefox(browser, 'popup', ['a']);
    await focus(/^button Done/);
    await shown('Saved on this device');
    await pressKeysInFirefox(browser, 'popup', ['Enter']);
    let corrected: string | null = null;
    await expect.poll(async () => (corrected = await openUnnamed()), patience).not.toBeNull();
    await focus(/^input Speaker/);
    await typeInFirefox(browser, 'popup', SPEAKER);
    await expect
      .poll(() => inFirefoxView(browser, 'popup', () => document.querySelector('input')?.value), patience)
      .toBe(SPEAKER);
    await shown('Saved on this device');

    const { text } = await downloadedBy(downloads, () => pressInFirefox(browser, 'popup', 'Export JSON'));
    const { annotations, speakers } = readExport(text);
    expect(new Set(annotations.map(({ origin }) => origin))).toEqual(new Set(['suggested']));
    expect(new Set(annotations.map(({ kind }) => kind))).toEqual(new Set(['quote', 'claim']));
    const nora = speakers.find(({ name }) => name === SPEAKER);
    expect(nora).toBeDefined();
    expect(annotations.find(({ id }) => id === corrected)?.attribution.speakerId).toBe(nora?.id);
    expect(speakers.map(({ name }) => name)).toContain('Mara Lindqvist');
    await page.close();
  });
});
