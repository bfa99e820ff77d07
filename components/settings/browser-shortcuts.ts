import { browser } from 'wxt/browser';
import type { Shortcut } from './shortcut-list';

/** The shortcuts that the browser keeps for us. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ description, shortcut }) =>
    description ? [{ description, shortcut: shortcut ?? '' }] : [],
  );
}

/** Opens the browser's own page for shortcuts. */
export function changeShortcuts(): void {
  if (import.meta.env.FIREFOX) void (browser.commands as ShortcutSettings).openShortcutSettings?.();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Firefox's own, of which the types of Chromium know nothing. */
type ShortcutSettings = typeof browser.commands & { openShortcutSettings?(): Promise<void> };
