import { type Browser, browser } from 'wxt/browser';
import { KINDS, type Kind } from '@/lib/annotations/annotation';

const PANEL = 'open-panel';
const LIBRARY = 'open-library';

/** What a person may choose by a shortcut or in the context menu. */
export interface Choices {
  tag(tabId: number, kind: Kind): void;
  openPanel(windowId: number): void;
  openLibrary(): void;
}

/** A message by its key. The runtime of `#i18n`, which nothing else needs here, would weigh more than this file. */
const wordsOf = (key: `menu.${string}`): string => browser.i18n.getMessage(key.replace('.', '_') as never);

const kindOf = (id: unknown): Kind | undefined => KINDS.find((kind) => id === `tag-${kind}`);

function carryOut(id: unknown, tab: Browser.tabs.Tab | undefined, { tag, openPanel, openLibrary }: Choices): void {
  const kind = kindOf(id);
  if (kind && tab?.id !== undefined) tag(tab.id, kind);
  if (id === PANEL && tab) openPanel(tab.windowId);
  if (id === LIBRARY) openLibrary();
}

/** Listens to shortcuts and to the context menu. To be called at once when the worker starts. */
export function listenToChoices(choices: Choices): void {
  browser.commands.onCommand.addListener((command, tab) => carryOut(command, tab, choices));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => carryOut(menuItemId, tab, choices));
}

/** Makes the context menu anew: browsers keep it, in the language that it was made in. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const kind of KINDS) {
    browser.contextMenus.create({ id: `tag-${kind}`, title: wordsOf(`menu.${kind}`), contexts: ['selection'] });
  }
  browser.contextMenus.create({ id: PANEL, title: wordsOf('menu.panel'), contexts: ['action', 'page', 'selection'] });
  browser.contextMenus.create({ id: LIBRARY, title: wordsOf('menu.library'), contexts: ['action'] });
}
