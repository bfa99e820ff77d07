import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tagByKey, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { LOOKS, violations, wear } from './axe';
import { focused } from './keys';
import { QUOTE } from './sample';
import { Visitor } from './visitor';

const SPEAKER = 'Mara Lindqvist';
const MENTION = `Commissioner ${SPEAKER}`;

let visitor: Visitor;
beforeEach(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor?.leave());

/** The popup with some words selected, and tagged by their key. */
async function tagged(kind: 'Quote' | 'Speaker', words: string): Promise<Page> {
  const page = await visitor.openSample();
  await selectText(page, words);
  const popup = await visitor.click();
  await tagByKey(popup, kind, words);
  return popup;
}

const proposed = (popup: Page) =>
  popup.waitForSelector(`::-p-aria([name="Accept: ${SPEAKER} Commissioner · “told”"][role="button"])`);

/** Where `ON_RECORD_SCREENSHOTS` names a folder, what is judged can be looked at there. */
async function judge(popup: Page, name: string): Promise<void> {
  const folder = process.env.ON_RECORD_SCREENSHOTS;
  for (const look of LOOKS) {
    await wear(popup, look);
    if (folder) writeFileSync(join(folder, `${name}-${look}.png`), await popup.screenshot());
    expect(await violations(popup, { colours: look !== 'forced' }), look).toEqual([]);
  }
  await wear(popup, 'light');
}

const fieldValue = (popup: Page) => popup.$eval('input[role="combobox"]', (input) => (input as HTMLInputElement).value);

describe('what is proposed for a passage that was tagged by hand', () => {
  it('names the speaker of a quote, whom one key accepts with role, mention and cue', async () => {
    const popup = await tagged('Quote', QUOTE);
    await proposed(popup);
    await judge(popup, 'proposal-quote');
    await expect.poll(() => focused(popup)).toMatch(/^combobox Speaker/);
    await popup.keyboard.press('Enter');
    await expect.poll(() => fieldValue(popup), { timeout: 10_000 }).toBe(SPEAKER);
    await waitUntilSaved(popup);
    const { annotations, speakers } = await visitor.export();
    const [quote] = annotations;
    const [speaker] = speakers;
    expect(speaker?.name).toBe(SPEAKER);
    expect(quote?.attribution.speakerId).toBe(speaker?.id);
    expect(quote?.attribution.mention?.quote.exact).toBe(MENTION);
    expect(quote?.attribution.cue?.quote.exact).toBe('told');
    expect(quote?.origin).toBe('hand');
  });

  it('splits a mention into role and name', async () => {
    const popup = await tagged('Speaker', MENTION);
    await expect.poll(() => fieldValue(popup), { timeout: 10_000 }).toBe(SPEAKER);
    await judge(popup, 'proposal-mention');
    await popup.keyboard.press('Enter');
    await waitUntilSaved(popup);
    const { speakers } = await visitor.export();
    expect(speakers).toMatchObject([{ name: SPEAKER, role: 'Commissioner' }]);
  });
});
