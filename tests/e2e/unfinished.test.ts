import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, byRole, nameSpeaker, tag, waitForSelection, waitUntilSaved } from '../browser/popup-driver';
import { closeOn, readStore } from './interference';
import { focused } from './keys';
import { QUOTE, SAMPLE } from './sample';
import { Visitor } from './visitor';

const CARD = QUOTE.slice(0, -1);

let visitor: Visitor;
let popup: Page;
let count = 0;

beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

beforeEach(async () => {
  count += 1;
  await visitor.openSample();
  popup = await visitor.clickWith(QUOTE);
  await waitForSelection(popup, QUOTE);
});

afterEach(() => visitor.close());

const comeBack = async () => {
  expect(popup.isClosed()).toBe(true);
  popup = await visitor.click();
};

const inStore = () => readStore(popup, visitor.page.url());

/** What is stored of this test's article, once nothing waits to be. */
async function stored() {
  await expect.poll(async () => (await inStore()).waiting, { timeout: 20_000 }).toEqual([]);
  return (await inStore()).annotations;
}

const focus = async (role: string, name: string) => (await byRole(popup, role, name).waitHandle()).focus();

describe('a popup that is closed in the moment of a key press', () => {
  it('has tagged by Q, though the background was asleep', async () => {
    await visitor.killServiceWorker();
    await closeOn(popup, 'keydown', () => popup.keyboard.press('q'));
    await comeBack();
    await annotationItem(popup, CARD);
    expect(await stored()).toMatchObject([{ kind: 'quote', segments: [QUOTE], isDeleted: false }]);
    await expect
      .poll(() => readHighlights(visitor.page), { timeout: 15_000 })
      .toMatchObject({ 'on-record-quote': [QUOTE] });
  });

  it('has kept every letter of a role', async () => {
    await tag(popup, 'Quote', QUOTE);
    await nameSpeaker(popup, `Mara Lindqvist ${count}`);
    await focus('textbox', 'Role');
    await popup.keyboard.type('Commissione');
    await closeOn(popup, 'input', () => popup.keyboard.press('r'));
    await comeBack();
    await annotationItem(popup, 'Commissioner');
    expect(await stored()).toMatchObject([{ speaker: `Mara Lindqvist ${count}`, role: 'Commissioner' }]);
  });

  it('has made the speaker that Enter decided on', async () => {
    await tag(popup, 'Quote', QUOTE);
    await waitUntilSaved(popup);
    await popup.keyboard.type(`Mara Lindqvist ${count}`);
    await closeOn(popup, 'keydown', () => popup.keyboard.press('Enter'));
    await comeBack();
    await annotationItem(popup, `Mara Lindqvist ${count}`);
    expect(await stored()).toMatchObject([{ speaker: `Mara Lindqvist ${count}` }]);
    const { speakers } = await inStore();
    expect(speakers.filter((name) => name === `Mara Lindqvist ${count}`)).toHaveLength(1);
  });
});

describe('what was unfinished when the popup closed', () => {
  it('is there again: the open editor with a half-typed name in focus, and nobody was made of it', async () => {
    await tag(popup, 'Quote', QUOTE);
    await waitUntilSaved(popup);
    await popup.keyboard.type(`Zora Half-named ${count}`);
    await visitor.closePopup();
    await comeBack();
    await expect.poll(() => focused(popup), { timeout: 10_000 }).toMatch(/^combobox Speaker/);
    const field = await byRole(popup, 'combobox', 'Speaker').waitHandle();
    expect(await field.evaluate((input) => 'value' in input && input.value)).toBe(`Zora Half-named ${count}`);
    expect((await inStore()).speakers).not.toContain(`Zora Half-named ${count}`);
    expect(await stored()).toMatchObject([{ speaker: null }]);

    await popup.keyboard.press('Enter');
    await annotationItem(popup, `Zora Half-named ${count}`);
    await waitUntilSaved(popup);
    expect(await stored()).toMatchObject([{ speaker: `Zora Half-named ${count}` }]);
  });

  it('is there again: the article, with the sentence that was selected in it', async () => {
    await visitor.page.evaluate(() => getSelection()?.removeAllRanges());
    await popup.keyboard.press('a');
    await expect.poll(() => focused(popup), { timeout: 10_000 }).toMatch(/^application Article/);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    const selected = () => popup.$eval('[aria-label="Selected text"]', (region) => region.textContent ?? '');
    await expect.poll(selected, { timeout: 10_000 }).toContain('She said the fund');
    const before = await selected();
    await visitor.closePopup();
    await comeBack();
    await popup.waitForSelector('[role="application"]');
    await expect.poll(selected, { timeout: 10_000 }).toBe(before);
  });

  it('stays with its own article', async () => {
    await tag(popup, 'Quote', QUOTE);
    await popup.keyboard.type('Zora');
    await visitor.closePopup();
    visitor.put('/news/another-tide-fund.html', SAMPLE);
    await visitor.goTo('/news/another-tide-fund.html');
    await comeBack();
    await popup.waitForSelector('.empty-state');
    expect(await popup.$('[role="combobox"]')).toBeNull();
  });
});
