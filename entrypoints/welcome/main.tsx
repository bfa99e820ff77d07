import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { browserSettings } from '@/components/settings/browser-settings';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { readSettings } from '@/lib/settings';
import { startPractice } from './practice-bar';

/** Whether the icon stands in the toolbar, rather than in the menu behind the puzzle piece. */
const isPinned = async (): Promise<boolean> => (await browser.action.getUserSettings()).isOnToolbar ?? false;

async function start(): Promise<void> {
  speakTo(document, i18n.t('welcome.pageTitle'));
  wearTheme(document);
  const { toolbar } = await readSettings(browser.storage.local);
  render(
    <WelcomePage
      keys={toolbar.keys}
      isPinned={isPinned}
      practise={startPractice}
      shortcuts={browserSettings.shortcuts}
      changeShortcuts={browserSettings.changeShortcuts}
      openSettings={() => void browser.runtime.openOptionsPage()}
    />,
    document.getElementById('app') ?? document.body,
  );
}

start();
