import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Extension } from 'puppeteer-core';
import { findBrowser, missingBrowserMessage } from './find-browser.ts';
import { pinIcon } from './pin-icon.ts';

/** The folder of the Chromium build, as `npm run build` leaves it. */
export const EXTENSION_DIR = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface LaunchOptions {
  headless?: boolean;
  extensionDir?: string;
  /** Kept after closing; without it a throw-away profile is made and removed. */
  userDataDir?: string;
  downloadDir?: string;
  /** Whether the icon stands in the toolbar of a new profile, instead of in the menu of extensions. */
  pinned?: boolean;
  /** CSS pixels. */
  windowSize?: { width: number; height: number };
  /** Device pixels to a CSS pixel of the screen that a headless browser believes to have. */
  pixelRatio?: number;
  /** Whether the page that opens when the extension is installed stays open. */
  showsWelcome?: boolean;
  args?: readonly string[];
}

export interface LaunchedBrowser {
  browser: Browser;
  extensionId: string;
  extension: Extension;
  /** Closes the browser and removes its throw-away profile. Safe to call twice. */
  close(): Promise<void>;
}

/** How long the browser may take to close before it is killed, in ms. */
const CLOSE_PATIENCE = 5000;

/**
 * Opens Chromium with the built extension installed. It closes by itself when this process is interrupted or ends.
 * @throws Error with the install line when there is no browser, or when the extension was not built.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const { headless = true, extensionDir = EXTENSION_DIR, downloadDir, windowSize, pixelRatio = 1, args = [] } = options;
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(missingBrowserMessage());
  if (!existsSync(join(extensionDir, 'manifest.json'))) {
    throw new Error(`There is no extension in ${extensionDir}. Run “npm run build” first.`);
  }
  const isNew = !existsSync(join(options.userDataDir ?? '', 'Default'));
  const profile = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'on-record-profile-'));
  const removeProfile = () => {
    if (options.userDataDir === undefined)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  if (options.pinned) pinIcon(profile, resolve(extensionDir));
  const browser = await puppeteer
    .launch({
      executablePath,
      headless,
      // Installing an unpacked extension into stock Chrome is only allowed over a pipe.
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      // Whoever drives the browser finds things by their English names; a person reads their own language.
      ...(headless && { env: { ...process.env, LANGUAGE: 'en_US' } }),
      // Nobody wants to read in a demonstration that the browser is remote-controlled.
      ignoreDefaultArgs: headless ? false : ['--enable-automation'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(downloadDir && { downloadBehavior: { policy: 'allow', downloadPath: resolve(downloadDir) } }),
      args: [
        // Chromium refuses to sandbox for root; anybody else keeps the sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // The screen that it has otherwise is 800 × 600, too small for a popup of full height.
        ...(headless
          ? [
              '--disable-gpu',
              '--lang=en-US',
              `--screen-info={${1600 * pixelRatio}x${1200 * pixelRatio} devicePixelRatio=${pixelRatio}}`,
            ]
          : []),
        ...(windowSize ? [`--window-size=${windowSize.width},${windowSize.height}`] : []),
        '--disable-quic',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...args,
      ],
    })
    .catch((error: unknown) => {
      removeProfile();
      throw error;
    });
  const close = closer(browser, removeProfile);
  try {
    const extensionId = await browser.installExtension(resolve(extensionDir));
    const extension = (await browser.extensions()).get(extensionId);
    if (!extension) throw new Error(`The browser did not take the extension in ${extensionDir}.`);
    if (isNew && !options.showsWelcome) await closeWelcome(browser, extensionId);
    return { browser, extensionId, extension, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes the page that tells what to do first, so that the tab behind it is in front. */
async function closeWelcome(browser: Browser, extensionId: string): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url() === `chrome-extension://${extensionId}/welcome.html`);
  await (await target.page())?.close();
}

function closer(browser: Browser, removeProfile: () => void): () => Promise<void> {
  const kill = () => {
    browser.process()?.kill('SIGKILL');
    removeProfile();
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await Promise.race([browser.close(), delay(CLOSE_PATIENCE)]);
      kill();
      process.off('exit', kill);
      for (const signal of SIGNALS) process.off(signal, interrupted);
    })();
    return closing;
  };
  const interrupted = (signal: NodeJS.Signals) => {
    void close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('exit', kill);
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return close;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const delay = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());
