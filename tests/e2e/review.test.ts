import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationTexts, waitUntilSaved } from '../browser/popup-driver';
import { LOOKS, violations, wear } from './axe';
import { sharedFolder } from './engine';
import { focused } from './keys';
import type { OnRecordExport } from './schema';
import { Visitor } from './visitor';

/** What the issue allows for the whole job, from the click on the icon to the file. */
const MOST_KEYS = 15;

/** One for each test: a speaker who is known from another article is asked about. */
let visitor: Visitor;
beforeEach(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor?.leave());

/** Presses keys in the popup and counts them. */
class Keys {
  count = 0;
  readonly #popup: Page;

  constructor(popup: Page) {
    this.#popup = popup;
  }

  async press(key: KeyInput): Promise<void> {
    this.count++;
    await this.#popup.keyboard.press(key);
  }
}

const line = (popup: Page) => popup.waitForSelector('::-p-aria([name="Suggestions"][role="region"])');
const focusOn = (popup: Page, what: RegExp) => expect.poll(() => focused(popup), { timeout: 10_000 }).toMatch(what);

async function startReview(popup: Page): Promise<void> {
  await line(popup);
  await popup.locator('::-p-aria([name="Review"][role="button"])').click();
  await focusOn(popup, /^button Accept/);
}

/** Where `ON_RECORD_SCREENSHOTS` names a folder, what is judged can be looked at there. */
async function photograph(popup: Page, name: string): Promise<void> {
  const folder = process.env.ON_RECORD_SCREENSHOTS;
  if (folder) writeFileSync(join(folder, `${name}.png`), await popup.screenshot());
}

/** A click, Review, accept all, one speaker corrected, export. */
async function wholeJob(popup: Page): Promise<{ keys: Keys; exported: OnRecordExport; corrected: string }> {
  const keys = new Keys(popup);
  await startReview(popup);
  await keys.press('a');
  await focusOn(popup, /^button Done/);
  await waitUntilSaved(popup);
  await keys.press('Enter');
  await popup.waitForFunction(() => document.querySelectorAll('.annotation-list .card').length > 0);
  const chip = await popup.waitForSelector('.card-quote .chip-open');
  const corrected = (await chip?.evaluate((element) => element.closest('.card')?.getAttribute('data-id'))) ?? '';
  await chip?.click();
  await focusOn(popup, /^combobox Speaker/);
  for (const letter of ['N', 'o', 'r', 'a'] as const) await keys.press(letter);
  await keys.press('Enter');
  await waitUntilSaved(popup);
  return { keys, exported: await visitor.export(), corrected };
}

function expectJobDone({ keys, exported, corrected }: Awaited<ReturnType<typeof wholeJob>>): void {
  expect(keys.count).toBeLessThanOrEqual(MOST_KEYS);
  expect(exported.annotations.length).toBeGreaterThan(2);
  expect(new Set(exported.annotations.map(({ origin }) => origin))).toEqual(new Set(['suggested']));
  const nora = exported.speakers.find(({ name }) => name.toLowerCase() === 'nora');
  expect(exported.annotations.find(({ id }) => id === corrected)?.attribution.speakerId).toBe(nora?.id);
}

describe('the review of what is suggested', () => {
  it('tags the sample in few key presses, one speaker corrected, and exports it as suggested', async () => {
    await visitor.openSample();
    const popup = await visitor.click();
    const done = await wholeJob(popup);
    expectJobDone(done);
    const { annotations, speakers } = done.exported;
    const saidBy = (words: string) => {
      const quote = annotations.find(({ kind, segments }) => kind === 'quote' && segments[0]?.quote.exact === words);
      return speakers.find(({ id }) => id === quote?.attribution.speakerId)?.name;
    };
    expect(saidBy('We leave with a signature, not with a promise,')).toBe('Mara Lindqvist');
    const split = annotations.find(({ segments }) => segments[0]?.quote.exact.startsWith('A wall that stops'));
    expect(split?.segments).toHaveLength(2);
  });

  it('goes one by one by key, takes back by key, and leaves the page’s list as it was', async () => {
    await visitor.openSample();
    const popup = await visitor.click();
    await startReview(popup);
    const left = () => popup.$eval('.review-left', ({ textContent }) => Number.parseInt(textContent ?? '', 10));
    const all = await left();
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('x');
    await expect.poll(left).toBe(all - 2);
    await popup.keyboard.press('z');
    await popup.keyboard.press('z');
    await expect.poll(left).toBe(all);
    await popup.keyboard.press('a');
    await focusOn(popup, /^button Done/);
    await popup.keyboard.press('z');
    await expect.poll(left, { timeout: 10_000 }).toBe(all);
    await popup.keyboard.press('Escape');
    await focusOn(popup, /^button Review/);
    await expect.poll(() => annotationTexts(popup), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => popup.$eval('.status-count', ({ textContent }) => textContent)).toBe('0 annotations');
  });

  it('draws what is left on the page while it is gone through, and brings one into view', async () => {
    const page = await visitor.openSample();
    const before = await page.content();
    const popup = await visitor.click();
    const drawn = async () => (await readHighlights(page))['on-record-suggestion'];
    await line(popup);
    expect(await drawn()).toBeUndefined();
    await startReview(popup);
    await expect.poll(drawn, { timeout: 10_000 }).toContain('We leave with a signature, not with a promise,');
    const all = (await drawn())?.length ?? 0;
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await popup.keyboard.press('s');
    await expect.poll(() => readHighlights(page), { timeout: 10_000 }).toHaveProperty('on-record-focus');
    // What is stored is painted by the background as well, which knows of no suggestions.
    await popup.keyboard.press('Enter');
    await waitUntilSaved(popup);
    await expect.poll(() => readHighlights(page), { timeout: 10_000 }).toHaveProperty('on-record-quote');
    await expect.poll(async () => (await drawn())?.length).toBeLessThan(all);
    await popup.keyboard.press('Escape');
    await expect.poll(drawn, { timeout: 10_000 }).toBeUndefined();
    expect(await page.content()).toBe(before);
  });

  it('leaves nothing drawn when the popup closes', async () => {
    const page = await visitor.openSample();
    const popup = await visitor.click();
    const drawn = async () => (await readHighlights(page))['on-record-suggestion'];
    await startReview(popup);
    await expect.poll(drawn, { timeout: 10_000 }).toBeDefined();
    await visitor.closePopup();
    await expect.poll(drawn, { timeout: 10_000 }).toBeUndefined();
  });

  it('remembers what was dismissed when the popup opens another time', async () => {
    await visitor.openSample();
    const first = await visitor.click();
    await startReview(first);
    const dismissed = await first.$eval('.suggestion .card-text', ({ textContent }) => textContent);
    await first.keyboard.press('x');
    await first.waitForFunction(
      (words) => document.querySelector('.suggestion .card-text')?.textContent !== words,
      {},
      dismissed,
    );
    await visitor.closePopup();
    const second = await visitor.click();
    await startReview(second);
    expect(await second.$eval('.suggestion .card-text', ({ textContent }) => textContent)).not.toBe(dismissed);
  });

  it('has nothing that axe finds wrong: the line, a quote, a claim, the end, a question', async () => {
    await visitor.openSample();
    let popup = await visitor.click();
    const judge = async (name: string) => {
      for (const look of LOOKS) {
        await wear(popup, look);
        await photograph(popup, `review-${name}-${look}`);
        expect(await violations(popup, { colours: look !== 'forced' }), `${name}, ${look}`).toEqual([]);
      }
      await wear(popup, 'light');
    };
    await line(popup);
    await judge('line');
    await startReview(popup);
    await judge('quote');
    for (let i = 0; i < 20 && !(await popup.$('.suggestion.card-claim')); i++) {
      await popup.keyboard.press('ArrowDown');
      await popup.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    await judge('claim');
    await popup.keyboard.press('a');
    await focusOn(popup, /^button Done/);
    await judge('end');
    await popup.keyboard.press('Enter');
    await waitUntilSaved(popup);
    await visitor.closePopup();
    await visitor.openSample();
    popup = await visitor.click();
    await startReview(popup);
    await popup.keyboard.press('a');
    await focusOn(popup, /^section Is this the /);
    await judge('question');
    await popup.keyboard.press('Tab');
    await focusOn(popup, /^button Yes, /);
  });
});

const folder = sharedFolder('seed');

// A stranger does not have this page; that it is not here is said when the file is loaded.
describe.runIf(folder !== null)('on a page of a real outlet', () => {
  it('tags the direct quotes with few key presses', async () => {
    const read = (file: string) => readFileSync(join(folder ?? '', file), 'utf8');
    const gold: { direct_quotes: { exact: string; speaker: string }[]; speakers: { id: string; name: string }[] } =
      JSON.parse(read('gold.json'));
    await visitor.open('/review/nato.html', read('nato-russia-council.html'));
    const popup = await visitor.click();
    await startReview(popup);
    await popup.keyboard.press('a');
    await focusOn(popup, /^button Done/);
    await waitUntilSaved(popup);
    await popup.keyboard.press('Enter');
    const { annotations, speakers } = await visitor.export();
    const quotes = annotations.filter(({ kind }) => kind === 'quote');
    for (const { exact, speaker } of gold.direct_quotes) {
      const found = quotes.find(({ segments }) => segments[0]?.quote.exact === exact);
      expect(found?.origin, exact).toBe('suggested');
      // Nobody is better than the wrong one.
      const name = speakers.find(({ id }) => id === found?.attribution.speakerId)?.name ?? null;
      expect([null, gold.speakers.find(({ id }) => id === speaker)?.name]).toContain(name);
    }
  });
});
