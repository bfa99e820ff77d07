import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { pressButton } from '../browser/popup-driver';
import { LOOKS, violations, wear } from './axe';
import { QUOTE } from './sample';
import { Visitor } from './visitor';

let visitor: Visitor;
let settings: Page;
beforeAll(async () => {
  visitor = await Visitor.arrive();
  settings = await visitor.launched.browser.newPage();
  await settings.goto(`chrome-extension://${visitor.launched.extensionId}/options.html`);
  await settings.waitForSelector('h1');
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

const field = (name: string, role: string) => settings.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);

async function replaceText(name: string, text: string): Promise<void> {
  await settings.bringToFront();
  const element = await field(name, 'textbox');
  await element?.click({ count: 3 });
  await settings.keyboard.type(text);
}

/** The sample, with the page script at work. */
async function atWork(): Promise<Page> {
  const page = await visitor.openSample();
  await visitor.click();
  await visitor.closePopup();
  await page.bringToFront();
  return page;
}

const bar = (page: Page) => page.$('::-p-aria([role="toolbar"])');

describe('the settings', () => {
  it('have nothing that axe finds wrong', async () => {
    for (const look of LOOKS) {
      await wear(settings, look);
      expect(await violations(settings, { colours: look !== 'forced' })).toEqual([]);
    }
    await wear(settings, 'light');
  });

  it('are a press away from the popup', async () => {
    await visitor.openSample();
    const popup = await visitor.click();
    const opened = visitor.launched.browser.waitForTarget(
      (target) => target.url().endsWith('/options.html') && target !== settings.target(),
      { timeout: 3000 },
    );
    await pressButton(popup, 'Settings');
    // The browser shows the tab that is there already.
    await opened.then((target) => target.page().then((page) => page?.close())).catch(() => undefined);
    expect(await settings.evaluate(() => document.visibilityState)).toBe('visible');
  });

  it('give every page of ours the colours that were chosen', async () => {
    await settings.bringToFront();
    const paper = () => settings.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await (await field('Dark', 'radio'))?.click();
    await expect.poll(paper).toBe('rgb(28, 30, 35)');
    await visitor.openSample();
    const popup = await visitor.click();
    await expect
      .poll(() => popup.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe('rgb(28, 30, 35)');
    await visitor.closePopup();
    await settings.bringToFront();
    await (await field('As in the system', 'radio'))?.click();
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
  });

  it('have reported speech suggested', async () => {
    const counts = async () => {
      await visitor.openSample();
      const popup = await visitor.click();
      const line = await popup.waitForSelector('.review-line > p');
      const words = await line?.evaluate(({ textContent }) => textContent);
      await visitor.closePopup();
      await settings.bringToFront();
      return words;
    };
    expect(await counts()).not.toContain('reported');
    await (await field('Also suggest reported speech, which stands without quotation marks', 'checkbox'))?.click();
    expect(await counts()).toMatch(/\d reported/);
    await (await field('Also suggest reported speech, which stands without quotation marks', 'checkbox'))?.click();
  });

  it('change the keys of the bar, and switch it off', async () => {
    await replaceText('Quote', 'w');
    const page = await atWork();
    await drag(page, QUOTE, QUOTE);
    await page.waitForSelector('::-p-aria([name="Quote"][role="button"])');
    await page.keyboard.press('q');
    await page.keyboard.press('w');
    await expect.poll(async () => (await readHighlights(page))['on-record-quote']).toEqual([QUOTE]);
    await replaceText('Quote', 'q');
    await (await field('Show it when I select words on a page that I have clicked the icon on', 'checkbox'))?.click();
    await page.bringToFront();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await drag(page, 'Critics were', 'convinced');
    await new Promise((done) => setTimeout(done, 600));
    expect(await bar(page)).toBeNull();
    await settings.bringToFront();
    await (await field('Show it when I select words on a page that I have clicked the icon on', 'checkbox'))?.click();
  });

  it('put the name of whoever annotates into what is tagged from then on', async () => {
    await replaceText('Name', 'M. Keller');
    await visitor.openSample();
    await visitor.tag('Quote', QUOTE);
    const { annotations } = await visitor.export();
    expect(annotations).toMatchObject([{ creator: 'M. Keller' }]);
  });

  it('list the shortcuts that the browser has', async () => {
    const listed = await settings.$$eval('.shortcuts > div', (rows) => rows.map((row) => row.textContent));
    // Chromium has taken none of those that we ask for.
    expect(listed.sort()).toEqual([
      'Open the side panelAlt+Shift+O',
      'Tag the selection as a claimAlt+Shift+L',
      'Tag the selection as a quoteAlt+Shift+Q',
      'Tag the selection as a speakerAlt+Shift+S',
    ]);
  });
});
