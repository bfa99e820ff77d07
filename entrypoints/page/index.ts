import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toFailure } from '@/lib/annotations/failure';
import type { PageRequest, ReadyNotice, SelectionNotice } from '@/lib/messaging';
import { type PageSession, startSession } from './session';
import { createTagger } from './tagger';
import { type Gestures, watchGestures } from './toolbar/gesture';
import { createToolbar } from './toolbar/toolbar';

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
  const gestures = watchGestures(window, life.signal);
  const tagger = createTagger(session, (call) => browser.runtime.sendMessage(call));
  const toolbar = createToolbar(window, life.signal, { ...tagger, gestures });
  const answer = async (request: PageRequest): Promise<unknown> => {
    if (request.type !== 'tag') return session.answer(request);
    const outcome = await tagger.tag(request.kind, null);
    toolbar.say(outcome);
    return outcome.done !== null;
  };
  listen(answer, life.signal);
  tellViews({ to: 'views', type: 'ready' });

  const selectionChanged = () => {
    if (!isAlive()) return stop();
    tellSelection(session);
    toolbar.selectionChanged();
  };
  whenSelectionSettles(selectionChanged, gestures, life.signal);
});

function listen(answer: (request: PageRequest) => Promise<unknown>, signal: AbortSignal): void {
  const onMessage = (
    message: unknown,
    sender: { readonly id?: string | undefined },
    sendResponse: (reply: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id || !isPageRequest(message)) return;
    answer(message).then(
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

function tellSelection(session: PageSession): void {
  tellViews({ to: 'views', type: 'selection', selection: session.selection() });
}

function tellViews(notice: SelectionNotice | ReadyNotice): void {
  // Nobody listens while no view is open: that is no failure.
  browser.runtime.sendMessage(notice).catch(() => undefined);
}

function whenSelectionSettles(act: () => void, gestures: Gestures, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(act, SELECTION_DELAY);
  };
  document.addEventListener('selectionchange', wait, { signal });
  // While a button is held nothing is settled, though the pointer may rest.
  gestures.onEnd(() => timer !== undefined && wait());
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
