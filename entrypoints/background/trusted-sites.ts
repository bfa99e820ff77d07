import { browser } from 'wxt/browser';
import type { WithdrawnNotice } from '@/lib/page-calls';
import { grantedSites } from '@/lib/trusted-sites';
import { showAtIcon } from './icon';

const ID = 'trusted';
const SCRIPT = '/trusted.js';

/**
 * Has the waiting script run on the pages of the sites that are trusted, and of no others. To be called at once when the
 * worker starts: a site is granted and withdrawn in a popup that may be gone by then, or in the browser's own settings.
 */
export function keepTrustedSites(report: (error: unknown) => void): void {
  /** One change after the other: the last one registers what is granted then. */
  let last: Promise<unknown> = Promise.resolve();
  const next = (act: () => Promise<void>) => {
    last = last.then(act).catch(report);
  };
  const start = () =>
    next(async () => {
      await register();
      await bringTo(await grantedSites());
    });
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
  browser.permissions.onAdded.addListener(start);
  browser.permissions.onRemoved.addListener(() =>
    next(async () => {
      await register();
      leaveTabs().catch(report);
    }),
  );
}

async function register(): Promise<void> {
  const matches = await grantedSites();
  await browser.scripting.unregisterContentScripts();
  if (matches.length > 0) await browser.scripting.registerContentScripts([{ id: ID, matches, js: [SCRIPT] }]);
}

/** Brings the script to pages that are open already; where it waits, it stays the only one. */
async function bringTo(sites: string[]): Promise<void> {
  if (sites.length === 0) return;
  const tabs = await browser.tabs.query({ url: sites, discarded: false });
  for (const { id } of tabs) {
    // Nobody is let into an error page, whatever its address.
    if (id !== undefined) inject(id).catch(() => undefined);
  }
}

const inject = (tabId: number) => browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });

/** Ends our work on every page that we may not read any more: where a person has clicked the icon we still may. */
async function leaveTabs(): Promise<void> {
  const notice: WithdrawnNotice = { to: 'trusted', type: 'withdrawn' };
  const leave = async (tabId: number) => {
    await browser.tabs.sendMessage(tabId, notice, { frameId: 0 });
    await showAtIcon(tabId, '');
  };
  const tabs = await browser.tabs.query({ discarded: false });
  // Of a page that we may not read the browser does not tell the address. Where nobody listens there is nothing to end.
  const left = tabs.map(({ id, url }) => id !== undefined && url === undefined && leave(id).catch(() => undefined));
  await Promise.all(left);
}
