import * as v from 'valibot';
import type { browser } from 'wxt/browser';
import { ReadyNotice } from '@/lib/messaging';

/** What is needed of `browser`. */
export interface TabEvents {
  tabs: Pick<typeof browser.tabs, 'query' | 'onActivated' | 'onUpdated'>;
  runtime: Pick<typeof browser.runtime, 'onMessage'>;
}

/**
 * Calls `show` with the active tab of a window, now and whenever it is another one, shows another document, or lets itself
 * be read at last: a page that was not granted yet is, as soon as its page script says that it is there.
 */
export async function followActiveTab(
  { tabs, runtime }: TabEvents,
  windowId: number,
  show: (tabId: number) => void,
): Promise<void> {
  let current: number | undefined;
  const change = (tabId: number | undefined) => {
    if (tabId === undefined) return;
    current = tabId;
    show(tabId);
  };
  tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) change(active.tabId);
  });
  tabs.onUpdated.addListener((tabId, { status }) => {
    if (tabId === current && status === 'complete') change(tabId);
  });
  runtime.onMessage.addListener((message: unknown, sender: { tab?: { id?: number | undefined } | undefined }) => {
    if (v.is(ReadyNotice, message) && sender.tab?.id === current) change(current);
    return undefined;
  });
  const [tab] = await tabs.query({ active: true, windowId });
  if (current === undefined) change(tab?.id);
}
