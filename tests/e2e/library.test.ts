import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { byRole, nameSpeaker, pressButton, typeInto } from '../browser/popup-driver';
import { LOOKS, violations, wear } from './axe';
import { clippedTexts } from './clipped';
import { messagesIn, pseudoLocale, speak } from './languages';
import { CLAIM, QUOTE } from './sample';
import { Visitor } from './visitor';

const OTHER = 'Nobody has said who pays when the water comes twice';

let visitor: Visitor;
let library: Page;
beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.openSample();
  await tagAs('Quote', QUOTE, 'Mara Lindqvist');
  await tagAs('Quote', OTHER, 'M. Lindqvist');
  await tagAs('Claim', CLAIM, 'Joao Tavares');
  await visitor.closePopup();
  library = await openLibrary();
});
afterEach(() => visitor.closePopup());
afterAll(() => visitor?.leave());

async function tagAs(kind: 'Quote' | 'Claim', words: string, speaker: string): Promise<void> {
  const popup = await visitor.tag(kind, words);
  await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
  await nameSpeaker(popup, speaker);
  await pressButton(popup, 'Done');
}

/** Presses the popup's button for the library. */
async function openLibrary(): Promise<Page> {
  const popup = await visitor.click();
  const opened = visitor.launched.browser.waitForTarget((target) => target.url().endsWith('/library.html'));
  await pressButton(popup, 'Library');
  const page = await (await opened).asPage();
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: 860 });
  return page;
}

let moves = 0;

/** Follows a link to a view. The number keeps it from being where somebody is already. */
const go = (view: string) =>
  library.evaluate((to) => {
    location.hash = to;
  }, `#${view}?n=${++moves}`);

/** The words of the rows in the list of that name, white space folded. */
const rowsIn = (name: string) =>
  expect.poll(
    () =>
      library.evaluate(
        (label) =>
          [...document.querySelectorAll(`[role="listbox"][aria-label="${label}"] [role="option"]`)].map((row) =>
            (row.textContent ?? '').replace(/\s+/g, ' '),
          ),
        name,
      ),
    { timeout: 10_000 },
  );

const search = (text: string) => typeInto(library, 'searchbox', 'Search words or “phrases”', text);

const clickRow = (words: string) =>
  library.locator(`::-p-xpath(//*[@role="option"][contains(., "${words}")])`).setTimeout(10_000).click();

const heading = () => expect.poll(() => library.$eval('.detail h2', (title) => title.textContent), { timeout: 10_000 });

describe('the library', () => {
  it('finds a quote by two words and a speaker, and marks them', async () => {
    await go('quotes');
    await rowsIn('Quotes').toHaveLength(2);
    await search('leave signature speaker:lindqvist');
    await rowsIn('Quotes').toEqual([expect.stringContaining('We leave with a signature')]);
    const hits = await library.$$eval('.row .hit', (marks) => marks.map((mark) => mark.textContent));
    expect(hits).toEqual(['leave', 'signature', 'Lindqvist']);
    await search('"signature leave"');
    await expect
      .poll(() => library.evaluate(() => document.body.textContent))
      .toContain('Nothing fits what you search');
    await search('water kind:quote');
    await rowsIn('Quotes').toEqual([expect.stringContaining(OTHER)]);
  });

  it('keeps its place in the address: back, forward and a bookmark lead there', async () => {
    await go('quotes');
    await rowsIn('Quotes').toHaveLength(2);
    await clickRow(OTHER);
    await heading().toContain(OTHER);
    const bookmark = library.url();
    expect(bookmark).toMatch(/#quotes\?ref=/);
    await library.goBack();
    await library.waitForFunction(() => document.querySelector('.detail') === null);
    await library.goForward();
    await heading().toContain(OTHER);
    await library.goto(bookmark.replace(/#.*/, ''));
    await library.goto(bookmark);
    await heading().toContain(OTHER);
  });

  it('edits what is found, and the page it was tagged on needs not be there', async () => {
    await go('claims');
    await clickRow(CLAIM.slice(0, 30));
    await heading().toContain(CLAIM);
    await library.select('::-p-aria([name="Claim status"][role="combobox"])', 'disputed');
    await typeInto(library, 'textbox', 'Note', 'Ask the fund.');
    await typeInto(library, 'textbox', 'Rating', 'Half of it');
    await library.keyboard.press('Enter');
    await search('status:disputed "ask the fund"');
    await rowsIn('Claims').toEqual([expect.stringContaining('Disputed')]);
    await library.reload();
    await expect
      .poll(() =>
        library.$eval('::-p-aria([name="Rating"][role="textbox"])', (field) => (field as HTMLInputElement).value),
      )
      .toBe('Half of it');
    await search('');
  });

  it('merges two speakers, and parts them again', async () => {
    await go('speakers');
    await rowsIn('Speakers').toHaveLength(3);
    await clickRow('M. Lindqvist');
    await heading().toBe('M. Lindqvist');
    await pressButton(library, 'Merge with another speaker');
    await typeInto(library, 'searchbox', 'Whose record shall stay?', 'mara');
    await library.locator('.picker-option').click();
    await pressButton(library, 'Merge');
    await rowsIn('Speakers').toHaveLength(2);
    await heading().toBe('Mara Lindqvist');
    await rowsIn('Said by Mara Lindqvist').toHaveLength(2);
    expect(
      await library.$eval(
        '::-p-aria([name="Also called"][role="textbox"])',
        (field) => (field as HTMLInputElement).value,
      ),
    ).toBe('M. Lindqvist');
    await pressButton(library, 'Undo');
    await rowsIn('Speakers').toHaveLength(3);
    await rowsIn('Said by Mara Lindqvist').toHaveLength(1);
  });

  it('shows an article as it read, with what is tagged in it, without asking the network for anything', async () => {
    const requests: string[] = [];
    library.on('request', (request) => requests.push(request.url()));
    await go('articles');
    await clickRow('Harbour cities');
    await library.waitForSelector('.reader p');
    await expect
      .poll(async () => (await readHighlights(library))['on-record-quote'])
      .toEqual(expect.arrayContaining([QUOTE, OTHER]));
    expect((await readHighlights(library))['on-record-claim']).toEqual([CLAIM]);
    expect(await library.$$eval('.reader img, .reader script, .reader [style]', (found) => found.length)).toBe(0);
    expect(requests.filter((url) => !url.startsWith('chrome-extension://'))).toEqual([]);
  });

  it('deletes an article with all that is in it, brings it back, and erases what is deleted for good', async () => {
    await go('articles');
    await clickRow('Harbour cities');
    await pressButton(library, 'Delete the article');
    await expect.poll(() => library.evaluate(() => document.body.textContent)).toContain('No articles yet');
    await go('deleted');
    await rowsIn('Recently deleted').toHaveLength(1);
    await clickRow('Harbour cities');
    await pressButton(library, 'Bring back');
    await go('quotes');
    await rowsIn('Quotes').toHaveLength(2);
    await clickRow(OTHER);
    await heading().toContain(OTHER);
    await pressButton(library, 'Delete');
    await rowsIn('Quotes').toHaveLength(1);
    await go('deleted');
    await clickRow(OTHER);
    await pressButton(library, 'Erase for good');
    await pressButton(library, 'Erase for good');
    await expect.poll(() => library.evaluate(() => document.body.textContent)).toContain('Nothing was deleted');
  });

  it('is gone through, chosen from and changed at once with the keyboard alone', async () => {
    await go('quotes');
    await rowsIn('Quotes').toHaveLength(1);
    await library.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await library.keyboard.press('/');
    await library.keyboard.type('kind:claim');
    await rowsIn('Quotes').toEqual([expect.stringContaining(CLAIM)]);
    await library.keyboard.press('Tab');
    await library.keyboard.press('ArrowDown');
    await heading().toContain(CLAIM);
    await library.keyboard.press('Space');
    await library.waitForSelector('::-p-aria([name="What is chosen"][role="region"])');
    const button = await byRole(library, 'button', 'Add tags').waitHandle();
    await button.focus();
    await library.keyboard.press('Enter');
    await library.waitForFunction(() => document.activeElement?.id === 'bulk-tags');
    await library.keyboard.type('tide, money');
    await library.keyboard.press('Enter');
    await rowsIn('Quotes').toEqual([expect.stringMatching(/tide.*money/)]);
    await pressButton(library, 'Undo');
    await rowsIn('Quotes').toEqual([expect.not.stringContaining('money')]);
  });

  it.each(['pseudo', 'de', 'fr', 'es'])('clips no text in any view: %s', async (language) => {
    const page = await visitor.launched.browser.newPage();
    await page.setViewport({ width: 1280, height: 860 });
    await page.goto(library.url().replace(/#.*/, ''));
    await speak(page, language === 'pseudo' ? pseudoLocale() : messagesIn(language));
    for (const view of ['quotes', 'claims', 'speakers', 'articles', 'deleted', 'settings']) {
      await page.goto(`${page.url().replace(/#.*/, '')}#${view}`);
      await page.reload();
      await page.waitForSelector(view === 'settings' ? '.settings h1' : '.found-count');
      const row = await page.$('[role="option"]');
      if (row) {
        await row.click();
        await page.waitForSelector('.detail h2');
        await page.focus('.library-list [role="listbox"]');
        await page.keyboard.press('Space');
        await page.waitForSelector('.bulk-bar');
      }
      expect([view, await clippedTexts(page)]).toEqual([view, []]);
    }
    await page.close();
  });

  it('has nothing that axe finds wrong, in any view', async () => {
    for (const view of ['quotes', 'claims', 'speakers', 'articles', 'deleted', 'settings']) {
      await go(view);
      await library.waitForSelector(view === 'settings' ? '.settings h1' : '.found-count');
      const row = await library.$('[role="option"]');
      await row?.click();
      if (row) await library.waitForSelector('.detail h2');
      for (const look of LOOKS) {
        await wear(library, look);
        expect([view, await violations(library, { colours: look !== 'forced' })]).toEqual([view, []]);
      }
      await wear(library, 'light');
    }
  });
});
