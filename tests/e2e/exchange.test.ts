import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, nameSpeaker, pressButton } from '../browser/popup-driver';
import { LOOKS, violations, wear } from './axe';
import { CLAIM, QUOTE } from './sample';
import { readExport } from './schema';
import { Visitor } from './visitor';

/** Where it was tagged, and a machine on which On Record was just installed. */
let here: Visitor;
let there: Visitor;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-exchange-'));
  here = await Visitor.arrive();
  await here.openSample();
  const popup = await here.tag('Quote', QUOTE);
  await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
  await nameSpeaker(popup, 'Mara Lindqvist');
  await here.tag('Claim', CLAIM);
  await here.closePopup();
});
afterAll(async () => {
  await here?.leave();
  await there?.leave();
  rmSync(folder, { recursive: true, force: true });
});

/** The view of exports and imports, in a tab of its own. */
async function openExchange(visitor: Visitor): Promise<Page> {
  const page = await visitor.launched.browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(`chrome-extension://${visitor.launched.extensionId}/library.html#exchange`);
  await page.waitForSelector('.exchange h1');
  return page;
}

async function exportAs(visitor: Visitor, page: Page, format: string) {
  await page.locator(`input[name="format"][value="${format}"]`).click();
  return visitor.downloadedBy(() => pressButton(page, 'Export'));
}

async function choose(page: Page, ...files: [name: string, text: string][]): Promise<void> {
  const paths = files.map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const field = await page.waitForSelector('.exchange-file input');
  await (field as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...paths);
}

/** Where `ON_RECORD_SCREENSHOTS` names a folder, what is judged can be looked at there. */
async function screenshot(page: Page, name: string): Promise<void> {
  const shots = process.env.ON_RECORD_SCREENSHOTS;
  if (!shots) return;
  for (const look of ['light', 'dark'] as const) {
    await wear(page, look);
    writeFileSync(join(shots, `exchange-${name}-${look}.png`), await page.screenshot());
  }
  await wear(page, 'light');
}

const says = (page: Page) => expect.poll(() => page.evaluate(() => document.body.innerText), { timeout: 20_000 });

const withoutTime = (text: string) => text.replace(/"exportedAt": "[^"]*"/, '');

describe('export and import', () => {
  it('takes everything to another machine, where it is the same', async () => {
    const page = await openExchange(here);
    const { text, fileName } = await exportAs(here, page, 'on-record');
    expect(fileName).toMatch(/^on-record_\d{4}-\d\d-\d\d\.json$/);
    expect(readExport(text).annotations).toHaveLength(2);
    await says(page).toContain(`Exported ${fileName}`);

    there = await Visitor.arrive();
    const other = await openExchange(there);
    await choose(other, ['backup.json', text]);
    await says(other).toMatch(/New\s*4/);
    await pressButton(other, 'Import');
    await says(other).toContain('backup.json was imported.');
    const again = await exportAs(there, other, 'on-record');
    expect(withoutTime(again.text)).toBe(withoutTime(text));

    await other.evaluate(() => {
      location.hash = '#quotes';
    });
    await says(other).toContain(QUOTE);
    await other.close();
  });

  it('shows what a file would change, takes a side where it was told to, and takes it all back', async () => {
    const page = await openExchange(there);
    const { text } = await exportAs(there, page, 'on-record');
    const changed = JSON.parse(text);
    const [first, second] = changed.annotations;
    first.note = 'Changed elsewhere';
    second.segments[0].quote.exact = 'Nobody said this';
    changed.annotations.push({ ...first, id: crypto.randomUUID() });
    await choose(page, ['other.json', JSON.stringify(changed, null, 1)]);
    await says(page).toMatch(/In conflict\s*1\s*Tagged already\s*1/);
    await says(page).toMatch(/Rejected\s*1/);
    await page.locator('.exchange-list summary').click();
    await says(page).toMatch(/annotations\[1\] \(line \d+\) It does not fit what it refers to/);
    await page.locator('input[name="conflicts"]:not(:checked)').click();
    await screenshot(page, 'plan');
    for (const look of LOOKS) {
      await wear(page, look);
      expect(await violations(page, { colours: look !== 'forced' })).toEqual([]);
    }
    await wear(page, 'light');
    await pressButton(page, 'Import');
    await says(page).toContain('other.json was imported.');
    await screenshot(page, 'imported');
    expect((await exportAs(there, page, 'on-record')).text).toContain('Changed elsewhere');

    await pressButton(page, 'Undo: other.json');
    await says(page).toContain('The import was taken back.');
    expect(withoutTime((await exportAs(there, page, 'on-record')).text)).toBe(withoutTime(text));
    await page.close();
  });

  it('refuses what it can not read with a sentence', async () => {
    const page = await openExchange(there);
    await choose(page, ['newer.json', '{"format": "on-record", "version": 2, "articles": []}']);
    await says(page).toContain('a newer On Record wrote this file');
    await choose(page, ['x.json', '{"a": 1}']);
    await says(page).toContain('none of the formats that can be read');
    await page.close();
  });

  it.each([
    ['csv', 'csv', /^\uFEFF?kind,text,.*\r\n(?:quote|claim),/],
    ['markdown', 'md', /^---\ntitle: /],
    ['web-annotation', 'jsonld', /"type": "AnnotationCollection"/],
    ['schema-org', 'schema.jsonld', /"@type": "Quotation"/],
    ['hypothesis', 'hypothesis.json', /"rows": \[/],
    ['doccano', 'jsonl', /^\{"text":/],
    ['brat', 'brat.zip', /^PK/],
  ])('writes %s', async (format, extension, content) => {
    const page = await openExchange(there);
    const { text, fileName } = await exportAs(there, page, format);
    expect(fileName.endsWith(`.${extension}`)).toBe(true);
    expect(text).toMatch(content);
    await page.close();
  });

  it('exports one article from where it is read', async () => {
    const page = await openExchange(there);
    await page.evaluate(() => {
      location.hash = '#articles';
    });
    await page.locator('[role="option"]').click();
    await (await byRole(page, 'link', 'Export').waitHandle()).click();
    await says(page).toContain('Only “');
    const { fileName } = await there.downloadedBy(() => pressButton(page, 'Export'));
    expect(fileName).toMatch(/^on-record_127\.0\.0\.1_harbour-cities/);
    await page.close();
  });

  it('has nothing that axe finds wrong', async () => {
    const page = await openExchange(there);
    await page.locator('input[name="format"][value="schema-org"]').click();
    await screenshot(page, 'formats');
    for (const look of LOOKS) {
      await wear(page, look);
      expect(await violations(page, { colours: look !== 'forced' })).toEqual([]);
    }
    await page.close();
  });
});
