import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { buildExport } from '@/components/export/build-export';
import { createCompletion } from '@/components/export/completion';
import { download } from '@/components/export/download';
import { ExportPage } from '@/components/export/export-page';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { now } from '@/lib/annotations/ids';
import type { ExportNotice } from '@/lib/messaging';
import { drained } from '@/lib/outbox';
import { openDatabase } from '@/lib/store/database';
import { readExportInput } from '@/lib/store/reads';

/** How long (ms) the page stays after the file was handed over: a browser that is busy may take it over only then. */
const FAREWELL = 4000;

const completion = createCompletion(
  {
    drained: () => drained({ send: (message) => browser.runtime.sendMessage(message) }),
    // A database that could not be opened once is never opened by the same object again.
    read: (key) => readExportInput(openDatabase(), key),
    build: buildExport,
    download,
    now,
  },
  new URLSearchParams(location.search).get('article'),
);

async function ownTab(): Promise<number> {
  return (await browser.tabs.getCurrent())?.id ?? browser.tabs.TAB_ID_NONE;
}

async function leave(name: string): Promise<void> {
  const notice: ExportNotice = { to: 'views', type: 'exported', name };
  // Mostly nobody is there any more to hear it.
  await browser.runtime.sendMessage(notice).catch(() => undefined);
  // A tab that is brought back shall not export once more.
  history.replaceState(null, '', location.pathname);
  setTimeout(async () => browser.tabs.remove(await ownTab()), FAREWELL);
}

async function run(): Promise<void> {
  const state = await completion.run();
  if (state.phase === 'exported') await leave(state.name);
  if (state.phase !== 'failed') return;
  await browser.tabs.update(await ownTab(), { active: true });
}

speakTo(document, i18n.t('export.title'));

wearTheme(document);
render(<ExportPage completion={completion} run={run} />, document.getElementById('app') ?? document.body);
run();
