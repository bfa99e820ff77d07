import { browser } from 'wxt/browser';
import { followSettings, writeSettings } from '@/lib/settings';
import { changeShortcuts, readShortcuts } from './browser-shortcuts';
import type { SettingsPageProps } from './settings-page';

const storage = browser.storage.local;

/** The settings as the browser keeps them. */
export const browserSettings: SettingsPageProps = {
  follow: (next) => followSettings(storage, next),
  change: (change) => writeSettings(storage, change),
  shortcuts: readShortcuts,
  changeShortcuts,
};
