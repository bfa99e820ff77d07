import type { LaunchedBrowser } from './launch.ts';

/** What Chromium's own page for extensions may do. */
declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
    removeHostPermission(extensionId: string, pattern: string): Promise<void>;
  };
};

/** Which sites the extension is let into, as a person decides it in Chromium's own settings. */
export interface SiteAccess {
  /** The site must be among the `host_permissions` of the build. */
  grant(pattern: string): Promise<void>;
  withdraw(pattern: string): Promise<void>;
  /** Takes away whatever is granted, what a build comes with included. */
  withdrawAll(): Promise<void>;
}

/** Opens the page on which Chromium is told what the extension may do. */
export async function controlSiteAccess({ browser, extensionId }: LaunchedBrowser): Promise<SiteAccess> {
  const manager = await browser.newPage();
  await manager.goto('chrome://extensions');
  const change = (name: 'addHostPermission' | 'removeHostPermission', pattern: string) =>
    manager.evaluate((call, id, host) => chrome.developerPrivate[call](id, host), name, extensionId, pattern);
  return {
    grant: (pattern) => change('addHostPermission', pattern),
    withdraw: (pattern) => change('removeHostPermission', pattern),
    withdrawAll: () =>
      manager.evaluate(
        (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_CLICK' }),
        extensionId,
      ),
  };
}
