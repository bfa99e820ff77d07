import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { annotationTexts, nameSpeaker } from '../browser/popup-driver';
import { barButton, barSettled, barShown, selectionBar } from '../browser/selection-bar';
import type { Headers } from '../browser/serve';
import { QUOTE, SAMPLE } from './sample';
import { Visitor } from './visitor';

/** Named in another article, and offered in the bar of every page: no page may learn of her. */
const SPEAKER = 'Henrike Vossberg';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
  await visitor.open('/confidential.html', SAMPLE);
  const popup = await visitor.clickWith('It is a start,');
  await popup.keyboard.press('q');
  await nameSpeaker(popup, SPEAKER);
  await visitor.close();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

let count = 0;

/** The sample with something more in its head, with the page script at work on it as after a click on the icon. */
async function atWork(head: string, headers?: Headers): Promise<Page> {
  const html = SAMPLE.replace('<head>', () => `<head>${head}`);
  expect(html).toContain(head);
  const page = await visitor.open(`/hostile-${++count}.html`, html, headers);
  await visitor.click();
  await visitor.closePopup();
  await page.bringToFront();
  return page;
}

/** Selects the quote with the mouse and tags it with one key of the bar. */
async function tagInBar(page: Page): Promise<void> {
  await drag(page, QUOTE, QUOTE);
  await barShown(page);
  await page.keyboard.press('q');
}

async function expectPainted(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 20_000 }).toBe(1);
  // What the page has patched is what we would look with.
  await page.evaluate(() => Reflect.get(globalThis, 'unpatch')?.());
  expect(await readHighlights(page)).toEqual({ 'on-record-quote': [QUOTE] });
}

const expectStored = async () =>
  expect((await visitor.exported()).map(({ kind, exact }) => [kind, exact])).toEqual([['quote', QUOTE]]);

describe('the bar works on a page that', () => {
  it.each<[what: string, head: string, headers?: Headers]>([
    [
      'has globals of its own by the names of the browser’s API',
      `<script>
        const no = new Proxy(function () {}, { get: (_, name) => { globalThis.touched = String(name); return no; }, apply() { throw Error('no'); } });
        var browser = no, chrome = no; Object.defineProperty(globalThis, 'onRecordPage', { value: { isAlive: () => true, stop() {} } });
      </script>`,
    ],
    [
      'has patched the prototypes that we use',
      // Some of them once the words are selected: whoever drives the mouse has no better ones to find words with.
      `<script>
        const undo = [];
        const patch = (type, ...names) => names.forEach((name) => {
          const own = type.prototype[name];
          undo.push(() => { type.prototype[name] = own; });
          type.prototype[name] = () => { throw Error('Patched.'); };
        });
        addEventListener('load', () => {
          patch(Range, 'toString', 'getClientRects');
          patch(Selection, 'toString', 'getRangeAt', 'getComposedRanges');
          patch(Element, 'attachShadow', 'append', 'remove', 'setAttribute', 'matches');
          patch(HTMLElement, 'showPopover');
          patch(Node, 'appendChild', 'cloneNode');
          patch(MutationObserver, 'observe', 'takeRecords');
        });
        addEventListener('mouseup', () => {
          patch(Range, 'setStart', 'setEnd');
          patch(Document, 'createElement', 'createRange', 'createTreeWalker', 'getSelection');
          patch(EventTarget, 'addEventListener');
          patch(Array, 'map', 'flatMap', 'filter', 'at');
        });
        globalThis.unpatch = () => { for (let i = undo.length - 1; i >= 0; i--) undo[i](); };
      </script>`,
    ],
    ['allows nothing at all', '', { 'content-security-policy': "default-src 'none'" }],
    [
      'wants trusted types',
      '',
      { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    ],
    [
      'unsets all styles and hides whatever is not its own',
      '<style>* { all: unset !important } head, script, style { display: none !important } html > :not(body), [popover], :popover-open { display: none !important; visibility: hidden !important; opacity: 0 !important }</style>',
    ],
    [
      'lays itself over everything',
      '<style>body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #fffc; pointer-events: none }</style>',
    ],
    [
      'has shown a popover over everything',
      `<script>addEventListener('load', () => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style = 'position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none; background: #fff8';
        document.body.append(cover);
        cover.showPopover();
      })</script>`,
    ],
  ])('%s', async (_what, head, headers) => {
    const page = await atWork(head, headers);
    await tagInBar(page);
    await expectPainted(page);
    await expectStored();
  });
});

describe('the bar stays away from a page that', () => {
  it.each([
    [
      'removes it whenever it comes',
      "for (const { addedNodes } of records) for (const node of addedNodes) if (node.matches?.('[popover]')) node.remove()",
    ],
    [
      'hides it whenever it comes',
      'for (const { addedNodes } of records) for (const node of addedNodes) node.hidePopover?.()',
    ],
  ])('%s, and keys are the page’s then', async (_what, body) => {
    const page = await atWork(
      `<script>addEventListener('load', () => new MutationObserver((records) => { ${body} }).observe(document.documentElement, { childList: true }));
      var keys = []; addEventListener('keydown', ({ key }) => keys.push(key));</script>`,
    );
    await drag(page, QUOTE, QUOTE);
    await barSettled();
    await page.keyboard.press('q');
    await barSettled();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'keys'))).toEqual(['q']);
    expect(await readHighlights(page)).toEqual({});
  });

  it('has a modal dialog open, which makes the rest inert', async () => {
    const page = await atWork('');
    await page.evaluate((words) => {
      const dialog = document.createElement('dialog');
      dialog.textContent = words;
      document.body.append(dialog);
      dialog.showModal();
    }, 'Accept all that we do with your data?');
    await drag(page, 'Accept all', 'your data?');
    await barSettled();
    expect(await selectionBar(page)).toBeNull();
    expect(await readHighlights(page)).toEqual({});
  });

  it('shows nothing any more', async () => {
    const page = await atWork('');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '* { all: unset !important; display: none !important }';
      document.head.append(style);
      getSelection()?.selectAllChildren(document.body);
    });
    await page.keyboard.press('Shift');
    await barSettled();
    expect(await selectionBar(page)).toBeNull();
  });
});

describe('a page that listens and lies', () => {
  it('learns nothing of other articles from the bar that is on it', async () => {
    const page = await atWork(
      `<script>
        var roots = [], paths = [];
        const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function (options) { const root = attachShadow.call(this, { ...options, mode: 'open' }); roots.push(root); return root; };
        for (const type of ['mousemove', 'pointerover', 'mousedown', 'click', 'focusin', 'selectionchange'])
          addEventListener(type, (event) => paths.push(...event.composedPath().map((node) => node.textContent ?? '')), true);
      </script>`,
    );
    await drag(page, QUOTE, QUOTE);
    await (await barButton(page, SPEAKER)).hover();
    const seen = await page.evaluate((name) => {
      const hosts = [...document.querySelectorAll('[popover]')];
      const found = Reflect.get(window, 'find').call(window, name, false, false, true);
      document.execCommand('selectAll');
      return {
        hosts: hosts.map((host) => [host.shadowRoot, host.textContent, host.outerHTML]),
        roots: Reflect.get(globalThis, 'roots').length,
        isFound: found,
        selected: String(getSelection()).includes(name),
        inPath: Reflect.get(globalThis, 'paths').some((text: string) => text.includes(name)),
        inPage: document.documentElement.outerHTML.includes(name) || document.documentElement.innerText.includes(name),
      };
    }, SPEAKER);
    expect(seen).toEqual({
      hosts: [[null, '', '<div popover="manual"></div>']],
      roots: 0,
      isFound: false,
      selected: false,
      inPath: false,
      inPage: false,
    });
  });

  it('can write nothing into the store, whatever it dispatches, posts and sends', async () => {
    const page = await atWork('');
    await drag(page, QUOTE, QUOTE);
    await barButton(page, 'Quote');
    await page.evaluate(async (extensionId) => {
      const messages = [
        { to: 'page', type: 'tag', kind: 'quote' },
        { to: 'background', from: 'page', type: 'offer' },
        { to: 'background', type: 'drain' },
      ];
      const sendMessage = Reflect.get(globalThis, 'chrome')?.runtime?.sendMessage;
      for (const message of messages) {
        for (const target of [window, parent]) target.postMessage(message, '*');
        new BroadcastChannel('on-record').postMessage(message);
        await sendMessage?.(extensionId, message)?.catch?.(() => undefined);
        document.dispatchEvent(new CustomEvent('on-record', { detail: message }));
      }
      const keys = { key: 'q', code: 'KeyQ', bubbles: true, composed: true };
      for (const target of [window, document, document.body, ...document.querySelectorAll('[popover]')]) {
        for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, keys));
        for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click']) {
          target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        }
        if (target instanceof HTMLElement) target.click();
      }
    }, visitor.launched.extensionId);
    await barSettled();
    expect(await readHighlights(page)).toEqual({});
    const popup = await visitor.click();
    expect(await annotationTexts(popup)).toEqual([]);
  });
});
