import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { changeShortcuts, readShortcuts } from '@/components/settings/browser-shortcuts';
import { SettingsPage } from '@/components/settings/settings-page';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { followSettings, type Settings, writeSettings } from '@/lib/settings';

const storage = browser.storage.local;

speakTo(document, i18n.t('settings.pageTitle'));
wearTheme(document);
render(
  <SettingsPage
    follow={(next) => followSettings(storage, next)}
    change={(change: Partial<Settings>) => writeSettings(storage, change)}
    shortcuts={readShortcuts}
    changeShortcuts={changeShortcuts}
  />,
  document.getElementById('app') ?? document.body,
);
