import type { Extension, Page } from 'puppeteer-core';

/** How long the popup may take to appear and to have something to say, in ms. */
const POPUP_PATIENCE = 20_000;

/**
 * Clicks the extension's icon in the toolbar while `page` is in front, as a person would: this grants `activeTab` and
 * opens the popup.
 * @returns the popup, once it shows the article's title or says why it can't.
 */
export async function clickToolbarIcon(page: Page, extension: Extension): Promise<Page> {
  const browser = page.browser();
  await page.bringToFront();
  const before = new Set(browser.targets());
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget(
    (candidate) =>
      !before.has(candidate) && candidate.url().startsWith(`chrome-extension://${extension.id}/popup.html`),
    { timeout: POPUP_PATIENCE },
  );
  const popup = await target.asPage();
  await popup.waitForFunction(
    () => {
      const title = document.querySelector('h1');
      const alert = document.querySelector('[role="alert"]');
      return [title, alert].some((element) => element?.textContent?.trim());
    },
    { timeout: POPUP_PATIENCE },
  );
  return popup;
}

/** Closes the popup, as a click elsewhere does, and waits until it is gone. */
export async function closePopup(popup: Page): Promise<void> {
  if (popup.isClosed()) return;
  const browser = popup.browser();
  const target = popup.target();
  const gone = new Promise<void>((done) => {
    browser.on('targetdestroyed', function destroyed(candidate) {
      if (candidate !== target) return;
      browser.off('targetdestroyed', destroyed);
      done();
    });
  });
  await popup.close();
  await gone;
}

/** Closes the popup if it is open and clicks the icon again. */
export async function reopen(page: Page, extension: Extension, popup: Page): Promise<Page> {
  await closePopup(popup);
  return clickToolbarIcon(page, extension);
}
