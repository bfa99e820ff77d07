import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadedBy } from '../browser/downloads';
import { launchFirefox } from '../browser/launch-firefox';
import { readExport } from './schema';

const ADDON = 'on-record@on-record.example';
/** By which the extension's own pages are addressed, so that they can be opened in a tab. */
const UUID = '0b8f5a3e-7c62-4f4e-9d3b-5a1c2e6f7081';

const TEXT = 'The harbour bridge opened on Monday.\n\n“We built it in two years,” the mayor said. 🌉';
const WORDS = 'We built it in two years,';
const AT = '2026-11-20T09:00:00.000Z';

/** A backup with one quote in one article, as On Record writes it. */
function backup(): string {
  const hash = createHash('sha256').update(TEXT).digest('hex');
  const sources = Object.fromEntries(
    ['title', 'byline', 'siteName', 'section', 'publishedTime', 'modifiedTime', 'lang'].map((name) => [name, null]),
  );
  const metadata = {
    title: 'Bridge opens',
    byline: null,
    authors: [],
    siteName: 'The Paper',
    section: null,
    publishedTime: null,
    modifiedTime: null,
    lang: 'en',
    dir: null,
    sources,
  };
  const key = 'https://paper.example/news/bridge';
  const start = TEXT.indexOf(WORDS);
  const speakerId = '00000000-0000-4000-8000-000000000001';
  const lifetime = { createdAt: AT, updatedAt: AT, deletedAt: null };
  const snapshot = {
    hash,
    url: key,
    text: TEXT,
    html: `<p>${TEXT}</p>`,
    blocks: [],
    asides: [],
    metadata,
    capturedAt: AT,
    extractor: 'test',
  };
  return JSON.stringify({
    format: 'on-record',
    version: 1,
    exportedAt: AT,
    generator: 'On Record 0.1.0',
    articles: [{ key, url: key, ...metadata, ...lifetime, aliases: [], snapshots: [snapshot] }],
    speakers: [
      { id: speakerId, name: 'Ada Brown', role: 'mayor', organisation: '', aliases: [], wikidata: null, ...lifetime },
    ],
    annotations: [
      {
        id: '00000000-0000-4000-8000-000000000002',
        articleKey: key,
        kind: 'quote',
        segments: [
          {
            scope: 'article',
            snapshot: hash,
            quote: { type: 'TextQuoteSelector', exact: WORDS, prefix: '“', suffix: '”' },
            position: { type: 'TextPositionSelector', start, end: start + WORDS.length },
          },
        ],
        placements: [],
        quoteType: 'direct',
        attribution: { speakerId, describedAs: null, mention: null, cue: null },
        claim: null,
        tags: [],
        note: '',
        creator: null,
        origin: 'hand',
        probability: null,
        links: [],
        ...lifetime,
      },
    ],
  });
}

let browser: Browser;
let close: (() => Promise<void>) | undefined;
let downloads: string;
let library: Page;
beforeAll(async () => {
  downloads = mkdtempSync(join(tmpdir(), 'on-record-exchange-firefox-'));
  ({ browser, close } = await launchFirefox({
    downloadDir: downloads,
    prefs: { 'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }) },
    args: ['-remote-allow-system-access'],
  }));
  library = await browser.newPage();
  await library.goto(`moz-extension://${UUID}/library.html#exchange`, { waitUntil: [] });
});
afterAll(async () => {
  await close?.();
  rmSync(downloads, { recursive: true, force: true });
});

const says = () =>
  expect.poll(() => library.evaluate(() => document.body?.innerText ?? '').catch(() => ''), { timeout: 20_000 });

const press = (words: string) =>
  library.evaluate((name) => {
    const button = [...document.querySelectorAll<HTMLElement>('.exchange button')].find(
      (one) => (one.ariaLabel ?? one.textContent) === name,
    );
    if (!button) throw new Error(`There is no button “${name}”.`);
    button.click();
  }, words);

describe('export and import in Firefox', () => {
  it('brings a backup in, shows what is in it, and writes it again as it was', async () => {
    await says().toContain('Choose a file');
    await library.evaluate((text) => {
      const field = document.querySelector<HTMLInputElement>('.exchange-file input');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'backup.json'));
      if (!field) throw new Error('There is no field for a file.');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, backup());
    await says().toMatch(/New\s*3/);
    await press('Import');
    await says().toContain('backup.json was imported.');

    const { text } = await downloadedBy(downloads, () => press('Export'));
    const [before, after] = [readExport(backup()), readExport(text)];
    expect({ ...after, exportedAt: AT }).toEqual(before);

    await library.evaluate(() => {
      location.hash = '#quotes';
    });
    await says().toContain(WORDS);
    await library.evaluate(() => {
      location.hash = '#exchange';
    });
    await says().toContain('Imports of the last 30 days');
    await press('Undo: backup.json');
    await says().toContain('The import was taken back.');
  });
});
