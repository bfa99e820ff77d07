import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import {
  byRole,
  nameSpeaker,
  pressButton,
  pressOnCard,
  tag,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { LOOKS, wear } from './axe';
import { QUOTE } from './sample';
import { Visitor } from './visitor';

/** The extension's own interface, inside its pages. */
declare const chrome: typeof browser;

let visitor: Visitor;
let popup: Page;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.openSample();
  popup = await visitor.clickWith(QUOTE);
  await tag(popup, 'Quote', QUOTE);
  await nameSpeaker(popup, 'Mara Lindqvist', 'Commissioner for ports');
  await pressButton(popup, 'Done');
});

afterAll(() => visitor?.leave());

/** The element in focus: what it is and what it is called. */
const focused = () =>
  popup.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`;
  });

/** Waits until the focus is where it should be; the failure says where it is instead. */
const expectFocus = (what: RegExp | string) => expect.poll(focused, { timeout: 5000 }).toMatch(what);

describe('the focus', () => {
  it('goes to the new card’s speaker after tagging, and back to its button when the editor closes', async () => {
    popup = await visitor.clickWith('It is a start,');
    await waitForSelection(popup, 'It is a start,');
    await popup.keyboard.press('q');
    await expectFocus('combobox Speaker');
    await popup.keyboard.press('Escape');
    await expectFocus(/^button Edit: .*It is a start/);
    await popup.keyboard.press('Enter');
    await expectFocus('combobox Speaker');
    await pressButton(popup, 'Done');
    await expectFocus(/^button Edit: .*It is a start/);
  });

  it('stays in the field when Escape closes the list of speakers, and the popup stays open', async () => {
    await popup.keyboard.press('Enter');
    await expectFocus('combobox Speaker');
    await popup.keyboard.type('Mara');
    await popup.waitForSelector('::-p-aria([role="option"])');
    await popup.keyboard.press('Escape');
    expect(await popup.$('::-p-aria([role="option"])')).toBeNull();
    expect(await focused()).toBe('combobox Speaker');
    await popup.keyboard.press('Escape');
    await expectFocus(/^button Edit: /);
    expect(popup.isClosed()).toBe(false);
  });

  it('goes to Undo after a delete, to the card that came back, and to a card when the bar is closed', async () => {
    await pressOnCard(popup, 'It is a start', 'Delete');
    await expectFocus('button Undo');
    await popup.keyboard.press('Enter');
    // Time for the list to have followed both the delete and the undo.
    await new Promise((done) => setTimeout(done, 600));
    await expectFocus(/^button Edit: .*It is a start/);
    await pressOnCard(popup, 'It is a start', 'Delete');
    await expectFocus('button Undo');
    await pressButton(popup, 'Close: deleted');
    await expectFocus(/^button Edit: /);
  });

  it('goes through everything from top to bottom and shows where it is, light, dark and in forced colours', async () => {
    popup = await visitor.clickWith(QUOTE);
    await pressOnCard(popup, QUOTE.slice(0, -1), 'Edit');
    await expectFocus('combobox Speaker');
    for (const look of LOOKS) {
      await wear(popup, look);
      const { stops, unseen } = await tabThrough();
      expect(unseen, look).toEqual([]);
      const order = ['button Quote', 'button Claim', 'button Speaker', 'button Edit', 'button Show', 'button Delete'];
      const fields = ['combobox Speaker', 'input Role', 'input Direct', 'button Use selection as mention'];
      const rest = ['input Tags', 'textarea', 'button Add selection', 'button Done', 'button Export', 'button Article'];
      let at = -1;
      for (const name of [...order, ...fields, ...rest]) {
        const next = stops.findIndex((stop, index) => index > at && stop.startsWith(name));
        expect(next, `“${name}” after “${stops[at]}” in ${stops.join(' | ')}`).toBeGreaterThan(at);
        at = next;
      }
    }
    await wear(popup, 'light');
    await pressButton(popup, 'Done');
  });
});

/** Presses Tab from the top until it comes round: where it stops, and the stops that can't be seen to have the focus. */
async function tabThrough(): Promise<{ stops: string[]; unseen: string[] }> {
  await popup.evaluate(() => {
    const start = document.querySelector('[aria-label="Selected text"]');
    if (start instanceof HTMLElement) start.focus();
  });
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await popup.keyboard.press('Tab');
    const name = await focused();
    if (name === 'nothing' || (stops.length > 3 && name === stops[0])) break;
    stops.push(name);
    const ring = await popup.evaluate(() => {
      const element = document.activeElement;
      const shown = element?.matches('[type="radio"]') ? element.closest('label') : element;
      if (!shown) return null;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
      const { top, bottom, left, right } = shown.getBoundingClientRect();
      const isInView = bottom > 0 && top < innerHeight && left >= 0 && right <= innerWidth;
      const isRing =
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba\(.* 0\)$/.test(outlineColor);
      return { isInView, isRing };
    });
    if (!ring?.isRing || !ring.isInView) unseen.push(`${name} ${JSON.stringify(ring)}`);
  }
  return { stops, unseen };
}

describe('enlarged', () => {
  /** The controls that can't be brought into view, seen in whole and pressed where they are. */
  const outOfReach = (view: Page) =>
    view.evaluate(() =>
      [...document.querySelectorAll('button, input, select, textarea')].flatMap((element) => {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? element.id;
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        // A script can scroll what a person can't.
        for (let box = element.parentElement; box; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          const isStuck =
            (box.scrollTop > 1 && overflowY === 'hidden') || (box.scrollLeft > 1 && overflowX === 'hidden');
          if (isStuck) return [`${name} is out of sight in ${box.className || box.tagName}`];
        }
        const box = element.getBoundingClientRect();
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        if (!hit || !(element === hit || element.contains(hit) || element.parentElement?.contains(hit))) {
          return [`${name} is covered by ${hit?.className}`];
        }
        // What is wider than the window shows its middle, as was seen above.
        const isAcross = box.width > innerWidth || (box.left >= 0 && box.right <= innerWidth);
        const isWhole = isAcross && box.top >= 0 && box.bottom <= innerHeight;
        if (!isWhole) return [`${name} is cut off`];
        const isSpilling = element.matches('button') && element.scrollWidth > element.clientWidth + 1;
        return isSpilling ? [`${name} does not fit its words`] : [];
      }),
    );

  let address: string;
  beforeAll(async () => {
    popup = await visitor.clickWith(QUOTE);
    await pressOnCard(popup, QUOTE.slice(0, -1), 'Edit');
    await byRole(popup, 'combobox', 'Speaker').wait();
    await waitUntilSaved(popup);
    address = await popup.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return `${location.href}?tab=${tab?.id}`;
    });
    await visitor.closePopup();
  });

  /** The popup's page in a tab, in a window of `width` × `height` CSS pixels, with an editor open. */
  async function inWindow(width: number, height: number): Promise<Page> {
    const view = await visitor.launched.browser.newPage();
    await view.setViewport({ width, height });
    await view.goto(address);
    await byRole(view, 'combobox', 'Speaker').wait();
    await settled();
    return view;
  }

  /** The popup has noticed what room it has. */
  const settled = () => new Promise((done) => setTimeout(done, 500));

  it('not at all, it is 384 pixels wide', async () => {
    popup = await visitor.click();
    await byRole(popup, 'combobox', 'Speaker').wait();
    await settled();
    expect(await popup.evaluate(() => innerWidth)).toBe(384);
    await visitor.closePopup();
  });

  it('not at all, it shows its three buttons in one row', async () => {
    const view = await inWindow(384, 600);
    const tops = await view.$$eval('[aria-label="Selected text"] button', (buttons) =>
      buttons.map((button) => button.getBoundingClientRect().top),
    );
    await view.close();
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
  });

  /** The boxes that hold something wider than themselves: those that scroll, and the window. */
  const tooWide = (view: Page) =>
    view.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) || box.matches('html, body'))
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.localName} ${box.className}: ${box.scrollWidth} in ${box.clientWidth}`),
    );

  for (const [words, width, height] of [
    ['two and a half times, which leaves 320 pixels', 320, 240],
    ['three times', 266, 200],
  ] as const) {
    it(`${words}, it is as wide as the window, and nothing has to be scrolled sideways`, async () => {
      const view = await inWindow(width, height);
      try {
        expect(await tooWide(view)).toEqual([]);
        await pressButton(view, 'Article');
        await view.waitForSelector('[role="application"]');
        expect(await tooWide(view)).toEqual([]);
        await pressButton(view, 'Article');
      } finally {
        await view.close();
      }
    });
  }

  for (const [words, width, height] of [
    ['as it is', 384, 600],
    ['twice, which leaves half of the greatest height that browsers allow', 384, 300],
    ['in a window of 320 pixels', 320, 480],
  ] as const) {
    it(`${words}, everything can be reached, with widely spaced text too`, async () => {
      const view = await inWindow(width, height);
      try {
        expect(await outOfReach(view)).toEqual([]);
        // What WCAG 1.4.12 asks text to bear.
        await view.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
          );
          document.adoptedStyleSheets = [sheet];
        });
        await settled();
        expect(await outOfReach(view)).toEqual([]);
      } finally {
        await view.close();
      }
    });
  }
});
