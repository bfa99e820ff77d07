import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { createPlaceHistory } from '@/components/library/history';
import { createLibrary } from '@/components/library/library';
import { LibraryApp } from '@/components/library/library-app';
import { browserSettings } from '@/components/settings/browser-settings';
import { wearTheme } from '@/components/settings/wear-theme';
import { speakTo } from '@/components/speak-to';
import { newId, now } from '@/lib/annotations/ids';
import type { BackgroundRequest } from '@/lib/messaging';
import { createWriter, discardFailed, drained, readFailed } from '@/lib/outbox';
import { openDatabase } from '@/lib/store/database';

const { session, local } = browser.storage;
const send = (message: BackgroundRequest) => browser.runtime.sendMessage(message);

const db = openDatabase();
const library = createLibrary({
  ...createPlaceHistory(window),
  db,
  writer: createWriter({ storage: session, send }),
  failedWrites: {
    async read() {
      // What still waits may decide anew what has failed; and the background, which is awake then, completes the index.
      await drained({ send });
      return readFailed(session);
    },
    discard: (id) => discardFailed(session, id),
  },
  keepers: [session, local],
  now,
  newId,
});

speakTo(document, i18n.t('library.pageTitle'));
wearTheme(document);
render(
  <LibraryApp library={library} db={db} settings={browserSettings} />,
  document.getElementById('app') ?? document.body,
);
