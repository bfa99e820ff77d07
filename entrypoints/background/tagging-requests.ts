import type { Kind } from '@/lib/annotations/annotation';
import { injectPageScript } from '@/lib/inject';
import type { PageRequest } from '@/lib/messaging';

export interface TaggingRequestDependencies {
  /** `tabs.sendMessage` to the tab's own page. */
  send(tabId: number, request: PageRequest): Promise<unknown>;
  /** Tells at the icon that nothing could be done in a tab. */
  tellAtIcon(tabId: number): Promise<void>;
}

/**
 * Tags what is selected in a tab, after bringing the page script there if need be: a shortcut and the context menu let us
 * read a page as a click on the icon does. What becomes of it is said on the page, or, where no script may run, at the icon.
 */
export async function tagInTab(
  tabId: number,
  kind: Kind,
  { send, tellAtIcon }: TaggingRequestDependencies,
): Promise<void> {
  const request = { to: 'page', type: 'tag', kind } as const;
  const answer = await send(tabId, request).catch(() => null);
  // Nobody was there, or only the script that waits on trusted sites.
  if (answer !== undefined && answer !== null) return;
  try {
    await injectPageScript(tabId, true);
    await send(tabId, request);
  } catch {
    await tellAtIcon(tabId);
  }
}
