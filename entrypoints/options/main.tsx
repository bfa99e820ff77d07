import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { SettingsPage, type Shortcut } from '@/components/settings/settings-page';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { followSettings, type Settings, writeSettings } from '@/lib/settings';

const storage = browser.storage.local;

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

/** Firefox's own, of which the types of Chromium know nothing. */
type ShortcutSettings = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

speakTo(document, i18n.t('settings.pageTitle'));
wearTheme(document);
render(
  <SettingsPage
    follow={(next) => followSettings(storage, next)}
    change={(change: Partial<Settings>) => writeSettings(storage, change)}
    shortcuts={shortcuts}
    changeShortcuts={changeShortcuts}
  />,
  document.getElementById('app') ?? document.body,
);
