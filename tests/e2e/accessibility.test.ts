import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import {
  annotationItem,
  byRole,
  nameSpeaker,
  pressButton,
  pressOnCard,
  tag,
  typeInto,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { LOOKS, violations, wear } from './axe';
import { CLAIM, QUOTE } from './sample';
import { Visitor } from './visitor';

/** The extension's own interface, inside its pages. */
declare const chrome: typeof browser;

const MENTION = 'Dr Helene Marchetti, an oceanographer at the Verrin Institute';

let visitor: Visitor;
let popup: Page;

beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.openSample();
});
afterAll(() => visitor?.leave());

/** What axe finds in the popup as it is now, in every look. */
async function findings(): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await wear(popup, look);
    found.push(...(await violations(popup, { colours: look !== 'forced' })).map((line) => `${look}: ${line}`));
  }
  await wear(popup, 'light');
  return found;
}

/** Clicks the icon with these words selected, or none. */
const open = async (words?: string) => {
  if (!words) await visitor.page.evaluate(() => getSelection()?.removeAllRanges());
  popup = words ? await visitor.clickWith(words) : await visitor.click();
};

describe('axe finds nothing wrong in the popup, light, dark or in forced colours', () => {
  it('before anything is selected or tagged', async () => {
    await open();
    await popup.waitForSelector('.empty-state');
    expect(await findings()).toEqual([]);
  });

  it('but does find what is planted there', async () => {
    await popup.evaluate(() => {
      const pale = document.createElement('p');
      pale.className = 'planted';
      pale.style.color = '#ccc';
      pale.style.background = '#fff';
      pale.textContent = 'Hardly to be read';
      const image = document.createElement('img');
      image.className = 'planted';
      document.querySelector('main')?.append(pale, image);
    });
    const found = await findings();
    await popup.evaluate(() => {
      for (const element of document.querySelectorAll('.planted')) element.remove();
    });
    for (const look of LOOKS) expect(found.join('\n')).toContain(`${look}: image-alt`);
    for (const look of ['light', 'dark']) expect(found.join('\n')).toContain(`${look}: color-contrast`);
    expect(await findings()).toEqual([]);
  });

  it('with a selection', async () => {
    await open(QUOTE);
    await waitForSelection(popup, QUOTE);
    expect(await findings()).toEqual([]);
  });

  it('with an editor and its list of speakers open', async () => {
    await tag(popup, 'Quote', QUOTE);
    await typeInto(popup, 'combobox', 'Speaker', 'Mara Lindqvist');
    await popup.waitForSelector('::-p-aria([role="listbox"][name="Speakers"])', { visible: true });
    expect(await findings()).toEqual([]);
    await nameSpeaker(popup, 'Mara Lindqvist', 'Commissioner for ports');
    await selectText(visitor.page, 'told reporters', { near: QUOTE });
    await waitForSelection(popup, 'told reporters');
    await pressButton(popup, 'Use selection as cue');
    await waitUntilSaved(popup);
    await popup.waitForSelector('::-p-aria([name="Clear cue"])');
    expect(await findings()).toEqual([]);
    await pressButton(popup, 'Done');
  });

  it('with the editors of a claim and of a speaker, and options that tell namesakes apart', async () => {
    await open(CLAIM);
    await tag(popup, 'Claim', CLAIM);
    await typeInto(popup, 'combobox', 'Speaker', 'Mara');
    await popup.waitForSelector('::-p-aria([role="option"])');
    expect(await findings()).toEqual([]);
    await popup.keyboard.press('Enter');
    await typeInto(popup, 'textbox', 'Note', 'Ask for the list of ports.');
    await typeInto(popup, 'textbox', 'Tags', 'figures, ports');
    expect(await findings()).toEqual([]);
    await pressButton(popup, 'Done');
    await open(MENTION);
    await tag(popup, 'Speaker', MENTION);
    expect(await findings()).toEqual([]);
    await popup.keyboard.press('Escape');
    await pressButton(popup, 'Done');
  });

  it('with annotations of all three kinds', async () => {
    await open();
    for (const words of [QUOTE.slice(0, -1), CLAIM, MENTION]) await annotationItem(popup, words);
    expect(await findings()).toEqual([]);
  });

  it('in the article view, with a sentence selected', async () => {
    await pressButton(popup, 'Article');
    await popup.waitForSelector('[role="application"]');
    await popup.keyboard.press('ArrowDown');
    await popup.waitForSelector('.is-selected');
    expect(await findings()).toEqual([]);
    await pressButton(popup, 'Article');
  });

  it('with the bar that offers to undo', async () => {
    await pressOnCard(popup, CLAIM, 'Delete');
    await byRole(popup, 'button', 'Undo').wait();
    expect(await findings()).toEqual([]);
    await pressButton(popup, 'Undo');
    await annotationItem(popup, CLAIM);
  });

  it('with a selection that is refused', async () => {
    popup = await visitor.clickWith('Harbour cities agree on a common tide fund', { through: QUOTE });
    await popup.waitForSelector('.selection-refusal');
    expect(await findings()).toEqual([]);
  });

  it('when something could not be saved', async () => {
    await open(QUOTE);
    await popup.evaluate(() => {
      chrome.runtime.sendMessage = async () => ({
        ok: false,
        failure: { code: 'quota-exceeded', message: 'The disk is full. Make room and try again.' },
      });
    });
    await pressOnCard(popup, CLAIM, 'Edit');
    await typeInto(popup, 'textbox', 'Note', 'This note is refused.');
    await popup.waitForSelector('::-p-aria([role="alert"])');
    expect(await findings()).toEqual([]);
    for (const button of await popup.$$('::-p-aria([role="button"][name="Discard"])')) await button.click();
    await pressButton(popup, 'Done');
  });

  it('on a page where the browser forbids scripts', async () => {
    await visitor.elsewhere('chrome://version', async (there) => {
      popup = there;
      await popup.waitForSelector('::-p-aria([role="alert"])');
      expect(await findings()).toEqual([]);
    });
  });

  it('on a page without an article', async () => {
    visitor.put('/short.html', '<!doctype html><html lang="en"><title>Short</title><p>Two words.</p></html>');
    await visitor.elsewhere(visitor.address('/short.html'), async (there) => {
      popup = there;
      await popup.waitForSelector('.notice');
      expect(await findings()).toEqual([]);
    });
  });
});

describe('names', () => {
  const has = async (role: string, name: string) =>
    expect(await popup.$(`::-p-aria([role="${role}"][name="${name}"])`), `${role} “${name}”`).not.toBeNull();

  it('are the ones that assistive technology and others rely on', async () => {
    await open(QUOTE);
    await waitForSelection(popup, QUOTE);
    await annotationItem(popup, CLAIM);
    await has('heading', 'Harbour cities agree on a common tide fund after two days of talks');
    expect(await popup.$$eval('h1', (titles) => titles.length)).toBe(1);
    await has('region', 'Selected text');
    for (const name of ['Quote', 'Claim', 'Speaker', 'Export JSON']) await has('button', name);
    await has('list', 'Annotations');
    for (const verb of ['Edit', 'Show on page', 'Delete']) await has('button', `${verb}: ${CLAIM}`);
    await pressOnCard(popup, CLAIM, 'Edit');
    await byRole(popup, 'combobox', 'Speaker').wait();
    for (const name of ['Role', 'Tags', 'Note']) await has('textbox', name);
    for (const part of ['mention', 'cue']) await has('button', `Use selection as ${part}`);
    await pressButton(popup, 'Done');
    await pressOnCard(popup, MENTION, 'Delete');
    await has('button', 'Undo');
    await pressButton(popup, 'Undo');
  });
});
