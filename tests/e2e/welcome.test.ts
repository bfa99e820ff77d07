import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { barButton, barSettled, selectionBar } from '../browser/selection-bar';
import { LOOKS, violations, wear } from './axe';

const QUOTE = 'We leave with a signature, not with a promise,';
const NAME = 'Commissioner Mara Lindqvist';
const CLAIM = 'the fund to cover 38 of the 41 ports within four years';

let launched: LaunchedBrowser;
let welcome: Page;
beforeAll(async () => {
  launched = await launchChromium({ showsWelcome: true, windowSize: { width: 1280, height: 1000 } });
  const target = await launched.browser.waitForTarget((one) => one.url().endsWith('/welcome.html'));
  welcome = await target.asPage();
  await welcome.waitForSelector('h1');
});
afterAll(() => launched?.close());

const text = () => welcome.evaluate(() => document.body.textContent);
const painted = () => expect.poll(() => readHighlights(welcome), { timeout: 10_000 });

describe('the page that opens when the extension is installed', () => {
  it('is there, tells where the icon is and which keys there are, and has nothing that axe finds wrong', async () => {
    await expect.poll(text).toContain('Press the puzzle piece');
    await expect.poll(text).toContain('Alt+Shift+Q');
    for (const look of LOOKS) {
      await wear(welcome, look);
      expect(await violations(welcome, { colours: look !== 'forced' })).toEqual([]);
    }
    await wear(welcome, 'light');
  });

  it('lets tagging be practised, and keeps nothing of it', async () => {
    await welcome.bringToFront();
    await drag(welcome, QUOTE, QUOTE);
    await barButton(welcome, 'Quote');
    await welcome.keyboard.press('q');
    await painted().toEqual({ 'on-record-quote': [QUOTE] });
    await drag(welcome, NAME, NAME);
    await barButton(welcome, 'Speaker');
    await welcome.keyboard.press('s');
    await painted().toEqual({ 'on-record-quote': [QUOTE], 'on-record-speaker': [NAME] });
    expect(await text()).not.toContain('That is all.');
    await drag(welcome, CLAIM, CLAIM);
    await (await barButton(welcome, 'Claim')).click();
    await painted().toMatchObject({ 'on-record-claim': [CLAIM] });
    await expect.poll(text).toContain('That is all.');
    expect(await violations(welcome)).toEqual([]);
    expect(await countAnnotations(welcome)).toBe(0);

    await welcome.click('::-p-aria([name="Start again"][role="button"])');
    await painted().toEqual({});
    expect(await welcome.$('.step-done')).toBeNull();
    await drag(welcome, 'Harbour cities', 'tide fund');
    await barButton(welcome, 'Quote');
    await welcome.keyboard.press('q');
    await painted().toMatchObject({ 'on-record-quote': ['Harbour cities agree on a tide fund'] });
  });

  it('offers nothing beside words that are not to be practised on', async () => {
    await drag(welcome, 'Select words', 'of this text');
    await barSettled();
    expect(await selectionBar(welcome)).toBeNull();
  });
});

/** How many annotations are stored; the background opens the database when it starts. */
function countAnnotations(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('on-record');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('annotations').objectStore('annotations').count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => fail(counting.error);
        };
      }),
  );
}
