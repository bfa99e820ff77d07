import { browser } from 'wxt/browser';
import { OnRecordError } from './annotations/failure';

/** What Chromium and Firefox say of a page that the person has not granted by a click or for its site. */
const NOT_GRANTED = /must request permission|missing host permission/i;

/**
 * Puts the page script and its styles into a tab's document.
 * @param isGranted the person has let us read the page by a click: whatever keeps us out then is the browser
 * @throws OnRecordError `no-grant` when the person has not let us read this page yet, and `forbidden-page` when the browser
 *   lets nobody
 */
export async function injectPageScript(tabId: number, isGranted: boolean): Promise<void> {
  const target = { tabId };
  try {
    // Chromium's PDF viewer lets a script in, but there is nothing to be read.
    const [frame] = await browser.scripting.executeScript({ target, func: () => document.contentType });
    if (frame?.result === 'application/pdf') throw new Error('The PDF viewer has no text that a script can read.');
    await browser.scripting.insertCSS({ target, files: ['/assets/highlights.css'] });
    await browser.scripting.executeScript({ target, files: ['/page.js'] });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const code = !isGranted && NOT_GRANTED.test(reason) ? 'no-grant' : 'forbidden-page';
    throw new OnRecordError(code, `No script may run in the page of this tab: ${reason}`, { cause });
  }
}

/** Puts the script of the card into a tab's document, where the page script is at work. Rejects when it may not. */
export async function injectCard(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/card.js'] });
}
