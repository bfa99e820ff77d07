import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handOverTo } from '@/components/export/hand-over';
import { KEY } from '../sample-session';

const { runtime } = fakeBrowser;
const URL_OF_PAGE = `chrome-extension://on-record/export.html?article=${encodeURIComponent(KEY)}`;
const notice = { to: 'views', type: 'exported', name: 'ferry.json' };

beforeEach(() => fakeBrowser.reset());

const handOver = (open: (url: string) => Promise<unknown> = async () => undefined) =>
  handOverTo({ getURL: (path) => `chrome-extension://on-record${path}`, open, onMessage: runtime.onMessage }, KEY);

/** A message arrives from the page of this address. */
const hear = (message: unknown, url: string) => runtime.onMessage.trigger(message, { url }, () => undefined);

it('has asked for the page when it returns, and resolves to the name of the file', async () => {
  const open = vi.fn(async () => undefined);
  const name = handOver(open);
  expect(open).toHaveBeenCalledExactlyOnceWith(URL_OF_PAGE);
  await hear(notice, URL_OF_PAGE);
  expect(await name).toBe('ferry.json');
  expect(runtime.onMessage.hasListeners()).toBe(false);
});

it('believes nobody but that page', async () => {
  const name = handOver();
  await hear({ ...notice, name: 'forged.json' }, 'https://paper.example/');
  await hear({ ...notice, name: 'other.json' }, `${URL_OF_PAGE}-other`);
  await hear({ ...notice, name: 1 }, URL_OF_PAGE);
  await hear(notice, URL_OF_PAGE);
  expect(await name).toBe('ferry.json');
});

it('fails when the page can’t be opened', async () => {
  await expect(handOver(() => Promise.reject(new Error('No window.')))).rejects.toThrow('No window.');
  expect(runtime.onMessage.hasListeners()).toBe(false);
});
