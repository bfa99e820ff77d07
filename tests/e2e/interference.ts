/** What goes wrong in a browser at moments that nobody can choose, made to happen at moments that a test chooses. */
import type { Page, WebWorker } from 'puppeteer-core';
import type { LaunchedBrowser } from '../browser/launch';

/** What the extension's worker has of the browser's API, as far as it is tampered with here. */
declare const chrome: {
  runtime: { onMessage: { addListener(listener: () => void): void } };
  storage: {
    session: { get(keys: null): Promise<Record<string, unknown>>; remove(keys: string | string[]): Promise<void> };
  };
};
declare global {
  /** Whether the worker is held where it was to be held. */
  var isHeld: boolean | undefined;
  /** Puts the worker back as it was. */
  var repair: (() => void) | undefined;
}

/** The extension's service worker, once it runs. */
export async function serviceWorker({ browser, extensionId }: LaunchedBrowser): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (candidate) =>
      candidate.type() === 'service_worker' && candidate.url().startsWith(`chrome-extension://${extensionId}/`),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The service worker can’t be reached.');
  return worker;
}

/** Where the next write is held until the worker dies. */
export const MOMENTS = {
  /** Its message has come, and the worker never hears what else waits in the outbox, which comes before any write. */
  'between message and apply': (worker: WebWorker) =>
    worker.evaluate(() => {
      const message = new Promise<void>((done) => chrome.runtime.onMessage.addListener(() => done()));
      chrome.storage.session.get = async () => {
        await message;
        globalThis.isHeld = true;
        return new Promise(() => {});
      };
    }),
  /** It is committed, and the worker never hears that its entry was taken out of the outbox. */
  'between commit and acknowledgement': (worker: WebWorker) =>
    worker.evaluate(() => {
      const { session } = chrome.storage;
      const get = session.get.bind(session);
      // The message may be there before its entry; without the entry nothing would have to be taken out.
      session.get = async (keys) => {
        for (;;) {
          const items = await get(keys);
          if (Object.keys(items).some((key) => key.startsWith('outbox:'))) return items;
          await new Promise((done) => setTimeout(done, 5));
        }
      };
      session.remove = () => {
        globalThis.isHeld = true;
        return new Promise(() => {});
      };
    }),
} as const;
export type Moment = keyof typeof MOMENTS;

/** Makes every write of the worker fail as on a full disk, until the returned function is called. */
export async function fillDisk(launched: LaunchedBrowser): Promise<() => Promise<void>> {
  const worker = await serviceWorker(launched);
  await worker.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const fail = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = fail;
    IDBObjectStore.prototype.put = fail;
    globalThis.repair = () => {
      Object.assign(IDBObjectStore.prototype, { add, put });
    };
  });
  return () => worker.evaluate(() => globalThis.repair?.());
}

/** Keeps the worker from taking up anything that waits until the returned function is called. */
export async function holdWrites(launched: LaunchedBrowser): Promise<() => Promise<void>> {
  const worker = await serviceWorker(launched);
  await worker.evaluate(() => {
    const { session } = chrome.storage;
    const get = session.get.bind(session);
    const repaired = new Promise<void>((done) => {
      globalThis.repair = done;
    });
    session.get = async (keys) => {
      await repaired;
      return get(keys);
    };
  });
  return () => worker.evaluate(() => globalThis.repair?.());
}

/**
 * Closes the popup as soon as its own listeners have heard the next event of this type: in the same task, but for a click,
 * which may begin a download. Chromium begins that with the next task, and nothing but the page itself can close a page
 * within a task.
 */
export async function closeOn(popup: Page, type: 'keydown' | 'input' | 'click', act: () => Promise<void>) {
  const browser = popup.browser();
  const target = popup.target();
  const gone = new Promise<void>((done) => {
    browser.on('targetdestroyed', function destroyed(candidate) {
      if (candidate !== target) return;
      browser.off('targetdestroyed', destroyed);
      done();
    });
  });
  await popup.evaluate((name) => {
    addEventListener(name, (event) => {
      // A download is a click that the page itself makes on a link.
      if (!event.isTrusted) return;
      if (name === 'click') setTimeout(() => close());
      else close();
    });
  }, type);
  // The popup is gone before the driver hears what became of the rest of its action.
  await act().catch((error: Error) => {
    if (!/clos|detached|destroyed/i.test(error.message)) throw error;
  });
  await gone;
}

/** A record of the store, as far as tests look at it. */
export interface Stored {
  annotations: {
    kind: string;
    segments: string[];
    /** The decisions on where it stands, each with its words. */
    placed: string[];
    speaker: string | null;
    role: string | null;
    note: string;
    isDeleted: boolean;
  }[];
  /** Names; all of them, also those of other articles. */
  speakers: string[];
  receipts: number;
  /** Keys of session storage that hold commands which wait or failed. */
  waiting: string[];
}

/** What is stored of the article at `url`, read past all of our own code; `view` is one of the extension's pages. */
export function readStore(view: Page, url: string): Promise<Stored> {
  return view.evaluate(
    async (articleKey) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
      const db = await answer(indexedDB.open('on-record'));
      const transaction = db.transaction(['annotations', 'speakers', 'receipts']);
      const [annotations, speakers, receipts] = await Promise.all([
        answer(transaction.objectStore('annotations').getAll()),
        answer(transaction.objectStore('speakers').getAll()),
        answer(transaction.objectStore('receipts').count()),
      ]);
      db.close();
      const mine = annotations.filter((annotation) => annotation.articleKey === articleKey);
      return {
        annotations: mine.map(({ kind, segments, placements, attribution, note, deletedAt }) => {
          const wordsOf = ({ quote }: { quote: { exact: string } }) => quote.exact;
          const speaker = speakers.find(({ id }) => id === attribution.speakerId);
          return {
            kind,
            segments: segments.map(wordsOf),
            placed: placements.map(
              (placement: { decision: string; segments: { quote: { exact: string } }[] }) =>
                `${placement.decision}: ${placement.segments.map(wordsOf).join(' … ')}`,
            ),
            speaker: speaker?.name ?? null,
            role: speaker?.role ?? null,
            note,
            isDeleted: deletedAt !== null,
          };
        }),
        speakers: speakers.map(({ name }) => name),
        receipts,
        waiting: Object.keys(await chrome.storage.session.get(null)).filter((key) => /^(outbox|failed):/.test(key)),
      };
    },
    url.replace(/^http:/, 'https:'),
  );
}

/** Takes back what waits or has failed: a test that went wrong shall not make the next one fail. */
export async function forgetWaiting(view: Page): Promise<void> {
  await view.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.remove(keys.filter((key) => /^(outbox|failed):/.test(key)));
  });
}
