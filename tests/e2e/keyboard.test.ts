import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, annotationTexts, waitUntilSaved } from '../browser/popup-driver';
import { chord, focused, tabTo } from './keys';
import { misplaced, readExport } from './schema';
import { Visitor } from './visitor';

const FIRST =
  '“We leave with a signature, not with a promise,” Commissioner Mara Lindqvist told reporters after the vote.';
const SECOND = 'She said the fund would cover 38 of the 41 ports within four years.';
const CRITICS = 'Critics were not convinced.';
const NOBODY =
  '“Nobody has said who pays when the water comes twice,” said Joao Tavares, who speaks for the dockworkers.';
const WALL =
  '“A wall that stops at the city limit,” Lindqvist said, “is a very expensive way of flooding the neighbours.”';

let visitor: Visitor;
let page: Page;
/** Nothing in this file touches the popup but `popup.keyboard`; all else only looks. */
let popup: Page;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  page = await visitor.openSample();
  popup = await visitor.click();
});
afterAll(() => visitor?.leave());

const expectFocus = (what: RegExp) => expect.poll(() => focused(popup), { timeout: 10_000 }).toMatch(what);

/** What the popup offers to tag, '' when nothing. */
const selected = () =>
  popup.evaluate(() => document.querySelector('[aria-label="Selected text"] .selection-text')?.textContent ?? '');

/** Waits for what is drawn after a key press, then says what is selected. */
async function afterKey(): Promise<string> {
  await popup.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return selected();
}

/** Presses a key, with others held down, until `isDone` with what is selected. */
async function pressUntil(isDone: (words: string) => boolean, key: KeyInput, held: readonly KeyInput[] = []) {
  const seen: string[] = [];
  for (let words = await afterKey(); !isDone(words); words = await afterKey()) {
    if (seen.length > 90) throw new Error(`${[...held, key].join('+')} never selected that, but: ${seen.join(' | ')}`);
    seen.push(words);
    await chord(popup, held, key);
  }
}

/** In the article view: selects a whole sentence, then moves its ends by words until only `words` are left. */
async function select(sentence: string, words = sentence): Promise<void> {
  if ((await selected()) !== '') await popup.keyboard.press('Home');
  await pressUntil((now) => now === sentence, 'ArrowDown');
  const at = sentence.indexOf(words);
  await pressUntil((now) => now.length <= at + words.length, 'ArrowLeft', ['Control']);
  await pressUntil((now) => now.length <= words.length, 'ArrowRight', ['Control', 'Shift']);
  expect(await selected()).toBe(words);
}

/** From wherever the focus is, with the article open, to its text. */
const toArticle = () => tabTo(popup, /^application Article/, 'back');

const painted = (kind: string) =>
  expect.poll(async () => (await readHighlights(page))[`on-record-${kind}`] ?? [], { timeout: 10_000 });

describe('with the keyboard alone', () => {
  it('A opens the article with the focus in its text, and an arrow selects the first sentence', async () => {
    await popup.waitForFunction(() => document.querySelector('[aria-label="Selected text"]') !== null);
    await popup.keyboard.press('a');
    await expectFocus(/^application Article/);
    await popup.keyboard.press('ArrowDown');
    await expect.poll(selected).not.toBe('');
    const first = await selected();
    // It is spoken as well.
    expect(await popup.$eval('.article-view [aria-live]', (live) => live.textContent)).toBe(first);
    await popup.keyboard.press('ArrowDown');
    expect(await afterKey()).not.toBe(first);
    await popup.keyboard.press('ArrowUp');
    expect(await afterKey()).toBe(first);
  });

  it('Q tags the words that the arrows left selected, on the page at the same place', async () => {
    await select(FIRST, 'We leave with a signature, not with a promise,');
    await popup.keyboard.press('q');
    await expectFocus(/^combobox Speaker/);
    await waitUntilSaved(popup);
    await painted('quote').toEqual(['We leave with a signature, not with a promise,']);
    expect(
      await page.evaluate(() => {
        const range = [...(CSS.highlights.get('on-record-quote') ?? [])][0];
        return range?.startContainer.parentElement?.matches('.story > p:first-child');
      }),
    ).toBe(true);
  });

  it('a new speaker is typed and made with Enter, a role, tags and a note are typed', async () => {
    await popup.keyboard.type('Mara Lindqvist');
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'false');
    await tabTo(popup, /^input Role/);
    await popup.keyboard.type('Commissioner for ports');
    await tabTo(popup, /^input Tags/);
    await popup.keyboard.type('tide fund, vote');
    await tabTo(popup, /^textarea Note/);
    await popup.keyboard.type('Ask who queues for the costs.');
    await waitUntilSaved(popup);
    await annotationItem(popup, 'Commissioner for ports');
    // Letters in a field tag nothing, though Q, S and C were among them.
    expect(await annotationTexts(popup)).toHaveLength(1);
  });

  it('a mention and a cue are selected in the article and stored from the editor', async () => {
    await toArticle();
    await select(FIRST, 'Commissioner Mara Lindqvist');
    await tabTo(popup, /^button Use selection as mention/);
    await popup.keyboard.press('Enter');
    await waitUntilSaved(popup);
    await toArticle();
    await select(FIRST, 'told reporters');
    await tabTo(popup, /^button Use selection as cue/);
    await popup.keyboard.press('Space');
    await annotationItem(popup, 'told reporters');
    await waitUntilSaved(popup);
    await popup.keyboard.press('Escape');
    await expectFocus(/^button Edit: /);
  });

  it('C tags a claim, three letters and Enter name its speaker, and its status is chosen', async () => {
    await toArticle();
    await select(SECOND, 'the fund would cover 38 of the 41 ports within four years');
    await popup.keyboard.press('c');
    await expectFocus(/^combobox Speaker/);
    await popup.keyboard.type('mar');
    await popup.waitForSelector('::-p-aria([role="option"])');
    await popup.keyboard.press('Enter');
    await waitUntilSaved(popup);
    await popup.waitForFunction(
      () => document.activeElement instanceof HTMLInputElement && document.activeElement.value === 'Mara Lindqvist',
    );
    await tabTo(popup, /^select /);
    await popup.keyboard.type('disp');
    const item = await annotationItem(popup, 'the fund would cover');
    await expect.poll(() => item.$eval('.label-claim', (label) => label.textContent)).toBe('Disputed');
    await waitUntilSaved(popup);
    await tabTo(popup, /^button Done/);
    await popup.keyboard.press('Enter');
    await expectFocus(/^button Edit: /);
    await painted('claim').toEqual(['the fund would cover 38 of the 41 ports within four years']);
  });

  it('a split quote gets its second part', async () => {
    await toArticle();
    await select(WALL, 'A wall that stops at the city limit,');
    await popup.keyboard.press('q');
    await expectFocus(/^combobox Speaker/);
    await popup.keyboard.type('lin');
    await popup.waitForSelector('::-p-aria([role="option"])');
    await popup.keyboard.press('Enter');
    await toArticle();
    await select(WALL, 'is a very expensive way of flooding the neighbours.');
    await tabTo(popup, /^button Add selection to this quote/);
    await popup.keyboard.press('Enter');
    await painted('quote').toEqual([
      'We leave with a signature, not with a promise,',
      'A wall that stops at the city limit,',
      'is a very expensive way of flooding the neighbours.',
    ]);
    await waitUntilSaved(popup);
    await popup.keyboard.press('Escape');
    await expectFocus(/^button Edit: /);
  });

  it('Shift extends the selection by sentences, over the end of a paragraph', async () => {
    await toArticle();
    await select(SECOND);
    await chord(popup, ['Shift'], 'ArrowDown');
    expect(await afterKey()).toBe(`${SECOND}\n\n${CRITICS}`);
    await chord(popup, ['Shift'], 'ArrowUp');
    expect(await afterKey()).toBe(SECOND);
    await chord(popup, ['Shift'], 'ArrowDown');
    await popup.keyboard.press('q');
    await expectFocus(/^combobox Speaker/);
    await painted('quote').toContainEqual(expect.stringMatching(/^She said the fund.*not convinced\.$/s));
    await popup.keyboard.press('Escape');
  });

  it('S tags the words that name a speaker, whose name is offered', async () => {
    await expectFocus(/^button Edit: She said/);
    await toArticle();
    await select(NOBODY, 'Joao Tavares');
    await popup.keyboard.press('s');
    await expectFocus(/^combobox Speaker/);
    await painted('speaker').toEqual(['Joao Tavares']);
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'false');
    await waitUntilSaved(popup);
    await popup.keyboard.press('Escape');
    await expectFocus(/^button Edit: Joao Tavares/);
  });

  it('a delete is pressed and undone, and pressed again', async () => {
    for (const answer of ['Undo', null]) {
      await tabTo(popup, /^button Delete: She said/);
      await popup.keyboard.press('Enter');
      await expectFocus(/^button Undo/);
      await painted('quote').not.toContainEqual(expect.stringContaining('not convinced'));
      if (!answer) break;
      await popup.keyboard.press('Enter');
      await expectFocus(/^button Edit: She said/);
      await painted('quote').toContainEqual(expect.stringContaining('not convinced'));
    }
    await waitUntilSaved(popup);
  });

  it('a card shows its passage on the page', async () => {
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await tabTo(popup, /^button Show on page: We leave with/);
    await popup.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const box = [
        ...(CSS.highlights.get('on-record-quote') ?? []),
      ][0]?.startContainer.parentElement?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
  });

  it('all of it is exported, and stands where it stood', async () => {
    popup = await visitor.click();
    await annotationItem(popup, 'the fund would cover');
    await tabTo(popup, /^button Export JSON/);
    const file = await visitor.downloadedBy(() => popup.keyboard.press('Enter'));
    const exported = readExport(file.text);
    expect(misplaced(exported)).toEqual([]);
    expect(exported.speakers.map(({ name, role }) => [name, role])).toEqual([
      ['Joao Tavares', ''],
      ['Mara Lindqvist', 'Commissioner for ports'],
    ]);
    const names = new Map(exported.speakers.map(({ id, name }) => [id, name]));
    expect(
      exported.annotations.map(({ kind, segments, attribution }) => [
        kind,
        names.get(attribution.speakerId ?? ''),
        ...segments.map(({ quote }) => quote.exact),
      ]),
    ).toEqual([
      ['quote', 'Mara Lindqvist', 'We leave with a signature, not with a promise,'],
      ['claim', 'Mara Lindqvist', 'the fund would cover 38 of the 41 ports within four years'],
      ['speaker', 'Joao Tavares', 'Joao Tavares'],
      [
        'quote',
        'Mara Lindqvist',
        'A wall that stops at the city limit,',
        'is a very expensive way of flooding the neighbours.',
      ],
    ]);
    expect(exported.annotations[0]).toMatchObject({
      quoteType: 'direct',
      tags: ['tide fund', 'vote'],
      note: 'Ask who queues for the costs.',
      attribution: {
        mention: { quote: { exact: 'Commissioner Mara Lindqvist' } },
        cue: { quote: { exact: 'told reporters' } },
      },
    });
    expect(exported.annotations[1]?.claim?.status).toBe('disputed');
  });
});
