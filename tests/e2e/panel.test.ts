import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { openCard } from '../browser/passage-card';
import { annotationTexts, nameSpeaker, pressButton } from '../browser/popup-driver';
import { LOOKS, violations, wear } from './axe';
import { CLAIM, QUOTE } from './sample';
import { Visitor } from './visitor';

const OTHER = 'Nobody has said who pays when the water comes twice';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

const isPanel = (url: string) => url.endsWith('/sidepanel.html');

/** Opens the panel by its button in the popup, or finds it open. */
async function openPanel(): Promise<Page> {
  const { browser } = visitor.launched;
  const popup = await visitor.click();
  if (!browser.targets().some((target) => isPanel(target.url()))) await pressButton(popup, 'Side panel');
  const panel = await (await browser.waitForTarget((target) => isPanel(target.url()))).asPage();
  await visitor.closePopup();
  await panel.waitForSelector('h1');
  return panel;
}

const titleOf = (panel: Page) =>
  expect.poll(() => panel.$eval('h1', (title) => title.textContent), { timeout: 10_000 });
const focusedCard = (panel: Page) =>
  expect.poll(() => panel.evaluate(() => document.activeElement?.querySelector('.card-text')?.textContent ?? null));

/** The sample with a quote of one speaker, one of another and a claim. */
async function tagged(): Promise<Page> {
  const page = await visitor.openSample();
  for (const [words, kind, speaker] of [
    [QUOTE, 'Quote', 'Mara Lindqvist'],
    [OTHER, 'Quote', 'Joao Tavares'],
    [CLAIM, 'Claim', 'Mara Lindqvist'],
  ] as const) {
    const popup = await visitor.tag(kind, words);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
    await nameSpeaker(popup, speaker);
    await pressButton(popup, 'Done');
  }
  return page;
}

describe('the side panel', () => {
  it('shows what is tagged, lets it be filtered, and has nothing that axe finds wrong', async () => {
    await tagged();
    const panel = await openPanel();
    await expect.poll(async () => (await annotationTexts(panel)).length, { timeout: 10_000 }).toBe(3);
    for (const look of LOOKS) {
      await wear(panel, look);
      expect(await violations(panel, { colours: look !== 'forced' })).toEqual([]);
    }
    await wear(panel, 'light');
    await panel.click('::-p-aria([name="Quotes 2"][role="button"])');
    expect(await annotationTexts(panel)).toHaveLength(2);
    await panel.select('::-p-aria([name="Said by"])', await panel.$eval('option:last-child', (option) => option.value));
    await expect.poll(async () => (await annotationTexts(panel)).length).toBe(1);
    await panel.click('::-p-aria([name="Speakers 0"][role="button"])');
    await panel.click('::-p-aria([name="Show all"][role="button"])');
    expect(await annotationTexts(panel)).toHaveLength(3);
  });

  it('is gone through with the keyboard: each card shows its passage on the page', async () => {
    const page = await tagged();
    const panel = await openPanel();
    await expect.poll(async () => (await annotationTexts(panel)).length, { timeout: 10_000 }).toBe(3);
    const marked = expect.poll(async () => (await readHighlights(page))['on-record-focus']);
    await panel.keyboard.press('j');
    await focusedCard(panel).toContain(QUOTE.slice(0, 20));
    await marked.toEqual([QUOTE]);
    await panel.keyboard.press('j');
    await focusedCard(panel).toContain(CLAIM.slice(0, 20));
    await panel.keyboard.press('k');
    await focusedCard(panel).toContain(QUOTE.slice(0, 20));
    await panel.keyboard.press('e');
    await panel.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Escape');
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.keyboard.press('j');
    await panel.keyboard.press('Delete');
    await expect.poll(async () => (await annotationTexts(panel)).length).toBe(2);
    await pressButton(panel, 'Undo');
    await expect.poll(async () => (await annotationTexts(panel)).length).toBe(3);
  });

  it('brings the card of what is clicked on the page into view, whatever the filter', async () => {
    const page = await tagged();
    const panel = await openPanel();
    await expect.poll(async () => (await annotationTexts(panel)).length, { timeout: 10_000 }).toBe(3);
    await page.bringToFront();
    const current = expect.poll(() =>
      panel.$$eval('.card[aria-current]', (cards) =>
        cards.map((card) => card.querySelector('.card-text')?.textContent),
      ),
    );
    await openCard(page, CLAIM);
    await current.toEqual([expect.stringContaining(CLAIM)]);
    await page.keyboard.press('Escape');
    await panel.click('::-p-aria([name="Claims 1"][role="button"])');
    await panel.evaluate(() => {
      const tall = new CSSStyleSheet();
      tall.replaceSync('.card { min-height: 100vh }');
      document.adoptedStyleSheets.push(tall);
    });
    await openCard(page, OTHER);
    await current.toEqual([expect.stringContaining(OTHER)]);
    await expect
      .poll(() => panel.$eval('.card[aria-current]', (card) => Math.abs(card.getBoundingClientRect().top) < 200))
      .toBe(true);
    expect((await readHighlights(page))['on-record-focus']).toBeUndefined();
    await panel.keyboard.press('k');
    await focusedCard(panel).toContain(CLAIM.slice(0, 20));
  });

  it('follows the active tab, and says nothing of the article before on a page that was not granted', async () => {
    await tagged();
    const panel = await openPanel();
    await titleOf(panel).toContain('Harbour cities');
    const first = visitor.page;
    const second = await visitor.open('/ferry.html', FERRY);
    await second.bringToFront();
    await titleOf(panel).toBe('Not read yet');
    const shown = await panel.evaluate(() => document.body.textContent);
    expect(shown).toContain('Click the On Record icon to read this page.');
    expect(shown).not.toContain('signature');
    await visitor.click();
    await visitor.closePopup();
    await titleOf(panel).toBe('Ferry sails again');
    await first.bringToFront();
    await titleOf(panel).toContain('Harbour cities');
    await first.close();
  });
});

const FERRY = `<!doctype html><html lang="en"><title>Ferry sails again</title><article><h1>Ferry sails again</h1>
  ${'<p>The ferry came in late and nobody on the pier had an idea of when it would leave again for the islands.</p>'.repeat(8)}
  </article>`;
