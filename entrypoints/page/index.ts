import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { toFailure } from '@/lib/annotations/failure';
import { readClaimedUrls } from '@/lib/article/metadata';
import type { PageRequest, ReadyNotice, SelectionNotice } from '@/lib/messaging';
import type { PageCall } from '@/lib/page-calls';
import { askUntilAnswered, RETRY_DELAYS } from '@/lib/retry';
import { watchAddress } from './address';
import { watchPaintClicks } from './paint-clicks';
import { type PageSession, startSession } from './session';
import { createTagger } from './tagger';
import { type Gestures, watchGestures } from './toolbar/gesture';
import { createToolbar } from './toolbar/toolbar';

/** Selections settle for this long, in ms, before the views are told. */
const SELECTION_DELAY = 120;

/** How often (ms) is looked at what no event tells in every browser: that the extension is gone, or the address another. */
const PULSE = 1_000;

export default defineUnlistedScript(() => {
  // A script of this document that lost its extension (an update, a reload) is replaced; any other stays the only one.
  if (globalThis.onRecordPage?.isAlive()) return;
  globalThis.onRecordPage?.stop();

  const life = new AbortController();
  const isAlive = () => !life.signal.aborted && browser.runtime?.id !== undefined;
  const stop = () => life.abort();

  const address = watchAddress(window, life.signal, moved);
  const session = startSession(window, life.signal, address);
  const place = () => ({ url: document.URL, claimedUrls: address.believable(readClaimedUrls(document)) });
  const { painted, read } = session;
  globalThis.onRecordPage = { isAlive, stop, signal: life.signal, painted, read, place };
  function moved() {
    if (!isAlive()) return stop();
    session.moveOn();
    globalThis.onRecordCard?.moved();
    // What is stored of the article that is shown now is painted by the background.
    void call({ to: 'background', from: 'page', type: 'moved', ...place() });
    tellViews({ to: 'views', type: 'ready' });
  }
  const gestures = watchGestures(window, life.signal);
  const tagger = createTagger(session, (call) => browser.runtime.sendMessage(call));
  const bringCard = async () => isAlive() && call({ to: 'background', from: 'page', type: 'card' });
  watchPaintClicks(window, life.signal, painted, bringCard);
  const toolbar = createToolbar(window, life.signal, { ...tagger, gestures });
  const answer = async (request: PageRequest): Promise<unknown> => {
    if (request.type !== 'tag') return session.answer(request);
    const outcome = await tagger.tag(request.kind, null);
    toolbar.say(outcome);
    return outcome.done !== null;
  };
  const pulse = setInterval(() => (isAlive() ? address.check() : stop()), PULSE);
  life.signal.addEventListener('abort', () => clearInterval(pulse), { once: true });
  listen(answer, life.signal);
  tellViews({ to: 'views', type: 'ready' });

  const selectionChanged = () => {
    if (!isAlive()) return stop();
    // Describing takes its time on a long page; whose selection it is is known now.
    toolbar.selectionChanged();
    tellSelection(session);
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
  const forget = () => {
    // Of an extension that is gone nothing can be called any more.
    if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(onMessage);
  };
  signal.addEventListener('abort', forget, { once: true });
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

/** Asks something of the background until there is an answer. */
function call(asked: PageCall): Promise<unknown> {
  return askUntilAnswered(() => browser.runtime.sendMessage(asked).catch(() => undefined), RETRY_DELAYS);
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
