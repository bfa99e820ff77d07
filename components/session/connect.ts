import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { download } from '@/components/export/download';
import { createExporter, type Exporter } from '@/components/export/exporter';
import { handOverTo } from '@/components/export/hand-over';
import { sha256Hex } from '@/lib/annotations/hash';
import { newId, now } from '@/lib/annotations/ids';
import { injectPageScript } from '@/lib/inject';
import type { BackgroundRequest } from '@/lib/messaging';
import { createWriter, discardFailed, drained, readFailed } from '@/lib/outbox';
import { followSettings, type Settings } from '@/lib/settings';
import { openDatabase } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';
import { askForPersistence } from '@/lib/store/persist';
import { type ReadSnapshots, readArticle, readExportInput, readKnownSpeakers } from '@/lib/store/reads';
import { identify } from './identify';
import { createPageClient } from './page-client';
import { createSession, type Session } from './session';

/** The tagging app's state for one tab, and its way out. */
export interface Connection {
  /** Not yet opened. */
  session: Session;
  exporter: Exporter;
}

const db = openDatabase();

const settings = signal<Settings | null>(null);
followSettings(browser.storage.local, (next) => {
  settings.value = next;
});
const wantsReported = computed(() => settings.value?.reportedSpeech ?? null);

/**
 * Connects the tagging app with the page in a tab, the store, the background and the browser.
 * @param isGranted a person has just clicked the icon on this page: what can't be read then can't be read at all
 */
export function connect(tabId: number, isGranted: boolean): Connection {
  const storage = browser.storage.session;
  const send = (message: BackgroundRequest) => browser.runtime.sendMessage(message);
  const page = createPageClient(
    {
      send: (request) => browser.tabs.sendMessage(tabId, request, { frameId: 0 }),
      inject: () => injectPageScript(tabId, isGranted),
      onMessage: browser.runtime.onMessage,
    },
    tabId,
  );
  const session = createSession({
    page,
    records: {
      watchArticle: (key, next, fail) => follow(db, () => readArticle(db, key), next, fail),
      watchSpeakers: (next, fail) => follow(db, () => readKnownSpeakers(db), next, fail),
    },
    writer: createWriter({ storage, send }),
    failedWrites: {
      async read() {
        // What still waits may decide anew what has failed.
        await drained({ send });
        return readFailed(storage);
      },
      discard: (id) => discardFailed(storage, id),
    },
    drafts: storage,
    kept: browser.storage.local,
    identify: (url, claimedUrls) => identify(send, url, claimedUrls, tabId),
    hash: sha256Hex,
    loadDescribe: async () => (await import('@/components/article-view/describe-stretch')).describeStretch,
    wantsReported,
    annotator: () => settings.value?.annotator || null,
    now,
    newId,
  });
  const stopAsking = session.writes.pending.subscribe((pending) => {
    if (pending === 0) return;
    stopAsking();
    askForPersistence().catch(session.report);
  });
  return { session, exporter: exporterOf() };
}

function exporterOf(): Exporter {
  const read: ReadSnapshots = new Map();
  return createExporter({
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
}
