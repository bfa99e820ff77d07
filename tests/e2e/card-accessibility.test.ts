import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TESTING_DIR } from '../browser/build';
import { inCard, openCard } from '../browser/passage-card';
import { LOOKS, violations, wear } from './axe';
import { CLAIM } from './sample';
import { openTaggedSample } from './tagged-sample';
import { Visitor } from './visitor';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive({ extensionDir: TESTING_DIR });
});
afterAll(() => visitor?.leave());

/** What axe finds wrong in the card, in every look; the page's own faults are its own. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await wear(page, look);
    found.push(...(await violations(page, { colours: look !== 'forced' })));
  }
  return found.filter((line) => line.includes('[popover]') || line.includes('popover='));
}

it('axe finds nothing wrong with the card, and would if there were something', async () => {
  const page = await openTaggedSample(visitor);
  await openCard(page, 'with a signature');
  expect(await faults(page)).toEqual([]);
  await (await inCard(page, 'button', 'Who said this?')).click();
  await inCard(page, 'option', 'Mara Lindqvist, Harbour Post');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await (await inCard(page, 'button', 'Add a note')).click();
  await inCard(page, 'textbox', 'Note');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.type('On the quay.');
  await page.keyboard.press('Tab');
  await inCard(page, 'button', 'Note: On the quay.');
  expect(await faults(page)).toEqual([]);

  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('html > [popover]') ?? {};
    shadowRoot?.querySelector('[aria-label="Delete"]')?.removeAttribute('aria-label');
    shadowRoot?.querySelector('[title="Delete"]')?.removeAttribute('title');
  });
  expect((await faults(page)).join('\n')).toMatch(/button-name/);

  await (await inCard(page, 'button', 'Close')).click();
  await openCard(page, CLAIM);
  await (await inCard(page, 'button', 'Delete')).click();
  await inCard(page, 'button', 'Undo');
  expect(await faults(page)).toEqual([]);
});
