import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { pressOnCard, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { clippedTexts } from './clipped';
import { Job } from './job';
import { type Messages, messagesIn, pseudoLocale, speak } from './languages';
import { ENTRIES, FIRST_EDIT, NAME, NUMBER, REWORDED, TAGGED } from './statuses-article';
import { Visitor } from './visitor';

/** The extension's own interface, inside its pages. */
declare const chrome: typeof browser;

const PATH = '/news/2026/11/20/words';

/** The size of a popup, in CSS pixels. */
const POPUP = { width: 384, height: 600 };

let visitor: Visitor;
let tabId: number;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.open(PATH, TAGGED);
  const job = new Job(visitor);
  for (const entry of ENTRIES) await job.tag(entry);
  visitor.put(PATH, FIRST_EDIT);
  await visitor.closePopup();
  await visitor.goTo(PATH);
  const popup = await visitor.click();
  await settled(popup);
  await pressOnCard(popup, NUMBER, 'Accept new wording');
  await waitUntilSaved(popup);
  await pressOnCard(popup, NAME.replace(/,$/, ''), 'Keep as recorded');
  await waitUntilSaved(popup);
  tabId = await popup.evaluate(
    async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? 0,
  );
  await visitor.closePopup();
});
afterAll(() => visitor?.leave());

/** Every card knows how it was found, and what there is to say of that is loaded. */
const settled = (page: Page) => page.waitForSelector('.place');

/** The tagging app as a page of the size of a popup, in a language: a popup itself can't be made to speak another one. */
async function appIn(messages: Messages, query = `tab=${tabId}`): Promise<Page> {
  const page = await visitor.launched.browser.newPage();
  await page.setViewport(POPUP);
  await speak(page, messages);
  await page.goto(`chrome-extension://${visitor.launched.extensionId}/popup.html?${query}`);
  await page.waitForSelector('h1');
  return page;
}

/** Where `ON_RECORD_SCREENSHOTS` names a folder, what is judged can be looked at there. */
async function expectToFit(page: Page, name: string): Promise<void> {
  const folder = process.env.ON_RECORD_SCREENSHOTS;
  if (folder) writeFileSync(join(folder, `${name}.png`), await page.screenshot());
  expect(await clippedTexts(page)).toEqual([]);
}

const CARDS = ['.card-quote', '.card-claim', '.card-speaker'] as const;

const pressOn = (page: Page, card: string, nth: number) => page.click(`${card} .card-actions button:nth-child(${nth})`);

const LANGUAGES: ReadonlyArray<readonly [locale: string, messages: Messages]> = [
  ['pseudo', pseudoLocale()],
  ...['de', 'en', 'es', 'fr'].map((locale) => [locale, messagesIn(locale)] as const),
];

describe.each(LANGUAGES)('no text is clipped: %s', (locale, messages) => {
  let page: Page;

  beforeEach(async () => {
    page = await appIn(messages);
    await settled(page);
    return async () => {
      // What is open is no business of the next test.
      await page.evaluate(() => chrome.storage.session.clear());
      await page.close();
    };
  });

  it('in the list, with all that can be said of a passage on a changed page', async () => {
    expect(await page.$eval('html', ({ lang }) => lang)).toBe(messages.lang);
    expect(await page.$eval('.kind-button', ({ textContent }) => textContent)).toBe(`${messages.kind_quote}Q`);
    await expectToFit(page, `${locale}-list`);
    for (const more of await page.$$('.decision [aria-expanded="false"]')) await more.click();
    await page.$$eval('.card', (cards) => cards.at(-1)?.scrollIntoView());
    await expectToFit(page, `${locale}-list-end`);
  });

  it.each(CARDS)(
    'in the editor of a card (%s), with speakers to choose from and one that is undecided',
    async (card) => {
      await pressOn(page, card, 1);
      await page.waitForSelector('.editor');
      await expectToFit(page, `${locale}-editor${card}`);
      await page.keyboard.type('Ruth Ad');
      await page.waitForSelector('[role="option"]');
      await expectToFit(page, `${locale}-speakers${card}`);
      await page.click('.editor textarea');
      await page.waitForSelector('.combobox .field-hint');
      await expectToFit(page, `${locale}-undecided${card}`);
      await page.focus('.editor [role="combobox"]');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  );

  it('with a selection, where a passage is looked for by hand', async () => {
    await page.$$eval(
      '.status-box button',
      (buttons, name) => buttons.find(({ textContent }) => textContent === name)?.click(),
      messages.placing_find,
    );
    await page.waitForSelector('[id$="-finder"]');
    await expectToFit(page, `${locale}-finder`);
    await selectText(visitor.page, REWORDED);
    await page.waitForSelector('[id$="-finder"] .other-words');
    await expectToFit(page, `${locale}-found`);
  });

  it('in the review of what is suggested', async () => {
    await page.waitForSelector('.review-line');
    await expectToFit(page, `${locale}-review-line`);
    await page.click('.review-line .button');
    await page.waitForSelector('.review-buttons');
    await expectToFit(page, `${locale}-review`);
    await page.keyboard.press('x');
    await page.waitForFunction((key) => document.querySelector(`.review-all [aria-keyshortcuts="${key}"]`), {}, 'Z');
    await expectToFit(page, `${locale}-review-undo`);
    await page.keyboard.press('z');
  });

  it('in the article view', async () => {
    await page.keyboard.press('a');
    await page.waitForSelector('[role="application"]');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.is-selected');
    await expectToFit(page, `${locale}-article`);
  });

  it('after a delete, and when what was changed could not be saved', async () => {
    await pressOn(page, '.card-quote', 3);
    await page.waitForSelector('.undo-bar');
    await expectToFit(page, `${locale}-undo`);
    await page.click('.undo-bar .button');
    await page.waitForFunction(() => !document.querySelector('.undo-bar'));
    await page.evaluate(() => {
      chrome.runtime.sendMessage = async () => ({ ok: false, failure: { code: 'quota-exceeded', message: '' } });
    });
    await pressOn(page, '.card-claim', 1);
    await page.type('.editor input[id$="-tags"]', 'pier');
    await page.waitForSelector('.notice-problem');
    await expectToFit(page, `${locale}-unsaved`);
    for (const problem of await page.$$('.notice-problem .button:last-child')) await problem.click();
  });

  it('where there is nothing yet, no article, or no way in', async () => {
    visitor.put('/short.html', '<!doctype html><html lang="en"><title>Short</title><p>Two words.</p></html>');
    await visitor.elsewhere(visitor.address('/short.html'), async (popup) => {
      const id = await popup.evaluate(
        async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id,
      );
      const empty = await appIn(messages, `tab=${id}`);
      await empty.waitForSelector('.empty-state');
      await expectToFit(empty, `${locale}-empty`);
      await empty.close();
    });
    const forbidden = await appIn(messages, 'tab=1000000000');
    await forbidden.waitForSelector('.failed');
    await expectToFit(forbidden, `${locale}-forbidden`);
    await forbidden.close();
  });
});

it('a text that is clipped is found', async () => {
  const page = await appIn(messagesIn('en'));
  await settled(page);
  await page.$eval('.status-count', (count) => {
    if (count instanceof HTMLElement) count.style.cssText = 'width: 30px; overflow: hidden; white-space: nowrap';
  });
  expect((await clippedTexts(page)).join('\n')).toMatch(/status-count.*annotations.* px wide in 30/);
  await page.close();
});
