import { afterAll, beforeAll, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { barShown } from '../browser/selection-bar';
import { QUOTE, SAMPLE } from '../e2e/sample';
import { Visitor } from '../e2e/visitor';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

it('the bar tags on a page of a megabyte of text and lists of 20,000 nodes within each other', {
  timeout: 300_000,
}, async () => {
  const sentence = 'The harbour board met again and put the matter off until the next session. ';
  const nested = `${'<ul><li>Item'.repeat(100)}${'</li></ul>'.repeat(100)}`;
  const filler = `<p>${sentence.repeat(14)}</p>`.repeat(1000) + nested.repeat(100);
  const page = await visitor.open('/large.html', SAMPLE.replace('</article>', `${filler}</article>`));
  expect(filler.length).toBeGreaterThan(1_000_000);
  expect(await page.$$eval('li, ul', (items) => items.length)).toBeGreaterThanOrEqual(20_000);
  await visitor.click();
  await visitor.closePopup();
  await page.bringToFront();
  await drag(page, QUOTE, QUOTE);
  await barShown(page);
  await page.keyboard.press('q');
  await expect.poll(async () => (await readHighlights(page))['on-record-quote'], { timeout: 60_000 }).toEqual([QUOTE]);
});
