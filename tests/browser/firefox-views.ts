/** The extension's icon, popup and sidebar in Firefox, none of which the driver's protocol knows. */
import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-chrome.ts';

/** `tab`: the page of the tab in front, with what stands in closed shadow roots there. */
export type View = 'popup' | 'sidebar' | 'tab';

/** How long (ms) a view may take for one step. */
const PATIENCE = 20_000;

/** What Firefox's own window has, as far as it is used here. */
interface ExtensionParent {
  apiManager: { global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> } } };
}
declare const ChromeUtils: { importESModule(url: string): { ExtensionParent: ExtensionParent } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: unknown } };

/** Clicks the extension's icon in the toolbar, as a person would: this grants `activeTab` and opens the popup. */
export async function clickFirefoxIcon(browser: Browser, addonId: string): Promise<void> {
  await inFirefoxWindow(
    browser,
    async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    },
    addonId,
  );
  await poll(() => inFirefoxView(browser, 'popup', () => document.querySelector('h1')?.textContent?.trim() || null));
}

/** Opens the extension's sidebar. */
export async function openFirefoxSidebar(browser: Browser, addonId: string): Promise<void> {
  await inFirefoxWindow(
    browser,
    (id) => {
      const { SidebarController } = window as unknown as { SidebarController: { show(command: string): unknown } };
      return void SidebarController.show(`${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`);
    },
    addonId,
  );
  await poll(() => inFirefoxView(browser, 'sidebar', () => document.querySelector('h1')?.textContent?.trim() || null));
}

export async function closeFirefoxPopup(browser: Browser): Promise<void> {
  await inFirefoxWindow(browser, () => {
    const panel = document.querySelector('browser[webextension-view-type="popup"]')?.closest('panel');
    (panel as { hidePopup?(): void } | null | undefined)?.hidePopup?.();
  });
  await poll(async () => (await inFirefoxView(browser, 'popup', () => true)) === null || null);
}

/**
 * Calls a function in a view, with the rights of a script of Firefox's own: what it clicks counts as clicked by a person.
 * It must be whole in itself, and must not wait; arguments and result are what JSON can hold.
 * @returns its result; null when the view is not open
 */
export async function inFirefoxView<A extends unknown[], T>(
  browser: Browser,
  view: View,
  run: (...args: A) => T,
  ...args: A
): Promise<T | null> {
  // In a frame script `content` is the view's window.
  const script = `{
    const { document } = content;
    const window = content;
    let answer;
    try { answer = { value: (${run})(...${JSON.stringify(args)}) ?? null }; } catch (error) { answer = { error: String(error) }; }
    sendAsyncMessage(NAME, JSON.stringify(answer));
  }`;
  const answer = await inFirefoxWindow(browser, callInView, view, script);
  const { value, error } = JSON.parse(answer ?? '{"value":null}') as { value?: T | null; error?: string };
  if (error !== undefined) throw new Error(`In the ${view}: ${error}`);
  return value ?? null;
}

/** Runs in Firefox's own window. */
async function callInView(view: string, script: string): Promise<string | null> {
  interface MessageManager {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
    loadFrameScript(url: string, allowDelayed: boolean): void;
  }
  const around = view === 'sidebar' ? document.querySelector<HTMLIFrameElement>('#sidebar')?.contentDocument : document;
  const { gBrowser } = window as unknown as { gBrowser: { selectedBrowser: Element } };
  const found =
    view === 'tab' ? gBrowser.selectedBrowser : around?.querySelector(`browser[webextension-view-type="${view}"]`);
  const { messageManager } = (found ?? {}) as { messageManager?: MessageManager };
  if (!messageManager) return null;
  const name = `on-record-${Math.random()}`;
  return new Promise((done) => {
    const finish = (answer: string | null) => {
      messageManager.removeMessageListener(name, listener);
      done(answer);
    };
    const listener = ({ data }: { data: string }) => finish(data);
    messageManager.addMessageListener(name, listener);
    const source = script.replace('NAME', JSON.stringify(name));
    messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`, false);
    // A view that is being closed answers nothing.
    setTimeout(() => finish(null), 2000);
  });
}

/** Presses the button whose name starts with some words, once it is there and enabled. */
export async function pressInFirefox(browser: Browser, view: View, name: string): Promise<void> {
  const press = (words: string) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')];
    const button = buttons.find((candidate) =>
      (candidate.getAttribute('aria-label') ?? candidate.textContent ?? '').trim().startsWith(words),
    );
    if (!button || button.disabled || button.getAttribute('aria-disabled') === 'true') return null;
    button.click();
    return true;
  };
  await poll(() => inFirefoxView(browser, view, press, name));
}

/** Types text into the field that has the focus, once one has, and presses Enter. */
export async function typeInFirefox(browser: Browser, view: View, text: string): Promise<void> {
  const isField = () => (document.activeElement?.localName === 'input' ? true : null);
  await poll(() => inFirefoxView(browser, view, isField));
  await pressKeysInFirefox(browser, view, [...text, 'Enter']);
}

/** Presses keys, one after the other, on what has the focus in a view. */
export async function pressKeysInFirefox(browser: Browser, view: View, keys: readonly string[]): Promise<void> {
  const press = (pressed: readonly string[]) => {
    interface TextInput {
      beginInputTransactionForTests(window: Window): boolean;
      keydown(event: KeyboardEvent): void;
      keyup(event: KeyboardEvent): void;
    }
    const { Cc, Ci } = globalThis as unknown as {
      Cc: Record<string, { createInstance(type: unknown): TextInput }>;
      Ci: Record<string, unknown>;
    };
    const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
    if (!input?.beginInputTransactionForTests(window)) throw new Error('Nothing can be typed.');
    const { KeyboardEvent: KeyEvent } = window as unknown as { KeyboardEvent: typeof KeyboardEvent };
    for (const key of pressed) {
      const event = new KeyEvent('', { key, keyCode: key === 'Enter' ? 13 : 0 });
      input.keydown(event);
      input.keyup(event);
    }
  };
  await inFirefoxView(browser, view, press, keys);
}

/** What has the focus in a view: its element's name, and its words or its label. */
export const focusedInFirefox = (browser: Browser, view: View): Promise<string | null> =>
  inFirefoxView(browser, view, () => {
    const { activeElement } = document;
    const labels = activeElement?.localName === 'input' ? (activeElement as HTMLInputElement).labels : null;
    const words = activeElement?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? activeElement?.textContent;
    return `${activeElement?.localName} ${(words ?? '').replace(/\s+/g, ' ').trim()}`;
  });

/** The text that a view shows, white space folded; null when it is not open. */
export const textInFirefox = (browser: Browser, view: View): Promise<string | null> =>
  inFirefoxView(browser, view, () => (document.body.textContent ?? '').replace(/\s+/g, ' '));

/** Asks until there is an answer. @throws Error when there is none in time */
async function poll<T>(ask: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Firefox did not do it within ${PATIENCE} ms: ${ask}`);
}
