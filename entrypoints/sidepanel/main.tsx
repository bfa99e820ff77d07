import { render } from 'preact';
import { browser } from 'wxt/browser';
import { openLibrary } from '@/components/open-library';
import { followActiveTab } from '@/components/panel/active-tab';
import { type Connection, connect } from '@/components/session/connect';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { TaggingApp } from '@/components/tagging-app';

const root = document.getElementById('app') ?? document.body;
let shown: Connection | null = null;
let count = 0;

const openSettings = () => void browser.runtime.openOptionsPage();

/** Shows the page of a tab, and nothing any more of the one before. */
function show(tabId: number): void {
  shown?.session.close();
  const connection = connect(tabId, false);
  shown = connection;
  // What stands in a field belongs to the page that was shown before.
  render(
    <TaggingApp
      key={++count}
      session={connection.session}
      exporter={connection.exporter}
      isTall
      onOpenSettings={openSettings}
      onOpenLibrary={() => void openLibrary().catch(connection.session.report)}
    />,
    root,
  );
  void connection.session.open();
}

async function start(): Promise<void> {
  speakTo(document);

  wearTheme(document);
  const { id: windowId = browser.windows.WINDOW_ID_CURRENT } = await browser.windows.getCurrent();
  await followActiveTab(browser, windowId, show);
}

start();
