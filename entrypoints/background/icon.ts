import { browser } from 'wxt/browser';

const MARK = '!';

/** How long (ms) the icon bears the mark that nothing could be done. */
const MARKED_FOR = 3_000;

/** The extension's own blue, with white on it, in every theme. */
const COLOURS = { background: '#2f4bdb', text: '#fff' } as const;

/** Shows a few characters at a tab's icon until the tab goes to another page; none for an empty text. */
export async function showAtIcon(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS.background });
  await browser.action.setBadgeTextColor({ tabId, color: COLOURS.text });
  await browser.action.setBadgeText({ tabId, text });
}

/** Tells at a tab's icon, for a while, that nothing could be done. */
export async function tellAtIcon(tabId: number): Promise<void> {
  const before = await browser.action.getBadgeText({ tabId });
  if (before === MARK) return;
  await showAtIcon(tabId, MARK);
  // A tab that is closed by then has no icon.
  setTimeout(() => void unmark(tabId, before).catch(() => undefined), MARKED_FOR);
}

async function unmark(tabId: number, before: string): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId })) === MARK)
    await browser.action.setBadgeText({ tabId, text: before });
}
