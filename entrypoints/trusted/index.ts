import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readClaimedUrls } from '@/lib/article/metadata';
import type { PageCall } from '@/lib/page-calls';
import { askUntilAnswered, RETRY_DELAYS } from '@/lib/retry';
import { watchAddress } from '../page/address';

declare global {
  /** Set while this script waits in the document. */
  var onRecordTrusted: { readonly isAlive: () => boolean; readonly stop: () => void } | undefined;
}

/**
 * Waits on a page of a site that is trusted. All it does is to tell the background which page it is: only where something
 * is tagged is the page script brought and the page read.
 */
export default defineUnlistedScript(() => {
  // One of this document that lost its extension (an update, a reload) is replaced; any other stays the only one.
  if (globalThis.onRecordTrusted?.isAlive()) return;
  globalThis.onRecordTrusted?.stop();

  const life = new AbortController();
  const { signal } = life;
  const isAlive = () => !signal.aborted && browser.runtime?.id !== undefined;
  const stop = () => life.abort();
  globalThis.onRecordTrusted = { isAlive, stop };

  const address = watchAddress(window, signal, () => {
    // The page script tells by itself that the page has moved on.
    if (!globalThis.onRecordPage?.isAlive()) tell();
  });
  function tell() {
    if (!isAlive()) return stop();
    const call: PageCall = {
      to: 'background',
      from: 'page',
      type: globalThis.onRecordPage?.isAlive() ? 'moved' : 'visit',
      url: document.URL,
      claimedUrls: address.believable(readClaimedUrls(document)),
    };
    void askUntilAnswered(() => browser.runtime.sendMessage(call).catch(() => undefined), RETRY_DELAYS);
  }

  const onMessage = (message: unknown, sender: { readonly id?: string | undefined }) => {
    const isWithdrawn = typeof message === 'object' && message !== null && 'to' in message && message.to === 'trusted';
    if (sender.id !== browser.runtime.id || !isWithdrawn) return;
    globalThis.onRecordPage?.stop();
    stop();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener(
    'abort',
    () => {
      // Of an extension that is gone nothing can be called any more.
      if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(onMessage);
    },
    { once: true },
  );

  // A page that comes back from the browser's cache has lost what its icon showed.
  window.addEventListener('pageshow', ({ persisted }) => persisted && tell(), { signal });
  // One that is made ready before anybody asks for it is in no tab yet.
  if (isPrerendering(document)) document.addEventListener('prerenderingchange', tell, { once: true, signal });
  else tell();
});

/** Chromium's own, of which the types of the DOM know nothing. */
const isPrerendering = (document: Document): boolean => 'prerendering' in document && document.prerendering === true;
