import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toFailure } from '@/lib/annotations/failure';
import type { PageRequest, SelectionNotice } from '@/lib/messaging';
import { type PageSession, startSession } from './session';

/** Selections settle for this long, in ms, before the views are told. */
const SELECTION_DELAY = 120;

declare global {
  /** Set in our isolated world while the page script is at work in this document. */
  var onRecordPage: { readonly isAlive: () => boolean; readonly stop: () => void } | undefined;
}

export default defineUnlistedScript(() => {
  // A script of this document that lost its extension (an update, a reload) is replaced; any other stays the only one.
  if (globalThis.onRecordPage?.isAlive()) return;
  globalThis.onRecordPage?.stop();

  const life = new AbortController();
  const isAlive = () => !life.signal.aborted && browser.runtime?.id !== undefined;
  const stop = () => life.abort();
  globalThis.onRecordPage = { isAlive, stop };

  const session = startSession(window, life.signal);
  listen(session, life.signal);
  tellSelections(session, life.signal, isAlive, stop);
});

function listen(session: PageSession, signal: AbortSignal): void {
  const onMessage = (
    message: unknown,
    sender: { readonly id?: string | undefined },
    sendResponse: (reply: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id || !isPageRequest(message)) return;
    session.answer(message).then(
      (value) => sendResponse({ ok: true, value }),
      (error: unknown) => sendResponse({ ok: false, failure: toFailure(error) }),
    );
    // The answer comes later.
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(onMessage), { once: true });
}

/**
 * Nobody but our own pages can send this script a message, least of all the page it is in. They are of the same build, so
 * that the name of a request is check enough; the schemas that other messages are checked against would weigh 3 kB here.
 */
function isPageRequest(message: unknown): message is PageRequest {
  return (
    typeof message === 'object' && message !== null && 'to' in message && message.to === 'page' && 'type' in message
  );
}

function tellSelections(session: PageSession, signal: AbortSignal, isAlive: () => boolean, stop: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    if (!isAlive()) return stop();
    const notice: SelectionNotice = { to: 'views', type: 'selection', selection: session.selection() };
    // Nobody listens while no view is open: that is no failure.
    browser.runtime.sendMessage(notice).catch(() => undefined);
  };
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(timer);
      timer = setTimeout(tell, SELECTION_DELAY);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
