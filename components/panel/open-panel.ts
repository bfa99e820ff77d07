import { browser } from 'wxt/browser';

/** Firefox's own, of which the types of Chromium know nothing. */
const sidebarOf = (api: object) => (api as { sidebarAction: { open(): Promise<void> } }).sidebarAction;

let windowId: number | undefined;

/** Finds out in which window the panel will be: once a person has asked for it there is no time to. */
export async function preparePanel(): Promise<void> {
  windowId = (await browser.windows.getCurrent()).id;
}

/**
 * Opens the side panel of this window. To be called right in the handler of a press, or the browser refuses.
 * @throws Error when it does
 */
export async function openPanel(id = windowId): Promise<void> {
  if (import.meta.env.FIREFOX) await sidebarOf(browser).open();
  else if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
