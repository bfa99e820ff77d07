import { render } from 'preact';
import { browser } from 'wxt/browser';
import { download } from '@/components/export/download';
import { createExporter } from '@/components/export/exporter';
import { handOverTo } from '@/components/export/hand-over';
import { identify } from '@/components/session/identify';
import { createPageClient, type TabAccess } from '@/components/session/page-client';
import { createSession } from '@/components/session/session';
import { speakTo } from '@/components/speak-to';
import { TaggingApp } from '@/components/tagging-app';
import { sha256Hex } from '@/lib/annotations/hash';
import { newId, now } from '@/lib/annotations/ids';
import { createWriter, discardFailed, drained, readFailed } from '@/lib/outbox';
import { openDatabase } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';
import { askForPersistence } from '@/lib/store/persist';
import { type ReadSnapshots, readArticle, readExportInput, readKnownSpeakers } from '@/lib/store/reads';
import { fitHeight } from './fit-height';

/** The tab whose page is tagged: the active one, or `popup.html?tab=ID` when the popup is opened as a page. */
async function findTabId(): Promise<number> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}

function accessTo(tabId: number): TabAccess {
  const target = { tabId };
  return {
    send: (request) => browser.tabs.sendMessage(tabId, request),
    async inject() {
      // Chromium's PDF viewer lets a script in, but there is nothing to be read.
      const [frame] = await browser.scripting.executeScript({ target, func: () => document.contentType });
      if (frame?.result === 'application/pdf') throw new Error('The PDF viewer has no text that a script can read.');
      await browser.scripting.insertCSS({ target, files: ['/assets/highlights.css'] });
      await browser.scripting.executeScript({ target, files: ['/page.js'] });
    },
    onMessage: browser.runtime.onMessage,
  };
}

async function start(): Promise<void> {
  const tabId = await findTabId();
  const db = openDatabase();
  const storage = browser.storage.session;
  const session = createSession({
    page: createPageClient(accessTo(tabId), tabId),
    records: {
      watchArticle: (key, next, fail) => follow(db, () => readArticle(db, key), next, fail),
      watchSpeakers: (next, fail) => follow(db, () => readKnownSpeakers(db), next, fail),
    },
    writer: createWriter({ storage, send: (message) => browser.runtime.sendMessage(message) }),
    failedWrites: {
      async read() {
        // What still waits may decide anew what has failed.
        await drained({ send: (message) => browser.runtime.sendMessage(message) });
        return readFailed(storage);
      },
      discard: (id) => discardFailed(storage, id),
    },
    drafts: storage,
    identify: (url, claimedUrls) =>
      identify((request) => browser.runtime.sendMessage(request), url, claimedUrls, tabId),
    hash: sha256Hex,
    loadDescribe: async () => (await import('@/components/article-view/describe-stretch')).describeStretch,
    now,
    newId,
  });
  const read: ReadSnapshots = new Map();
  const exporter = createExporter({
    watch: (key, next, fail) => follow(db, () => readExportInput(db, key, read), next, fail),
    download,
    load: async () => (await import('@/components/export/build-export')).buildExport,
    handOver: (key) =>
      handOverTo(
        {
          getURL: browser.runtime.getURL,
          open: (url) => browser.tabs.create({ url, active: false }),
          onMessage: browser.runtime.onMessage,
        },
        key,
      ),
    now,
  });
  const root = document.getElementById('app') ?? document.body;
  speakTo(document);
  render(<TaggingApp session={session} exporter={exporter} />, root);
  fitHeight(root);
  const stopAsking = session.writes.pending.subscribe((pending) => {
    if (pending === 0) return;
    stopAsking();
    askForPersistence().catch(session.report);
  });
  await session.open();
}

start();
