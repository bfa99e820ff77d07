import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { cardSettled, clickWords, inCard, openCard, passageCard, said } from '../browser/passage-card';
import { nameSpeaker, pressButton } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { wear } from './axe';
import { CLAIM, QUOTE, SAMPLE } from './sample';
import { openTaggedSample } from './tagged-sample';
import { Visitor } from './visitor';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

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

const SECOND = 'Nobody has said who pays when the water comes twice';
const OTHERS_SPEAKER = 'Henrike Vossberg';

const isGone = (page: Page) => expect.poll(() => passageCard(page), { timeout: 5000 }).toBeNull();

describe('the card of a tagged passage', () => {
  it('opens at a click on it, lists what else stands there, and leaves nothing behind', async () => {
    const page = await openTaggedSample(visitor);
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
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await openCard(page, CLAIM);
    await inCard(page, 'dialog', 'On Record: Claim');
    await screenshot(page, 'claim');
    const [host, rest] = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      const host = copy.querySelector(':scope > [popover]');
      host?.remove();
      return [host?.outerHTML, copy.outerHTML];
    });
    expect(host).toBe('<div popover="manual"></div>');
    expect(rest).toBe(before);
    await clickWords(page, 'Harbour cities agree');
    await isGone(page);
    await visitor.expectUntouched();
  });

  it('stores a note, and takes a deletion back', async () => {
    const page = await openTaggedSample(visitor);
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
    await visitor.expectUntouched();
    const { annotations } = await visitor.export();
    expect(annotations.find(({ kind }) => kind === 'quote')).toMatchObject({ note: 'Said on the quay.' });
  });

  it('names the speaker with three letters and Enter, and a new one', async () => {
    const page = await openTaggedSample(visitor);
    await openCard(page, CLAIM);
    await (await inCard(page, 'button', 'Who said this?')).click();
    await inCard(page, 'combobox', 'Speaker');
    await page.keyboard.type('lin');
    await inCard(page, 'option', 'Mara Lindqvist, Harbour Post');
    await screenshot(page, 'speakers');
    await page.keyboard.press('Enter');
    await (await inCard(page, 'button', 'Speaker: Mara Lindqvist')).click();
    await page.keyboard.type('Joao Tavares');
    await (await inCard(page, 'option', 'New speaker “Joao Tavares”')).click();
    await inCard(page, 'button', 'Speaker: Joao Tavares');
    await (await inCard(page, 'radio', 'Disputed')).click();
    await said(page, 'status', 'Saved on this device');
    const { annotations, speakers } = await visitor.export();
    const { id } = speakers.find(({ name }) => name === 'Joao Tavares') ?? {};
    const claim = annotations.find(({ segments }) => segments[0]?.quote.exact === CLAIM);
    expect(claim).toMatchObject({ attribution: { speakerId: id }, claim: { status: 'disputed' } });
  });

  it('adds what is selected to a quote, and says so where nothing is', async () => {
    const page = await openTaggedSample(visitor);
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Add selection')).click();
    await said(page, 'alert', 'Select words on the page first.');
    await drag(page, SECOND, SECOND);
    await (await inCard(page, 'button', 'Add selection')).click();
    await expect.poll(async () => (await readHighlights(page))['on-record-quote']).toEqual([QUOTE, SECOND]);
    expect(await visitor.exported()).toContainEqual(expect.objectContaining({ kind: 'quote', exact: SECOND }));
  });

  it('records a cue that is selected, and the quote that a claim stands in', async () => {
    const page = await openTaggedSample(visitor);
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Use selection as cue')).click();
    await said(page, 'alert', 'Select words on the page first.');
    await selectText(page, 'told reporters');
    await (await inCard(page, 'button', 'Use selection as cue')).click();
    await inCard(page, 'button', 'Clear cue');
    await screenshot(page, 'cue');
    await page.keyboard.press('Escape');

    await clickWords(page, 'with a signature');
    await (await inCard(page, 'button', `Link to “${QUOTE}”`)).click();
    await inCard(page, 'button', 'Unlink from this quote');
    await said(page, 'status', 'Saved on this device');
    await screenshot(page, 'linked');
    await page.keyboard.press('Escape');
    await isGone(page);
    const { annotations } = await visitor.export();
    const find = (words: string) => annotations.find(({ segments }) => segments[0]?.quote.exact === words);
    expect(find(QUOTE)).toMatchObject({ attribution: { cue: { quote: { exact: 'told reporters' } } } });
    expect(find('with a signature')).toMatchObject({ links: [{ rel: 'claim-in-quote', target: find(QUOTE)?.id }] });
    await page.bringToFront();
    await clickWords(page, 'with a signature');
    await (await inCard(page, 'button', 'Unlink from this quote')).click();
    await inCard(page, 'button', `Link to “${QUOTE}”`);
  });

  it('stays away from links and other buttons, from selections and from what a script does', async () => {
    const page = await openTaggedSample(visitor);
    await page.evaluate((words) => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent.includes(words));
      Object.assign(globalThis, { clicks: 0 });
      addEventListener('click', () => Reflect.set(globalThis, 'clicks', Reflect.get(globalThis, 'clicks') + 1));
      getSelection()?.removeAllRanges();
      paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const quote = document.createRange();
      if (paragraph) quote.selectNodeContents(paragraph);
      const { left, top } = quote.getClientRects()[0] ?? { left: 0, top: 0 };
      const at = { bubbles: true, composed: true, clientX: left + 60, clientY: top + 8 };
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        paragraph?.dispatchEvent(new PointerEvent(type, at));
      }
      paragraph?.click();
    }, QUOTE);
    await cardSettled();
    expect(await passageCard(page)).toBeNull();
    await page.evaluate((words) => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent.includes(words));
      paragraph?.setAttribute('role', 'button');
    }, QUOTE);
    await clickWords(page, QUOTE.slice(30));
    await cardSettled();
    expect(await passageCard(page)).toBeNull();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'clicks'))).toBe(3);
    await page.evaluate(() => document.querySelector('p[role="button"]')?.removeAttribute('role'));
    await drag(page, 'We leave', 'with a signature');
    await cardSettled();
    expect(await passageCard(page)).toBeNull();
    await clickWords(page, 'Nobody has said');
    await openCard(page, QUOTE.slice(30));
  });

  it('gives the focus back, and goes with Escape, which the page does not see', async () => {
    const page = await openTaggedSample(visitor);
    await page.evaluate(() => {
      Object.assign(globalThis, { seen: [] });
      const hear = (event: Event) => Reflect.get(globalThis, 'seen').push(event.type);
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']) addEventListener(type, hear, true);
    });
    await page.evaluate(() => document.querySelector('article')?.setAttribute('tabindex', '-1'));
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Add a note')).click();
    await page.keyboard.type('Quiet');
    await page.keyboard.press('Escape');
    await isGone(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('article');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual([]);
    const { annotations } = await visitor.export();
    expect(annotations.find(({ kind }) => kind === 'quote')).toMatchObject({ note: 'Quiet' });
  });

  it('goes when the page shows another article, and keeps what was typed for the one before', async () => {
    const page = await openTaggedSample(visitor);
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Add a note')).click();
    await page.keyboard.type('Late');
    const { pathname } = new URL(page.url());
    await page.evaluate(() => history.pushState(null, '', '/another.html'));
    await isGone(page);
    await page.evaluate((path) => history.pushState(null, '', path), pathname);
    await expect
      .poll(async () => (await visitor.export()).annotations.map(({ note }) => note).join(''), { timeout: 10_000 })
      .toBe('Late');
  });

  it('shows the page nothing that is recorded', async () => {
    const page = await visitor.open('/secret.html', SAMPLE);
    const popup = await visitor.tag('Quote', QUOTE);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
    await nameSpeaker(popup, OTHERS_SPEAKER);
    await pressButton(popup, 'Done');
    await visitor.closePopup();
    await page.bringToFront();
    await openCard(page, QUOTE.slice(30));
    await (await inCard(page, 'button', 'Add a note')).click();
    await page.keyboard.type('Unprintable');
    await page.keyboard.press('Tab');
    await inCard(page, 'button', 'Note: Unprintable');
    const seen = () =>
      page.evaluate(
        (words) => {
          const host = document.querySelector('html > [popover]');
          const found = words.filter((word) => Reflect.get(window, 'find').call(window, word, false, false, true));
          document.execCommand('selectAll');
          const selected = String(getSelection());
          const html = document.documentElement.outerHTML + document.documentElement.innerText;
          return {
            root: host?.shadowRoot,
            html: host?.outerHTML,
            found,
            read: words.filter((word) => selected.includes(word) || html.includes(word)),
          };
        },
        [OTHERS_SPEAKER, 'Unprintable'],
      );
    const expected = { root: null, html: '<div popover="manual"></div>', found: [], read: [] };
    expect(await seen()).toEqual(expected);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await (await inCard(page, 'button', `Speaker: ${OTHERS_SPEAKER}`)).click();
    await inCard(page, 'option', `${OTHERS_SPEAKER}, Harbour Post`);
    expect(await seen()).toMatchObject({ root: null, found: [], read: [] });
  });
});
