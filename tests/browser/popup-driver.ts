/**
 * What a person does in the popup, by the accessible names that the interface promises: nothing here knows a class
 * name, so a screen reader's user finds whatever these functions find.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { type Download, downloadedBy } from './downloads.ts';

export type Tag = 'Quote' | 'Claim' | 'Speaker';

/** How long the popup may take for one step, in ms. */
const PATIENCE = 10_000;

/** A locator for an element by its role and exact accessible name. */
export const byRole = (popup: Page, role: string, name: string) =>
  popup.locator(`::-p-aria([name="${name}"][role="${role}"])`).setTimeout(PATIENCE);

export async function pressButton(popup: Page, name: string): Promise<void> {
  await byRole(popup, 'button', name).click();
}

/** The text of each item of the list "Annotations", white space folded. */
export async function annotationTexts(popup: Page): Promise<string[]> {
  const items = await annotationItems(popup);
  return Promise.all(items.map((item) => item.evaluate((element) => (element.textContent ?? '').replace(/\s+/g, ' '))));
}

async function annotationItems(popup: Page): Promise<ElementHandle<Element>[]> {
  const list = await popup.$('::-p-aria([name="Annotations"][role="list"])');
  return list ? list.$$(':scope > li') : [];
}

/** The item of the list whose text holds `words`. */
export async function annotationItem(popup: Page, words: string): Promise<ElementHandle<Element>> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    for (const item of await annotationItems(popup)) {
      if (await item.evaluate((element, text) => element.textContent?.includes(text) ?? false, words)) return item;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The list of annotations holds no “${words}” but: ${(await annotationTexts(popup)).join(' | ')}`);
}

/** What can be done on a card, by how the names of its buttons start. */
export type CardAction =
  | 'Edit'
  | 'Delete'
  | 'Show on page'
  | 'Accept new wording'
  | 'Keep as recorded'
  | 'This is it'
  | 'Find on page'
  | 'Use selection as'
  | 'See the change'
  | 'Undo';

/** Presses the button of a card whose name starts with `verb`, such as "Edit" or "Show on page: place 2". */
export async function pressOnCard(
  popup: Page,
  words: string,
  verb: CardAction | `${CardAction}${string}`,
): Promise<void> {
  const item = await annotationItem(popup, words);
  for (const button of await item.$$('::-p-aria([role="button"])')) {
    const name = await button.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
    if (name.trim().startsWith(verb)) return button.click();
  }
  throw new Error(`The card “${words}” has no button that starts with “${verb}”.`);
}

/**
 * Tags the selected passage and waits until the new card's editor has the focus in its combobox "Speaker". `words`: what
 * the popup must show as selected before.
 */
export async function tag(popup: Page, kind: Tag, words = ''): Promise<void> {
  await tagBy(popup, kind, words, () => pressButton(popup, kind));
}

/** The same with the key alone: Q, C or S. */
export async function tagByKey(popup: Page, kind: Tag, words = ''): Promise<void> {
  await tagBy(popup, kind, words, () => popup.keyboard.press(kind === 'Quote' ? 'q' : kind === 'Claim' ? 'c' : 's'));
}

async function tagBy(popup: Page, kind: Tag, words: string, act: () => Promise<void>): Promise<void> {
  await waitForSelection(popup, words);
  const before = (await annotationItems(popup)).length;
  await act();
  await popup
    .waitForFunction(
      (count) =>
        document.querySelectorAll('[aria-label="Annotations"] > li').length > count &&
        document.activeElement?.getAttribute('role') === 'combobox',
      { timeout: PATIENCE },
      before,
    )
    .catch((cause: unknown) => {
      throw new Error(`Pressing ${kind} opened no new card with the focus in “Speaker”.`, { cause });
    });
}

/** Waits until the popup shows `words` as the selected text and offers to tag them: its three buttons are enabled. */
export async function waitForSelection(popup: Page, words = ''): Promise<void> {
  const region = await popup
    .waitForSelector('::-p-aria([name="Selected text"][role="region"])', { timeout: PATIENCE })
    .catch(() => null);
  if (!region) {
    const shown = await popup.evaluate(() => document.body.textContent);
    throw new Error(`The popup has no region “Selected text”; it shows “${shown}”.`);
  }
  await popup
    .waitForFunction(
      (element, text) => {
        const shown = (element.textContent ?? '').replace(/\s+/g, ' ');
        const buttons = [...element.querySelectorAll('button')];
        return (
          shown.includes(text) &&
          buttons.length > 0 &&
          buttons.every((button) => !button.disabled && button.getAttribute('aria-disabled') !== 'true')
        );
      },
      { timeout: PATIENCE },
      region,
      words.replace(/\s+/g, ' ').trim(),
    )
    .catch(async (cause: unknown) => {
      const shown = await region.evaluate((element) => element.textContent);
      throw new Error(`The popup does not offer to tag “${words}”; it shows “${shown}”.`, { cause });
    });
}

/**
 * In the open editor: types a speaker's name and presses Enter, which picks the one that is known by it or else makes
 * a new one. `role`, when given, is typed over whatever stands in "Role".
 */
export async function nameSpeaker(popup: Page, name: string, role?: string): Promise<void> {
  await typeInto(popup, 'combobox', 'Speaker', name);
  await popup.keyboard.press('Enter');
  await waitForEnabled(popup, 'textbox', 'Role');
  if (role !== undefined) await typeInto(popup, 'textbox', 'Role', role);
  await waitUntilSaved(popup);
}

/** In the open editor: types the first letters of a known speaker and presses Enter. */
export const pickSpeaker = (popup: Page, letters: string): Promise<void> => nameSpeaker(popup, letters);

/** Replaces the text of a field by real key presses. */
export async function typeInto(
  popup: Page,
  role: 'textbox' | 'combobox' | 'searchbox',
  name: string,
  text: string,
): Promise<void> {
  const field = await byRole(popup, role, name).waitHandle();
  await field.focus();
  await field.evaluate((element) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
  });
  await popup.keyboard.press('Backspace');
  await popup.keyboard.type(text);
  await field.dispose();
}

async function waitForEnabled(popup: Page, role: string, name: string): Promise<void> {
  await byRole(popup, role, name)
    .filter((element) => !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true')
    .wait();
}

/** Chooses an option of a drop-down list by its value, such as a claim's status. */
export async function choose(popup: Page, name: string, value: string): Promise<void> {
  const list = await popup.waitForSelector(`::-p-aria([name="${name}"][role="combobox"])`, { timeout: PATIENCE });
  if (!list) throw new Error(`The popup has no list “${name}”.`);
  await list.select(value);
}

/** Waits until every write is acknowledged. */
export async function waitUntilSaved(popup: Page): Promise<void> {
  await popup.waitForFunction(
    () => {
      const text = document.body.textContent ?? '';
      return text.includes('Saved on this device') && !text.includes('Saving…');
    },
    { timeout: PATIENCE },
  );
}

/** Presses "Export JSON" and waits for the file. */
export async function exportJson(popup: Page, downloadDir: string): Promise<Download> {
  return downloadedBy(downloadDir, () => pressButton(popup, 'Export JSON'));
}
