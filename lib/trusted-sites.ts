/**
 * The sites on which a person lets us show what they tagged without a click. The browser keeps them: they are the match
 * patterns of the hosts that it lets us into.
 */
import { browser } from 'wxt/browser';

/** The patterns of all sites; what is asked for must be among them, as the manifest names them. */
export const EVERY_SITE: readonly string[] = ['https://*/*', 'http://*/*'];

/** The pattern of the site that an address is of, all of its ports included; null for what is no web page. */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null;
}

/** The host of a site's pattern, as a person knows the site. */
export const hostOf = (pattern: string): string => pattern.replace(/^[^/]*\/\/|\/.*$/g, '');

/** Whether these patterns let us into every site. */
export const isEverySite = (patterns: readonly string[]): boolean =>
  patterns.some((pattern) => hostOf(pattern) === '*');

/** The patterns of the sites that we are let into now. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  // Access to files, which Chromium can be told to give, is none to a site.
  return origins.filter((origin) => !origin.startsWith('file:'));
}
