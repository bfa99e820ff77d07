import type { Browser } from 'puppeteer-core';

/**
 * Kills the extension's service worker, as the browser may at any moment; the next message wakes it again.
 * @returns false when it was not running.
 */
export async function killServiceWorker(browser: Browser, extensionId: string): Promise<boolean> {
  const target = browser
    .targets()
    .find(
      (candidate) =>
        candidate.type() === 'service_worker' && candidate.url().startsWith(`chrome-extension://${extensionId}/`),
    );
  if (!target) return false;
  const gone = new Promise<void>((done) => {
    browser.on('targetdestroyed', function destroyed(candidate) {
      if (candidate !== target) return;
      browser.off('targetdestroyed', destroyed);
      done();
    });
  });
  const worker = await target.worker();
  if (!worker) return false;
  await worker.close();
  await gone;
  return true;
}
