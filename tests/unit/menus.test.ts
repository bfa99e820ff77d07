import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToChoices, makeMenus } from '@/entrypoints/background/menus';
import { tagInTab } from '@/entrypoints/background/tagging-requests';

const TAB = { id: 7, windowId: 3 };

describe('a shortcut or an entry of the context menu', () => {
  it('tags in the tab that it was chosen in, or opens the panel of its window', () => {
    const listeners: Array<(choice: unknown, tab: unknown) => void> = [];
    const add = (listener: (...args: never[]) => void) => listeners.push(listener as (typeof listeners)[number]);
    vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(add);
    vi.spyOn(fakeBrowser.contextMenus.onClicked, 'addListener').mockImplementation(add);
    const [tag, openPanel, openLibrary] = [vi.fn(), vi.fn(), vi.fn()];
    listenToChoices({ tag, openPanel, openLibrary });
    const [byShortcut, byMenu] = listeners;
    byShortcut?.('tag-claim', TAB);
    byMenu?.({ menuItemId: 'tag-quote' }, TAB);
    byMenu?.({ menuItemId: 'tag-nothing' }, TAB);
    byShortcut?.('tag-speaker', undefined);
    expect(tag.mock.calls).toEqual([
      [7, 'claim'],
      [7, 'quote'],
    ]);
    byShortcut?.('open-panel', TAB);
    expect(openPanel.mock.calls).toEqual([[3]]);
    expect(openLibrary).not.toHaveBeenCalled();
    byMenu?.({ menuItemId: 'open-library' }, TAB);
    expect(openLibrary).toHaveBeenCalledOnce();
  });

  it('stands in the menu on what is selected', async () => {
    const create = vi.mocked(fakeBrowser.contextMenus.create).mockClear();
    await makeMenus();
    expect(create.mock.calls.map(([{ title, contexts }]) => [title, contexts])).toEqual([
      ['Tag as quote', ['selection']],
      ['Tag as claim', ['selection']],
      ['Tag as speaker', ['selection']],
      ['Open side panel', ['action', 'page', 'selection']],
      ['Open library', ['action']],
    ]);
  });
});

describe('tagging in a tab', () => {
  const absent = new Error('Could not establish connection. Receiving end does not exist.');

  it('brings the page script there when it does not answer', async () => {
    const inject = vi.fn(async () => [{ frameId: 0, documentId: 'a', result: 'text/html' }]);
    Object.assign(fakeBrowser.scripting, { executeScript: inject, insertCSS: async () => undefined });
    const send = vi.fn().mockRejectedValueOnce(absent).mockResolvedValue({ ok: true, value: true });
    const tellAtIcon = vi.fn();
    await tagInTab(7, 'quote', { send, tellAtIcon });
    expect(inject).toHaveBeenCalledTimes(2);
    expect(send).toHaveBeenLastCalledWith(7, { to: 'page', type: 'tag', kind: 'quote' });
    expect(tellAtIcon).not.toHaveBeenCalled();
  });

  it('brings it where only the script listens that waits on trusted sites', async () => {
    const inject = vi.fn(async () => [{ frameId: 0, documentId: 'a', result: 'text/html' }]);
    Object.assign(fakeBrowser.scripting, { executeScript: inject, insertCSS: async () => undefined });
    const send = vi.fn().mockResolvedValueOnce(undefined).mockResolvedValue({ ok: true, value: true });
    await tagInTab(7, 'quote', { send, tellAtIcon: vi.fn() });
    expect(inject).toHaveBeenCalledTimes(2);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('says at the icon that no script may run there', async () => {
    const executeScript = vi.fn().mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    Object.assign(fakeBrowser.scripting, { executeScript });
    const tellAtIcon = vi.fn();
    await tagInTab(7, 'quote', { send: vi.fn().mockRejectedValue(absent), tellAtIcon });
    expect(tellAtIcon.mock.calls).toEqual([[7]]);
  });
});
