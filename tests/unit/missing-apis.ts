/** Gives the browser of the unit tests what it lacks, in memory: shortcuts and menus that nobody chooses from, an icon, permissions. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const nothing = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };
Object.assign(fakeBrowser.commands, { onCommand: nothing });
Object.assign(fakeBrowser.contextMenus, {
  onClicked: nothing,
  create: vi.fn(),
  removeAll: vi.fn(async () => undefined),
});

const done = async () => undefined;
Object.assign(fakeBrowser.scripting, { registerContentScripts: done, unregisterContentScripts: done });

const badges = new Map<number, string>();
Object.assign(fakeBrowser.action, {
  setBadgeBackgroundColor: async () => undefined,
  setBadgeTextColor: async () => undefined,
  setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
  getBadgeText: async ({ tabId }: { tabId: number }) => badges.get(tabId) ?? '',
});

interface Origins {
  origins: string[];
}

function createEvent() {
  const listeners = new Set<(change: Origins) => void>();
  return {
    addListener: (listener: (change: Origins) => void) => void listeners.add(listener),
    removeListener: (listener: (change: Origins) => void) => void listeners.delete(listener),
    fire: (change: Origins) => {
      for (const listener of listeners) listener(change);
    },
  };
}

const granted = new Set<string>();
const [onAdded, onRemoved] = [createEvent(), createEvent()];
Object.assign(fakeBrowser.permissions, {
  onAdded,
  onRemoved,
  getAll: async () => ({ origins: [...granted], permissions: [] }),
  request: async (change: Origins) => {
    for (const origin of change.origins) granted.add(origin);
    onAdded.fire(change);
    return true;
  },
  remove: async (change: Origins) => {
    for (const origin of change.origins) granted.delete(origin);
    onRemoved.fire(change);
    return true;
  },
});
