import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { OnRecordError, toFailure } from '@/lib/annotations/failure';
import { now } from '@/lib/annotations/ids';
import { believedAliases } from '@/lib/article/aliases';
import { articleKey } from '@/lib/article/url';
import { BackgroundRequest, receive } from '@/lib/messaging';
import { bringsWork, createDrain } from '@/lib/outbox';
import { apply } from '@/lib/store/apply';
import { openDatabase } from '@/lib/store/database';
import { purge } from '@/lib/store/purge';
import { findArticleKey } from '@/lib/store/reads';

/** At most one purge in this many ms. */
const PURGE_INTERVAL = 24 * 60 * 60 * 1000;
const PURGED_AT = 'purgedAt';

export default defineBackground(() => {
  const db = openDatabase();
  const outbox = createDrain({
    storage: browser.storage.session,
    apply: (command) => apply(db, command, { believedAliases }),
  });

  async function answer(request: BackgroundRequest) {
    if (request.type === 'write') {
      await outbox.write(request.command);
      return null;
    }
    if (request.type === 'drain') {
      await outbox.drain();
      return null;
    }
    const believed = believedAliases(request.url, request.claimedUrls).map((alias) => alias.url);
    return { articleKey: await findArticleKey(db, articleKey(request.url), believed) };
  }

  async function reply(message: unknown, sender: Browser.runtime.MessageSender) {
    try {
      if (!isOwnPage(sender))
        throw new OnRecordError('invalid-message', 'Only On Record itself may write to its store.');
      return { ok: true, value: await answer(receive(BackgroundRequest, message)) };
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  }

  async function purgeDaily() {
    const { [PURGED_AT]: last } = await browser.storage.local.get(PURGED_AT);
    if (typeof last === 'number' && Date.now() - last < PURGE_INTERVAL) return;
    await purge(db, now());
    await browser.storage.local.set({ [PURGED_AT]: Date.now() });
  }

  // Registered before anything is awaited: a worker that is woken by an event must have its listener by then.
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isForBackground(message)) return;
    void reply(message, sender).then(sendResponse);
    // Keeps the channel open for the answer, in Chromium and Firefox alike.
    return true;
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if (bringsWork(changes)) outbox.drain().catch(report);
  });

  outbox.drain().then(purgeDaily).catch(report);
});

/** A content script runs in pages that are hostile: it has no say in what is stored. */
function isOwnPage({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));
}

/** What is meant for other views is left to them. */
function isForBackground(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'background';
}

/** There is nobody to tell, and nothing is lost: what failed waits for the next start. */
function report(error: unknown): void {
  console.error('On Record:', error);
}
