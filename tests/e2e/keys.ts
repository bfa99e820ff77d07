import type { KeyInput, Page } from 'puppeteer-core';

/** The element in focus: its role and its name. */
export const focused = (popup: Page): Promise<string> =>
  popup.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    const name = element.getAttribute('aria-label') ?? label?.[0]?.textContent ?? element.textContent ?? '';
    return `${element.getAttribute('role') ?? element.localName} ${name.replace(/\s+/g, ' ').trim()}`;
  });

/** Presses a key while others are held down. */
export async function chord(popup: Page, held: readonly KeyInput[], key: KeyInput): Promise<void> {
  for (const one of held) await popup.keyboard.down(one);
  await popup.keyboard.press(key);
  for (const one of held.toReversed()) await popup.keyboard.up(one);
}

/**
 * Presses Tab, or Shift and Tab, until the focus is where it should be.
 * @throws Error that names the stops on the way when it never is.
 */
export async function tabTo(popup: Page, what: RegExp, direction: 'on' | 'back' = 'on'): Promise<void> {
  const stops: string[] = [];
  while (stops.length < 60) {
    await chord(popup, direction === 'back' ? ['Shift'] : [], 'Tab');
    const stop = await focused(popup);
    if (what.test(stop)) return;
    stops.push(stop);
  }
  throw new Error(`Tab does not lead to ${what}, but to: ${stops.join(' | ')}`);
}
