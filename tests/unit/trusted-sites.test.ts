import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepTrustedSites } from '@/entrypoints/background/trusted-sites';
import { EVERY_SITE, grantedSites, hostOf, isEverySite, siteOf } from '@/lib/trusted-sites';

const SITE = 'https://paper.example/*';
const OTHER = 'https://mail.example/*';
const { permissions, runtime, scripting, tabs } = fakeBrowser;
type Registered = { id: string; matches?: string[]; js?: string[] };

describe('the pattern of a site', () => {
  it('holds scheme and host', () => {
    expect(siteOf('https://www.Paper.example:8443/news?id=1#top')).toBe('https://www.paper.example/*');
    expect(siteOf('http://127.0.0.1:8080/')).toBe('http://127.0.0.1/*');
  });

  it.each(['file:///home/me/a.html', 'chrome://extensions', 'about:blank', 'nothing', ''])('is none for %s', (url) => {
    expect(siteOf(url)).toBeNull();
  });

  it('is read by its host, and tells whether it is that of every site', () => {
    expect(hostOf(SITE)).toBe('paper.example');
    expect(isEverySite([SITE])).toBe(false);
    for (const every of [...EVERY_SITE, '*://*/*']) expect(isEverySite([SITE, every])).toBe(true);
  });

  it('counts among those granted for web pages only', async () => {
    vi.spyOn(permissions, 'getAll').mockResolvedValueOnce({
      origins: [SITE, 'file:///*', '*://*.example.org/*'],
    } as never);
    expect(await grantedSites()).toEqual([SITE, '*://*.example.org/*']);
    vi.restoreAllMocks();
  });
});

describe('the background', () => {
  let registered: Registered[];
  const executeScript = vi.fn();
  const sendMessage = vi.fn();
  const query = vi.fn();
  const report = vi.fn();

  beforeEach(() => {
    vi.resetAllMocks();
    registered = [];
    executeScript.mockResolvedValue([]);
    sendMessage.mockResolvedValue(undefined);
    query.mockResolvedValue([]);
  });
  beforeAll(() => {
    Object.assign(scripting, {
      executeScript,
      unregisterContentScripts: async () => {
        registered = [];
      },
      registerContentScripts: async (scripts: Registered[]) => {
        if (registered.some(({ id }) => scripts.some((script) => script.id === id)))
          throw new Error('Duplicate script ID');
        registered.push(...scripts);
      },
    });
    Object.assign(tabs, { query, sendMessage });
    keepTrustedSites(report);
  });
  afterEach(async () => {
    await permissions.remove({ origins: [SITE, OTHER, ...EVERY_SITE] });
    await vi.waitFor(() => expect(registered).toEqual([]));
    expect(report).not.toHaveBeenCalled();
  });

  const matches = () => vi.waitFor(() => registered.map((script) => script.matches));

  it('has the waiting script run on the sites that are granted, however many changes come at once', async () => {
    await Promise.all([SITE, OTHER].map((site) => permissions.request({ origins: [site] })));
    await vi.waitFor(() =>
      expect(registered).toEqual([{ id: 'trusted', matches: [SITE, OTHER], js: ['/trusted.js'] }]),
    );
    await permissions.remove({ origins: [SITE] });
    await vi.waitFor(async () => expect(await matches()).toEqual([[OTHER]]));
    await permissions.remove({ origins: [OTHER] });
    await vi.waitFor(() => expect(registered).toEqual([]));
  });

  it('makes up for what it missed when the browser starts and when it is updated', async () => {
    await permissions.request({ origins: [SITE] });
    await vi.waitFor(async () => expect(await matches()).toEqual([[SITE]]));
    for (const event of [runtime.onStartup, runtime.onInstalled]) {
      registered = [];
      await (event.trigger as (...args: unknown[]) => Promise<unknown>)({ reason: 'update' });
      await vi.waitFor(async () => expect(await matches()).toEqual([[SITE]]));
    }
  });

  it('brings the script to pages of the site that are open, and bears that one lets nobody in', async () => {
    query.mockResolvedValue([{ id: 7 }, { id: 8 }]);
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
    await permissions.request({ origins: [SITE] });
    await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(2));
    expect(query).toHaveBeenCalledWith({ url: [SITE], discarded: false });
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7 }, files: ['/trusted.js'] }],
      [{ target: { tabId: 8 }, files: ['/trusted.js'] }],
    ]);
  });

  it('ends its work on pages that it may not read any more, and on no others', async () => {
    await permissions.request({ origins: [SITE] });
    await vi.waitFor(async () => expect(await matches()).toEqual([[SITE]]));
    query.mockResolvedValue([{ id: 7 }, { id: 8, url: 'https://paper.example/clicked' }, { id: 9 }]);
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await permissions.remove({ origins: [SITE] });
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2));
    expect(sendMessage.mock.calls).toEqual([
      [7, { to: 'trusted', type: 'withdrawn' }, { frameId: 0 }],
      [9, { to: 'trusted', type: 'withdrawn' }, { frameId: 0 }],
    ]);
  });
});
