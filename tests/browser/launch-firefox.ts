import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, missingBrowserMessage } from './find-browser.ts';

/** The folder of the Firefox build, as `npm run build:firefox` leaves it. */
export const FIREFOX_EXTENSION_DIR = resolve(import.meta.dirname, '../../.output/firefox-mv3');

export interface FirefoxOptions {
  extensionDir?: string;
  downloadDir?: string;
  /** By name, as in `about:config`. */
  prefs?: Readonly<Record<string, string | number | boolean>>;
  args?: readonly string[];
}

/**
 * Opens Firefox, headless and with a throw-away profile, with the extension installed as a temporary one.
 * @throws Error with the install line when there is no Firefox, or when the extension was not built.
 */
export async function launchFirefox(
  options: FirefoxOptions = {},
): Promise<{ browser: Browser; close(): Promise<void> }> {
  const { extensionDir = FIREFOX_EXTENSION_DIR, downloadDir, prefs = {}, args = [] } = options;
  const executablePath = findBrowser('firefox');
  if (executablePath === null) throw new Error(missingBrowserMessage('firefox'));
  if (!existsSync(join(extensionDir, 'manifest.json'))) {
    throw new Error(`There is no extension in ${extensionDir}. Run “npm run build:firefox” first.`);
  }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: null,
    args: [...args],
    extraPrefsFirefox: {
      ...prefs,
      ...(downloadDir && {
        'browser.download.folderList': 2,
        'browser.download.dir': resolve(downloadDir),
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
      }),
    },
  });
  try {
    await browser.installExtension(resolve(extensionDir));
    return { browser, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
