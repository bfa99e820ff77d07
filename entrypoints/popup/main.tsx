import { render } from 'preact';
import { browser } from 'wxt/browser';
import { openLibrary } from '@/components/open-library';
import { openPanel, preparePanel } from '@/components/panel/open-panel';
import { connect } from '@/components/session/connect';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { TaggingApp } from '@/components/tagging-app';
import { fitHeight } from './fit-height';

const openSettings = () => void browser.runtime.openOptionsPage();

/** The tab whose page is tagged: the active one, or `popup.html?tab=ID` when the popup is opened as a page. */
async function findTabId(): Promise<number> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}

async function start(): Promise<void> {
  const { session, exporter } = connect(await findTabId(), true);
  await preparePanel();
  const onOpenPanel = () => openPanel().then(() => window.close(), session.report);
  const root = document.getElementById('app') ?? document.body;
  speakTo(document);

  wearTheme(document);
  render(
    <TaggingApp
      session={session}
      exporter={exporter}
      onOpenPanel={onOpenPanel}
      onOpenSettings={openSettings}
      onOpenLibrary={() => openLibrary().then(() => window.close(), session.report)}
    />,
    root,
  );
  fitHeight(root);
  await session.open();
}

start();
