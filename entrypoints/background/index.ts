import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openLibrary } from '@/components/open-library';
import { openPanel } from '@/components/panel/open-panel';
import type { ClaimedUrls } from '@/lib/annotations/article';
import type { AnnotationPatch, Command } from '@/lib/annotations/command';
import { OnRecordError, toFailure } from '@/lib/annotations/failure';
import { now } from '@/lib/annotations/ids';
import { believedAliases } from '@/lib/article/aliases';
import { completeMetadata } from '@/lib/article/complete-metadata';
import { articleKey } from '@/lib/article/url';
import { CardCall } from '@/lib/card-calls';
import { injectCard, injectPageScript } from '@/lib/inject';
import { BackgroundRequest, type PageRequest, receive } from '@/lib/messaging';
import { bringsWork, createDrain } from '@/lib/outbox';
import { PageCall } from '@/lib/page-calls';
import { readSettings } from '@/lib/settings';
import { apply } from '@/lib/store/apply';
import { type OnRecordDatabase, openDatabase } from '@/lib/store/database';
import { purge } from '@/lib/store/purge';
import { findArticleKey } from '@/lib/store/reads';
import { completeIndex } from '@/lib/store/search-index';
import { createArticleTabs } from './article-tabs';
import type { Caller } from './caller';
import { createCardCalls } from './card-calls';
import { showAtIcon, tellAtIcon } from './icon';
import { listenToChoices, makeMenus } from './menus';
import { createPageCalls } from './page-calls';
import { rememberSpeakers } from './remembered-speakers';
import { tagInTab } from './tagging-requests';
import { keepTrustedSites } from './trusted-sites';

/** At most one purge in this many ms. */
const PURGE_INTERVAL = 24 * 60 * 60 * 1000;
const PURGED_AT = 'purgedAt';

export default defineBackground(() => {
  const db = openDatabase();
  const tabs = createArticleTabs({
    db,
    storage: browser.storage.session,
    send: sendToPage,
    showCount: (tabId, count) => void showAtIcon(tabId, count === 0 ? '' : String(count)).catch(report),
  });
  const speakers = rememberSpeakers(db);
  const outbox = createDrain({
    storage: browser.storage.session,
    async apply(command) {
      await apply(db, command, { believedAliases, completeMetadata });
      speakers.forget();
      // Whoever wrote it need not wait for pages to be painted.
      repaintAfter(command).catch(report);
    },
  });
  const shared = {
    db,
    knownSpeakers: speakers.known,
    settings: () => readSettings(browser.storage.local),
    identify,
    write: (command: Command) => outbox.write(command),
  };
  const answerPage = createPageCalls({
    ...shared,
    tabs,
    bringPage: (tabId) => injectPageScript(tabId, true),
    bringCard: injectCard,
  });
  const answerCard = createCardCalls({ ...shared, locale: navigator.language });

  function identify(url: string, claimedUrls: ClaimedUrls): Promise<string> {
    const believed = believedAliases(url, claimedUrls).map((alias) => alias.url);
    return findArticleKey(db, articleKey(url), believed);
  }

  async function repaintAfter(command: Command): Promise<void> {
    const commands = command.type === 'batch' ? command.commands : [command];
    const keys = await Promise.all(commands.map((one) => articleOf(db, one)));
    for (const key of new Set(keys)) if (key !== null) await tabs.repaint(key);
  }

  async function answer(request: BackgroundRequest) {
    if (request.type === 'write') {
      await outbox.write(request.command);
      return null;
    }
    if (request.type === 'drain') {
      await outbox.drain();
      return null;
    }
    const key = await identify(request.url, request.claimedUrls);
    if (request.tabId !== undefined) await tabs.follow(request.tabId, key);
    return { articleKey: key };
  }

  async function reply(message: object, sender: Browser.runtime.MessageSender) {
    try {
      if (!('from' in message)) {
        if (isOwnPage(sender)) return { ok: true, value: await answer(receive(BackgroundRequest, message)) };
        throw new OnRecordError('invalid-message', 'Only On Record itself may write to its store.');
      }
      const caller = callerOf(sender);
      if (caller && message.from === 'card') {
        return { ok: true, value: await answerCard(receive(CardCall, message), caller) };
      }
      if (caller) return { ok: true, value: await answerPage(receive(PageCall, message), caller) };
      throw new OnRecordError('invalid-message', 'Only the page in a tab can be tagged.');
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

  listenToChoices({
    tag: (tabId, kind) => void tagInTab(tabId, kind, { send: sendToPage, tellAtIcon }).catch(report),
    openPanel: (windowId) => void openPanel(windowId).catch(report),
    openLibrary: () => void openLibrary().catch(report),
  });
  makeMenus().catch(report);
  keepTrustedSites(report);
  browser.runtime.onInstalled.addListener((details) => {
    if (isFirstInstall(details)) browser.tabs.create({ url: '/welcome.html' }).catch(report);
  });

  completeIndex(db).catch(report).then(outbox.drain).then(purgeDaily).catch(report);
});

const sendToPage = (tabId: number, request: PageRequest): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, request, { frameId: 0 });

/** Firefox tells of an add-on that is loaded for one session: whoever does that, does it every day. */
const isFirstInstall = ({ reason, ...more }: Browser.runtime.InstalledDetails): boolean =>
  reason === 'install' && !('temporary' in more && more.temporary);

/** A content script runs in pages that are hostile: it has no say in what is stored. */
function isOwnPage({ id, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));
}

/** The page that a page script of ours calls from; null for anything else. */
function callerOf({ id, url, tab, frameId }: Browser.runtime.MessageSender): Caller | null {
  if (id !== browser.runtime.id || tab?.id === undefined || frameId !== 0 || !url || !/^(https?|file):/.test(url))
    return null;
  return { tabId: tab.id, url };
}

const hasPassage = ({ attribution = {} }: AnnotationPatch): boolean => 'mention' in attribution || 'cue' in attribution;

/** The article whose marks a command changes; null when it changes none: a note, say, shows on no page. */
async function articleOf(db: OnRecordDatabase, command: Command): Promise<string | null> {
  if (command.type === 'annotate') return command.annotation.articleKey;
  if ('articleKey' in command) return command.articleKey;
  if (!('annotationId' in command) || command.annotationId === null || command.type === 'createSpeaker') return null;
  if (command.type === 'updateAnnotation' && !hasPassage(command.patch)) return null;
  return (await db.annotations.get(command.annotationId))?.articleKey ?? null;
}

/** What is meant for other views is left to them. */
function isForBackground(message: unknown): message is object {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'background';
}

/** There is nobody to tell, and nothing is lost: what failed waits for the next start. */
function report(error: unknown): void {
  console.error('On Record:', error);
}
