import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-chrome.ts';

interface Permissions {
  permissions: string[];
  origins: string[];
}
type Change = (addonId: string, change: Permissions, extension: unknown) => Promise<void>;
declare const ChromeUtils: { importESModule(url: string): { ExtensionPermissions: { add: Change; remove: Change } } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: unknown } };

/** Lets the extension into a site, or takes that back, as a person does in Firefox's page for add-ons. */
export function changeFirefoxSiteAccess(
  browser: Browser,
  addonId: string,
  change: 'add' | 'remove',
  pattern: string,
): Promise<void> {
  return inFirefoxWindow(
    browser,
    async (id, call, origin) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionPermissions[call](id, { permissions: [], origins: [origin] }, extension);
    },
    addonId,
    change,
    pattern,
  );
}
