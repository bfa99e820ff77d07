import { describe, expect, it } from 'vitest';
import { createPageClient, type TabAccess } from '@/components/session/page-client';
import { OnRecordError } from '@/lib/annotations/failure';
import type { PageRequest } from '@/lib/messaging';
import { READING, selectionOf } from '../sample-session';

type Listener = Parameters<TabAccess['onMessage']['addListener']>[0];

/** A tab in which the page script runs only after it was injected. */
function tab(options: { injectable?: boolean; answer?: unknown; script?: boolean; isWaiting?: boolean } = {}) {
  let isThere = options.script ?? false;
  const injections: number[] = [];
  const listeners = new Set<Listener>();
  const requests: PageRequest[] = [];
  const access: TabAccess = {
    async send(request) {
      if (!isThere && options.isWaiting) return undefined;
      if (!isThere) throw new Error('Could not establish connection. Receiving end does not exist.');
      requests.push(request);
      return options.answer ?? { ok: true, value: READING };
    },
    async inject() {
      if (options.injectable === false) throw new OnRecordError('forbidden-page', 'Cannot access a chrome:// URL');
      injections.push(1);
      isThere = true;
    },
    onMessage: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  return { client: createPageClient(access, 7), injections, listeners, requests };
}

describe('the page client', () => {
  it('injects the page script when nobody answers, and only then', async () => {
    const { client, injections } = tab();
    expect(await client.read()).toEqual(READING);
    await client.read();
    expect(injections).toHaveLength(1);
    const running = tab({ script: true });
    await running.client.read();
    expect(running.injections).toHaveLength(0);
  });

  it('injects it where only the script listens that waits on trusted sites', async () => {
    const { client, injections } = tab({ isWaiting: true });
    await expect(client.show('00000000-0000-4000-8000-000000000001', null)).rejects.toMatchObject({ code: 'no-page' });
    expect(await client.read()).toEqual(READING);
    expect(injections).toHaveLength(1);
  });

  it('says that the browser forbids the page', async () => {
    await expect(tab({ injectable: false }).client.read()).rejects.toMatchObject({ code: 'forbidden-page' });
  });

  it('passes on what the page script says is wrong', async () => {
    const failure = { code: 'too-large', message: 'This page is too long.' };
    await expect(tab({ answer: { ok: false, failure } }).client.read()).rejects.toMatchObject(failure);
  });

  it('refuses an answer of another shape', async () => {
    const answer = { ok: true, value: { ...READING, text: 5 } };
    await expect(tab({ answer }).client.read()).rejects.toMatchObject({ code: 'invalid-message' });
  });

  it('does not inject again into a page that was read and then went away', async () => {
    const { client, injections } = tab();
    await expect(client.show('00000000-0000-4000-8000-000000000001', null)).rejects.toMatchObject({ code: 'no-page' });
    expect(injections).toHaveLength(0);
  });

  it('hears of selections in its own tab alone, and of nothing else', () => {
    const { client, listeners } = tab();
    const heard: unknown[] = [];
    const stop = client.watchSelection((selection) => heard.push(selection));
    const selection = selectionOf('told');
    const notice = { to: 'views', type: 'selection', selection };
    const [listener] = listeners;
    listener?.(notice, { tab: { id: 8 } });
    listener?.(notice, {});
    listener?.({ ...notice, selection: 'told' }, { tab: { id: 7 } });
    expect(heard).toEqual([]);
    listener?.(notice, { tab: { id: 7 } });
    expect(heard).toEqual([selection]);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('hears of cards that are opened in its own tab', () => {
    const { client, listeners } = tab();
    const heard: string[] = [];
    client.watchOpened((id) => heard.push(id));
    const id = '00000000-0000-4000-8000-000000000001';
    const [listener] = listeners;
    listener?.({ to: 'views', type: 'opened', id }, { tab: { id: 8 } });
    listener?.({ to: 'views', type: 'opened', id: 'any' }, { tab: { id: 7 } });
    expect(heard).toEqual([]);
    listener?.({ to: 'views', type: 'opened', id }, { tab: { id: 7 } });
    expect(heard).toEqual([id]);
  });
});
