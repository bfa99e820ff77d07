/** Gives the browser of the unit tests what it lacks: shortcuts and context menus that nobody chooses from. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const nothing = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };
Object.assign(fakeBrowser.commands, { onCommand: nothing });
Object.assign(fakeBrowser.contextMenus, {
  onClicked: nothing,
  create: vi.fn(),
  removeAll: vi.fn(async () => undefined),
});
