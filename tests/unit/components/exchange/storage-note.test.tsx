import { render } from 'preact';
import { expect, it } from 'vitest';
import { StorageNote } from '@/components/exchange/storage-note';
import { noteBackup, readLastBackup } from '@/lib/last-backup';
import { readStorageUse } from '@/lib/store/storage-use';

const shown = (props: Parameters<typeof StorageNote>[0]) => {
  const root = document.createElement('div');
  render(<StorageNote {...props} />, root);
  return root.textContent;
};

it('remembers when the last backup was made', async () => {
  expect(await readLastBackup()).toBeNull();
  await noteBackup('2026-11-24T10:00:00.000Z');
  expect(await readLastBackup()).toBe('2026-11-24T10:00:00.000Z');
});

it('says so when there is no backup yet, and when the last one was made', () => {
  expect(shown({ lastBackup: null, use: null })).toBe('You have made no backup of everything yet.');
  expect(shown({ lastBackup: '2026-11-24T10:00:00.000Z', use: null })).toMatch(/Last backup of everything: .*2026/);
  expect(shown({ lastBackup: undefined, use: null })).toBe('');
});

it('says how much room is taken', () => {
  const use = { used: 3_210_000, quota: 10_000_000_000 };
  expect(shown({ lastBackup: undefined, use })).toBe('3.21 MB of 10 GB used on this device.');
});

it('asks the browser for it, where that says it', async () => {
  const manager = (usage?: number) => ({ estimate: async () => ({ usage, quota: 100 }) }) as StorageManager;
  expect(await readStorageUse(manager(7))).toEqual({ used: 7, quota: 100 });
  expect(await readStorageUse(manager())).toBeNull();
  expect(await readStorageUse({} as StorageManager)).toBeNull();
});
