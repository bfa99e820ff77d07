import { browser } from 'wxt/browser';
import { followSettings, writeSettings } from '@/lib/settings';
import type { SettingsPageProps } from './settings-page';
import type { Shortcut } from './shortcut-list';

const storage = browser.storage.local;

/** Firefox's own, of which the types of Chromium know nothing. */
type ShortcutSettings = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ description, shortcut }) =>
    description ? [{ description, shortcut: shortcut ?? '' }] : [],
  );
}

function changeShortcuts(): void {
  if (import.meta.env.FIREFOX) void (browser.commands as ShortcutSettings).openShortcutSettings?.();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The settings as the browser keeps them. */
export const browserSettings: SettingsPageProps = {
  follow: (next) => followSettings(storage, next),
  change: (change) => writeSettings(storage, change),
  shortcuts,
  changeShortcuts,
};
