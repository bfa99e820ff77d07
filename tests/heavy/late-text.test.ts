import { afterAll, beforeAll, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { longestTask } from '../browser/longest-task';
import { barSettled, barShown } from '../browser/selection-bar';
import { QUOTE, SAMPLE } from '../e2e/sample';
import { Visitor } from '../e2e/visitor';

/**
 * The processor's time, in ms, that a task in a page may take on a slow machine where slices of 2 ms are asked for. What is
 * done at one go takes about a hundred.
 */
const LONGEST_TASK = 20;

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

it('a large page that never stops changing is not held up while what it has taken away is searched', {
  timeout: 300_000,
}, async () => {
  const entry = 'The harbour board met again and put the matter off until the next session. '.repeat(3);
  const ledger = Array.from({ length: 4000 }, (_, i) => `<p>Entry ${i}: ${entry}</p>`).join('');
  const page = await visitor.open('/ledger.html', SAMPLE.replace('</article>', `</article><aside>${ledger}</aside>`));
  await visitor.click();
  await visitor.closePopup();
  await page.bringToFront();
  await drag(page, QUOTE, QUOTE);
  await barShown(page);
  await page.keyboard.press('q');
  await expect.poll(async () => (await readHighlights(page))['on-record-quote'], { timeout: 60_000 }).toEqual([QUOTE]);

  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    setInterval(() => document.querySelector('h1')?.append('.'), 20);
  });
  await barSettled();
  const without = await longestTask(page, 4000);
  const taken = await page.evaluateHandle((words) => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes(words));
    const place = document.createComment('It stood here.');
    paragraph?.replaceWith(place);
    return { paragraph, place };
  }, QUOTE);
  const searching = await longestTask(page, 4000);
  expect(searching).toBeLessThan(Math.max(without, LONGEST_TASK));
  await taken.evaluate(({ paragraph, place }) => paragraph && place.replaceWith(paragraph));
  await expect.poll(async () => (await readHighlights(page))['on-record-quote'], { timeout: 30_000 }).toEqual([QUOTE]);
});
