import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { cardSettled, clickWords, inCard, openCard, passageCard } from '../browser/passage-card';
import { nameSpeaker, pressButton } from '../browser/popup-driver';
import { wear } from './axe';
import { Visitor } from './visitor';

const QUOTE = 'We leave with a signature, not with a promise,';
const CLAIM = 'the fund would cover 38 of the 41 ports within four years';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

/** The sample with a quote of a speaker and some words within it tagged as a claim, another claim, and no popup. */
async function tagged(): Promise<Page> {
  const page = await visitor.openSample();
  const popup = await visitor.tag('Quote', QUOTE);
  await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
  await nameSpeaker(popup, 'Mara Lindqvist');
  await pressButton(popup, 'Done');
  await visitor.tag('Claim', CLAIM);
  await visitor.tag('Claim', 'with a signature');
  await visitor.closePopup();
  await page.bringToFront();
  return page;
}

/** Where `ON_RECORD_SCREENSHOTS` names a folder, what is judged can be looked at there. */
async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.ON_RECORD_SCREENSHOTS;
  if (!folder) return;
  for (const look of ['light', 'dark'] as const) {
    await wear(page, look);
    writeFileSync(join(folder, `card-${name}-${look}.png`), await page.screenshot());
  }
  await wear(page, 'light');
}

const isGone = (page: Page) => expect.poll(() => passageCard(page), { timeout: 5000 }).toBeNull();

describe('the card of a tagged passage', () => {
  it('opens at a click on it, lists what else stands there, and leaves nothing behind', async () => {
    const page = await tagged();
    await clickWords(page, 'with a signature');
    await inCard(page, 'dialog', 'On Record: Claim');
    await inCard(page, 'button', 'Claim: with a signature');
    await screenshot(page, 'overlap');
    await (await inCard(page, 'button', `Quote: “${QUOTE}”`)).click();
    await inCard(page, 'dialog', 'On Record: Quote');
    await inCard(page, 'radio', 'Direct');
    await screenshot(page, 'quote');
    await (await inCard(page, 'button', 'Close')).click();
    await isGone(page);
    await visitor.expectUntouched();
    await openCard(page, CLAIM);
    await inCard(page, 'dialog', 'On Record: Claim');
    await screenshot(page, 'claim');
    await clickWords(page, 'Harbour cities agree');
    await isGone(page);
    await visitor.expectUntouched();
  });

  it('stores a note, and takes a deletion back', async () => {
    const page = await tagged();
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Add a note')).click();
    await inCard(page, 'textbox', 'Note');
    await page.keyboard.type('Said on the quay.');
    await screenshot(page, 'note');
    await page.keyboard.press('Tab');
    await inCard(page, 'button', 'Note: Said on the quay.');
    await (await inCard(page, 'button', 'Delete')).click();
    await expect.poll(async () => (await readHighlights(page))['on-record-quote']).toBeUndefined();
    await screenshot(page, 'deleted');
    await (await inCard(page, 'button', 'Undo')).click();
    await expect.poll(async () => (await readHighlights(page))['on-record-quote']).toEqual([QUOTE]);
    await page.keyboard.press('Escape');
    await isGone(page);
    const { annotations } = await visitor.export();
    expect(annotations.find(({ kind }) => kind === 'quote')).toMatchObject({ note: 'Said on the quay.' });
  });
});
