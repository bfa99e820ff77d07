import { launchChromium } from './launch.ts';

/** Whether a window can be opened here: Linux needs a display server, other systems bring theirs. */
export const hasDisplay = ({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Opens a browser window on `url` with the extension installed and its icon in the toolbar, in a throw-away profile.
 * @returns once the window was closed.
 */
export async function visit(url: string): Promise<void> {
  const { browser, close } = await launchChromium({
    headless: false,
    pinned: true,
    windowSize: { width: 1280, height: 960 },
  });
  const [page = await browser.newPage()] = await browser.pages();
  const closed = new Promise<void>((done) => {
    browser.on('disconnected', () => done());
    // On macOS the program lives on when its last window is closed.
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) done();
    });
  });
  const opened = page.goto(url, { timeout: 60_000 }).catch((error: unknown) => {
    // Whoever closes the window while the page loads has seen enough; otherwise the window shows what went wrong.
    if (browser.connected) console.error(error instanceof Error ? error.message : error);
  });
  await closed;
  await opened;
  await close();
}
