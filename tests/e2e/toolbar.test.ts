import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { annotationTexts, nameSpeaker } from '../browser/popup-driver';
import { CLAIM, QUOTE } from './sample';
import { Visitor } from './visitor';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

/** Brings the page script onto the sample, as a click on the icon does. */
async function atWork(): Promise<Page> {
  const page = await visitor.openSample();
  await visitor.click();
  await visitor.closePopup();
  await page.bringToFront();
  return page;
}

const button = (page: Page, name: string) => page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
const bar = (page: Page) => page.$('::-p-aria([role="toolbar"])');
const isGone = (page: Page) => expect.poll(() => bar(page), { timeout: 5000 }).toBeNull();
const painted = (page: Page, kind: string) =>
  expect.poll(async () => (await readHighlights(page))[`on-record-${kind}`], { timeout: 5000 });
const settled = () => new Promise((done) => setTimeout(done, 600));

describe('the bar beside a selection', () => {
  it('tags with one key, and the page script paints it at once', async () => {
    const page = await atWork();
    await drag(page, QUOTE, QUOTE);
    await button(page, 'Quote');
    await page.keyboard.press('q');
    await painted(page, 'quote').toEqual([QUOTE]);
    await isGone(page);
    await visitor.expectUntouched();
    expect(await visitor.exported()).toMatchObject([{ kind: 'quote', scope: 'article', exact: QUOTE }]);
  });

  it('tags with its buttons and offers the speakers who were named last', async () => {
    const page = await atWork();
    await drag(page, CLAIM, CLAIM);
    await (await button(page, 'Claim'))?.click();
    await painted(page, 'claim').toEqual([CLAIM]);
    const popup = await visitor.clickWith(QUOTE);
    await popup.keyboard.press('q');
    await nameSpeaker(popup, 'Mara Lindqvist');
    await visitor.closePopup();

    const second = 'Nobody has said who pays when the water comes twice';
    await drag(page, second, second);
    await button(page, 'Mara Lindqvist');
    await page.keyboard.press('1');
    await painted(page, 'quote').toEqual([QUOTE, second]);
    const popupAgain = await visitor.click();
    await expect
      .poll(async () => (await annotationTexts(popupAgain)).filter((text) => text.includes('Mara Lindqvist')).length)
      .toBe(2);
  });

  it('asks who said it once a passage is tagged', async () => {
    const page = await atWork();
    await drag(page, QUOTE, QUOTE);
    await button(page, 'Quote');
    await page.keyboard.press('q');
    await page.waitForSelector('::-p-aria([role="status"])');
    await button(page, 'Mara Lindqvist');
    await page.keyboard.press('1');
    await isGone(page);
    const popup = await visitor.click();
    await expect.poll(() => annotationTexts(popup)).toEqual([expect.stringContaining('Mara Lindqvist')]);
  });

  it('stays above the selection and inside of the window', async () => {
    const page = await atWork();
    await drag(page, QUOTE, QUOTE);
    await button(page, 'Quote');
    const box = await (await bar(page))?.boundingBox();
    const selected = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON());
    expect(box && box.y + box.height).toBeLessThanOrEqual(selected.top);
    expect(box?.x).toBeGreaterThanOrEqual(8);
    await page.evaluate(() => scrollBy({ top: 5000, behavior: 'instant' }));
    await isGone(page);
  });

  it('goes with Escape, which the page does not see', async () => {
    const page = await atWork();
    await page.evaluate(() => {
      Object.assign(globalThis, { seen: [] });
      for (const type of ['keydown', 'keyup']) {
        addEventListener(type, (event) => Reflect.get(globalThis, 'seen').push((event as KeyboardEvent).key), true);
      }
    });
    await drag(page, QUOTE, QUOTE);
    await button(page, 'Quote');
    await page.keyboard.press('Escape');
    await isGone(page);
    await page.keyboard.press('x');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual(['x', 'x']);
  });

  it('stays away from fields, text that is edited, and what holds no letter', async () => {
    const page = await atWork();
    await page.evaluate(() => {
      const edited = document.createElement('p');
      edited.contentEditable = 'true';
      edited.textContent = 'Words that somebody edits.';
      const field = document.createElement('input');
      field.value = 'Words in a field';
      const figures = document.createElement('p');
      figures.textContent = '7,204 + 9,918';
      document.querySelector('article')?.prepend(edited, field, figures);
    });
    await drag(page, 'Words that', 'somebody edits.');
    await settled();
    expect(await bar(page)).toBeNull();
    await drag(page, '7,204', '9,918');
    await settled();
    expect(await bar(page)).toBeNull();
    await page.click('input', { count: 3 });
    await settled();
    expect(await bar(page)).toBeNull();
    await page.keyboard.type('q');
    expect(await page.$eval('input', (input) => input.value)).toBe('q');
  });

  it('is not called by a script of the page, nor are its buttons and keys', async () => {
    const page = await atWork();
    await page.evaluate((words) => {
      const node = [...document.querySelectorAll('p')].find((p) => p.textContent.includes(words));
      if (node) getSelection()?.selectAllChildren(node);
      dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    }, QUOTE);
    await settled();
    expect(await bar(page)).toBeNull();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await drag(page, QUOTE, QUOTE);
    await button(page, 'Quote');
    await page.evaluate(() => {
      for (const target of [window, document, ...document.querySelectorAll('[popover]')]) {
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'q', bubbles: true, composed: true }));
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
    });
    await settled();
    expect(await readHighlights(page)).toEqual({});
  });
});
