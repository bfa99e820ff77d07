/** The card of a tagged passage, in a closed shadow root, as assistive technology finds it. */
import type { ElementHandle, Page } from 'puppeteer-core';

/** How long (ms) the card may take to come, and how long to wait where it must not. */
const PATIENCE = 10_000;
const SETTLED = 600;

/** Clicks in the middle of some words of the page, with a real mouse. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { x, y } = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      const middle = at + Math.floor(text.length / 2);
      range.setStart(node, middle);
      range.setEnd(node, middle + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    throw new Error(`The page does not show “${text}”.`);
  }, words);
  await page.mouse.click(x, y);
}

/** What is on the clipboard, as a page gets it that it is pasted into. */
export async function clipboard(page: Page): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    const listen = (event: ClipboardEvent) => {
      const read = (type: string) => event.clipboardData?.getData(type) ?? '';
      Object.assign(globalThis, { pasted: { text: read('text/plain'), html: read('text/html') } });
    };
    addEventListener('paste', listen, { capture: true, once: true });
  });
  await page.keyboard.press('v', { commands: ['Paste'] });
  return page.evaluate(() => Reflect.get(globalThis, 'pasted'));
}

/** The card, or null while it is not open. */
export const passageCard = (page: Page): Promise<ElementHandle<Element> | null> => page.$('::-p-aria([role="dialog"])');

/** Something in the card by its role and name, once it is there. */
export async function inCard(page: Page, role: string, name: string): Promise<ElementHandle<Element>> {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: PATIENCE });
  if (!found) throw new Error(`The card has no ${role} “${name}”.`);
  return found;
}

/** Waits until the card says something: what was done (`status`) or what went wrong (`alert`). */
export async function said(page: Page, role: 'status' | 'alert', words: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let last: string | null = null;
  while (Date.now() < deadline) {
    const line = await page.$(`::-p-aria([role="${role}"])`);
    last = line && (await line.evaluate((element) => element.textContent));
    if (last === words) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The card does not say “${words}” but “${last}”.`);
}

/** Clicks words that are tagged, and waits for the card. */
export async function openCard(page: Page, words: string): Promise<ElementHandle<Element>> {
  await clickWords(page, words);
  const card = await page.waitForSelector('::-p-aria([role="dialog"])', { timeout: PATIENCE });
  if (!card) throw new Error('There is no card.');
  return card;
}

/** Waits until a card that will come must have come. */
export const cardSettled = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLED));
