import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import {
  annotationItem,
  annotationTexts,
  exportJson,
  pressButton,
  pressOnCard,
  type Tag,
  tag,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type Headers, type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup, reopen } from '../browser/toolbar';

/** What we read of an export. */
interface Exported {
  articles: { snapshots: { hash: string; text: string }[] }[];
  annotations: {
    kind: string;
    segments: {
      scope: string;
      snapshot?: string;
      quote: { exact: string };
      position?: { start: number; end: number };
    }[];
  }[];
}

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'), 'utf8');
const HEADLINE = 'Harbour cities agree on a common tide fund';
const COMMENT = 'Forty days a year behind a gate is two months’ rent.';

let server: PageServer;
let launched: LaunchedBrowser;
let downloads: string;
let page: Page;
let popup: Page | null;
/** The page's HTML before the first click. */
let before: string;

beforeAll(async () => {
  downloads = mkdtempSync(join(tmpdir(), 'on-record-scopes-'));
  server = await servePages();
  launched = await launchChromium({ downloadDir: downloads, windowSize: { width: 1280, height: 1000 } });
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
  rmSync(downloads, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await launched.browser.newPage();
  popup = null;
});

afterEach(async () => {
  if (popup) await closePopup(popup);
  await page.close();
});

const html = () => page.evaluate(() => document.documentElement.outerHTML);

/** Opens a page at a path of its own, so that no test finds what another has tagged. */
async function visit(path: string, content: string, headers?: Headers): Promise<void> {
  server.set(path, content, headers);
  await page.goto(server.url(path));
  before = await html();
}

async function click(): Promise<Page> {
  popup = popup ? await reopen(page, launched.extension, popup) : await clickToolbarIcon(page, launched.extension);
  return popup;
}

/** Selects words on the page, clicks the icon and tags them. */
async function tagWords(kind: Tag, words: string, through = words): Promise<Page> {
  await selectText(page, words, { through });
  const opened = await click();
  await tag(opened, kind, words.slice(0, 20));
  await pressButton(opened, 'Done');
  await waitUntilSaved(opened);
  return opened;
}

/** Reloads, clicks, and waits until something is painted again. */
async function comeBack(): Promise<Record<string, string[]>> {
  await page.reload();
  expect(await readHighlights(page)).toEqual({});
  await click();
  await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
  return readHighlights(page);
}

/** The passages of the export; every one of scope `article` must stand at its offsets in the wording that it names. */
async function exportedPassages() {
  const opened = popup ?? (await click());
  const { articles, annotations }: Exported = JSON.parse((await exportJson(opened, downloads)).text);
  const texts = new Map(articles.flatMap(({ snapshots }) => snapshots.map(({ hash, text }) => [hash, text] as const)));
  return annotations.map(({ kind, segments }) => {
    for (const { scope, snapshot, position, quote } of segments) {
      if (scope === 'page') continue;
      expect(texts.get(snapshot ?? '')?.slice(position?.start, position?.end)).toBe(quote.exact);
    }
    return {
      kind,
      scopes: segments.map(({ scope }) => scope),
      exact: segments.map(({ quote }) => quote.exact),
      segments,
    };
  });
}

/** Every element that a painted range of this name lies in, as its own tag and those above it. */
const paintedIn = (name: string) =>
  page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) => {
        const tags: string[] = [];
        for (let at = range.startContainer.parentElement; at; at = at.parentElement) tags.push(at.localName);
        return tags.join(' ');
      }),
    name,
  );

describe('words outside the article', () => {
  it('a headline, a caption and a comment can be tagged: their scope is the page and they have no position', async () => {
    await visit('/outside.html', SAMPLE);
    await tagWords('Claim', HEADLINE);
    await tagWords('Quote', COMMENT);
    await tagWords('Speaker', 'L. Brandt / Harbour Post');
    const exported = await exportedPassages();
    expect(exported.map(({ kind, exact, scopes }) => [kind, ...exact, ...scopes])).toEqual(
      expect.arrayContaining([
        ['claim', HEADLINE, 'page'],
        ['quote', COMMENT, 'page'],
        ['speaker', 'L. Brandt / Harbour Post', 'page'],
      ]),
    );
    for (const { segments } of exported) {
      for (const segment of segments) expect(Object.keys(segment).sort()).toEqual(['quote', 'scope']);
    }

    expect(await comeBack()).toMatchObject({
      'on-record-claim': [HEADLINE],
      'on-record-quote': [COMMENT],
      'on-record-speaker': ['L. Brandt / Harbour Post'],
    });
    expect(await paintedIn('on-record-claim')).toEqual([expect.stringMatching(/^h1 /)]);
    expect(await html()).toBe(before);
  });

  it('that stand in the article as well are painted where they were tagged', async () => {
    await visit('/twice.html', SAMPLE);
    // The words of this comment are the beginning of a quote in the article.
    await selectText(page, 'It is a start', { near: 'is what they said in 2019 too.' });
    const opened = await click();
    await tag(opened, 'Quote', 'It is a start');
    await waitUntilSaved(opened);
    const [{ scopes = [] } = {}] = await exportedPassages();
    expect(scopes).toEqual(['page']);
    await comeBack();
    expect(await paintedIn('on-record-quote')).toEqual([expect.stringMatching(/^p article section /)]);
  });
});

describe('a selection that runs over foreign text', () => {
  const FROM = '“You cannot unload a ship from behind a gate,” he said.';
  const TO = 'Insurers have doubts of another kind.';

  it('is clipped to the article and painted as several ranges when both its ends are in the article', async () => {
    await visit('/over-ad.html', SAMPLE);
    expect(await selectText(page, FROM, { through: TO })).toContain('Dry boots, warm feet');
    const opened = await click();
    await tag(opened, 'Quote', 'You cannot unload');
    await waitUntilSaved(opened);
    await page.waitForFunction(() => CSS.highlights.get('on-record-quote')?.size === 2);
    expect((await annotationTexts(opened)).join()).not.toContain('Dry boots');
    const [{ exact = [], scopes = [] } = {}] = await exportedPassages();
    expect(scopes).toEqual(['article']);
    expect(exact).toEqual([`${FROM}\n\n${TO}`]);
    expect(await comeBack()).toMatchObject({ 'on-record-quote': [FROM, TO] });
    expect(await html()).toBe(before);
  });

  it('is refused with a sentence when it runs from other text into the article, and nothing is tagged', async () => {
    await visit('/mixed.html', SAMPLE);
    await selectText(page, HEADLINE, { through: 'We leave with a signature' });
    const opened = await click();
    await opened.waitForFunction(() =>
      document
        .querySelector('[aria-label="Selected text"]')
        ?.textContent?.includes('This selection runs from the article into other text of the page.'),
    );
    const region = await opened.waitForSelector('::-p-aria([name="Selected text"][role="region"])');
    const buttons = await region?.$$eval('button', (all) => all.map((button) => button.getAttribute('aria-disabled')));
    expect(buttons).toEqual(['true', 'true', 'true']);
    await opened.keyboard.press('q');
    // The refusal is spoken as well: when it was, the key has had its effect.
    await opened.waitForFunction(() =>
      [...document.querySelectorAll('[role="status"]')].some((status) => status.textContent?.includes('runs from the')),
    );
    expect(await annotationTexts(opened)).toEqual([]);

    // The same key tags as soon as the selection keeps to one of them.
    await tagWords('Quote', 'We leave with a signature');
    expect((await exportedPassages()).map(({ exact, scopes }) => [...exact, ...scopes])).toEqual([
      ['We leave with a signature', 'article'],
    ]);
  });
});

describe('annotations that share words', () => {
  const QUOTE = 'the barriers would close the inner docks on about forty days a year';
  const OVERLAP = 'forty days a year, and that the fund sets aside nothing for wages lost on those days';
  const NESTED = 'the inner docks';

  it('all stay, overlapping or nested, until each is deleted for itself', async () => {
    await visit('/shared-words.html', SAMPLE);
    await tagWords('Quote', QUOTE);
    await tagWords('Claim', OVERLAP);
    await tagWords('Speaker', NESTED);
    const painted = { 'on-record-quote': [QUOTE], 'on-record-claim': [OVERLAP], 'on-record-speaker': [NESTED] };
    expect(await comeBack()).toMatchObject(painted);
    const opened = popup ?? (await click());
    for (const words of [QUOTE, OVERLAP, NESTED]) await annotationItem(opened, words);
    expect((await exportedPassages()).map(({ kind, exact }) => [kind, ...exact])).toEqual([
      ['quote', QUOTE],
      ['speaker', NESTED],
      ['claim', OVERLAP],
    ]);

    await pressOnCard(opened, OVERLAP, 'Delete');
    await page.waitForFunction(() => (CSS.highlights.get('on-record-claim')?.size ?? 0) === 0);
    const { 'on-record-claim': _claim, ...others } = painted;
    expect(await readHighlights(page)).toMatchObject(others);
    expect(await html()).toBe(before);
  });

  it('also when the same words are a quote and a claim', async () => {
    await visit('/same-words.html', SAMPLE);
    await tagWords('Quote', QUOTE);
    await tagWords('Claim', QUOTE);
    expect(await comeBack()).toMatchObject({ 'on-record-quote': [QUOTE], 'on-record-claim': [QUOTE] });
  });
});
