import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background';
import type { Command } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import { BackgroundReply, type BackgroundRequest, receive } from '@/lib/messaging';
import { readFailed } from '@/lib/outbox';
import { openDatabase } from '@/lib/store/database';
import { annotateWith, captureOf, KEY, NO_CLAIMS, speakerNamed } from './store/samples';

const db = openDatabase();
const { runtime, storage } = fakeBrowser;
const popup = { id: runtime.id, url: runtime.getURL('/popup.html') };
const page = { id: runtime.id, url: 'https://paper.example/news', tab: { id: 1 } };

beforeEach(() => fakeBrowser.reset());
afterEach(async () => {
  // What it does when it starts must not reach into the next test.
  await hasStarted();
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Clearing away is the last thing it does when it starts. */
const hasStarted = () => vi.waitFor(async () => expect(await storage.local.get(null)).toHaveProperty('purgedAt'));

const wake = () => background.main();

/** What the background answers; undefined when it leaves the message to others. */
async function ask(message: unknown, sender: object = popup): Promise<unknown> {
  const answer = Promise.withResolvers<unknown>();
  const results = await runtime.onMessage.trigger(message, sender, answer.resolve);
  return results.some((result: unknown) => result === true) ? answer.promise : undefined;
}

const write = (command: Command): BackgroundRequest => ({ to: 'background', type: 'write', command });

describe('the background', () => {
  it('listens from the moment it starts', () => {
    const add = vi.spyOn(runtime.onMessage, 'addListener');
    wake();
    expect(add).toHaveBeenCalledOnce();
    expect(storage.session.onChanged.hasListeners()).toBe(true);
    add.mockRestore();
  });

  it('stores what an extension page writes, and then says so', async () => {
    wake();
    const command = annotateWith(await captureOf(), 'It cost');
    expect(await ask(write(command))).toEqual({ ok: true, value: null });
    expect(await db.annotations.toArray()).toEqual([command.annotation]);
  });

  it('says why something was not stored', async () => {
    wake();
    const reply = await ask(
      write({ id: newId(), at: '2026-11-24T10:00:00.000Z', type: 'deleteAnnotation', annotationId: newId() }),
    );
    const { ok, ...rest } = receive(BackgroundReply.write, reply);
    expect(ok).toBe(false);
    expect(rest).toMatchObject({ failure: { code: 'passage-gone' } });
    expect(await readFailed(storage.session)).toHaveLength(1);
  });

  it.each([
    ['a content script', page],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['another extension that shows our address', { id: 'other', url: popup.url }],
    ['nobody in particular', { id: runtime.id }],
    ['an address that begins like ours', { id: runtime.id, url: `${runtime.getURL('/').slice(0, -1)}.example/` }],
  ])('takes no writes from %s', async (_, sender) => {
    wake();
    const reply = await ask(write(annotateWith(await captureOf(), 'It cost')), sender);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-message' } });
    expect(await db.annotations.count()).toBe(0);
  });

  it('refuses what is no request', async () => {
    wake();
    expect(await ask({ to: 'background', type: 'burn' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-message' },
    });
  });

  it('leaves messages for other views alone', async () => {
    wake();
    expect(await ask({ to: 'views', type: 'selection', selection: null })).toBeUndefined();
    expect(await ask('hello')).toBeUndefined();
  });

  it('carries out what waited when it starts', async () => {
    const speaker = speakerNamed('Ada Brown');
    const command: Command = { id: newId(), at: speaker.createdAt, type: 'createSpeaker', speaker, annotationId: null };
    await storage.session.set({ [`outbox:000000000000001:000000:${command.id}`]: command });
    wake();
    await vi.waitFor(async () => expect(await db.speakers.toArray()).toEqual([speaker]));
    await vi.waitFor(async () => expect(await storage.session.get(null)).toEqual({}));
  });

  it('carries out what is put into the outbox, even when no message comes', async () => {
    wake();
    await hasStarted();
    const speaker = speakerNamed('Ada Brown');
    const command: Command = { id: newId(), at: speaker.createdAt, type: 'createSpeaker', speaker, annotationId: null };
    await storage.session.set({ [`outbox:000000000000001:000000:${command.id}`]: command });
    await vi.waitFor(async () => expect(await db.speakers.toArray()).toEqual([speaker]));
  });

  it('says when all that waited is carried out', async () => {
    wake();
    await hasStarted();
    const speaker = speakerNamed('Ada Brown');
    const command: Command = { id: newId(), at: speaker.createdAt, type: 'createSpeaker', speaker, annotationId: null };
    await storage.session.set({ [`outbox:000000000000001:000000:${command.id}`]: command });
    expect(await ask({ to: 'background', type: 'drain' })).toEqual({ ok: true, value: null });
    expect(await db.speakers.toArray()).toEqual([speaker]);
    expect(await ask({ to: 'background', type: 'drain' }, page)).toMatchObject({ ok: false });
  });

  it('clears away old records when it starts, at most once a day', async () => {
    const old = () => db.receipts.add({ id: newId(), at: '2020-01-01T00:00:00.000Z' });
    await old();
    wake();
    await vi.waitFor(async () => expect(await db.receipts.count()).toBe(0));
    await vi.waitFor(async () => expect(await storage.local.get('purgedAt')).toEqual({ purgedAt: expect.any(Number) }));
    await old();
    wake();
    await ask({ to: 'background', type: 'identify', url: KEY, claimedUrls: NO_CLAIMS });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await db.receipts.count()).toBe(1);
    await storage.local.set({ purgedAt: Date.now() - 25 * 60 * 60 * 1000 });
    wake();
    await vi.waitFor(async () => expect(await db.receipts.count()).toBe(0));
  });
});

describe('the page that tells what to do first', () => {
  const opened = () => vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const installed = (details: object) =>
    (runtime.onInstalled.trigger as (...args: unknown[]) => Promise<unknown>)(details);

  it('opens when the extension is installed', async () => {
    wake();
    const create = opened();
    await installed({ reason: 'install' });
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: '/welcome.html' });
    create.mockRestore();
  });

  it.each([
    { reason: 'update', previousVersion: '0.1.0' },
    { reason: 'chrome_update' },
    { reason: 'install', temporary: true },
  ])('does not open for %o', async (details) => {
    wake();
    const create = opened();
    await installed(details);
    expect(create).not.toHaveBeenCalled();
    create.mockRestore();
  });
});

describe('identifying a page', () => {
  const identify = async (url: string, canonical: string | null = null) =>
    receive(
      BackgroundReply.identify,
      await ask({ to: 'background', type: 'identify', url, claimedUrls: { ...NO_CLAIMS, canonical } }),
    );
  const found = (articleKey: string) => ({ ok: true, value: { articleKey } });

  it('goes by its own address', async () => {
    wake();
    expect(await identify('http://Paper.example/a/?utm_source=x#top')).toEqual(found('https://paper.example/a'));
  });

  it('finds the article that it is believed to be', async () => {
    wake();
    await ask(write(annotateWith(await captureOf(), 'It cost')));
    expect(await identify('https://m.paper.example/4711', KEY)).toEqual(found(KEY));
    expect(await identify('https://elsewhere.example/4711', KEY)).toEqual(found('https://elsewhere.example/4711'));
  });

  it('finds the article by an alias that was stored with it', async () => {
    wake();
    const amp = 'https://paper.example/amp/harbour-bridge-opens-4711';
    const capture = await captureOf();
    await ask(write(annotateWith({ ...capture, claimedUrls: { ...NO_CLAIMS, amp } }, 'It cost')));
    expect(await identify(amp)).toEqual(found(KEY));
  });

  it('says that a page has no address to keep it under', async () => {
    wake();
    expect(await identify('about:blank')).toMatchObject({ ok: false, failure: { code: 'no-address' } });
  });
});
