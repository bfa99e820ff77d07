import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { PageReading } from '@/lib/messaging';
import type { PageCall } from '@/lib/page-calls';
import { writeSettings } from '@/lib/settings';
import { openDatabase } from '@/lib/store/database';
import { captureOf, KEY, NO_CLAIMS, passage, speakerNamed } from './store/samples';

const db = openDatabase();
const { runtime, storage, tabs } = fakeBrowser;
/** What a page script says when it has painted: the types of the fake know of no answers. */
const ANSWER = { ok: true, value: [] } as never;
const page = { id: runtime.id, url: KEY, tab: { id: 7 }, frameId: 0 };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(tabs, 'sendMessage').mockResolvedValue(ANSWER);
  background.main();
});
afterEach(async () => {
  await vi.waitFor(async () => expect(await storage.local.get(null)).toHaveProperty('purgedAt'));
  await Promise.all(db.tables.map((table) => table.clear()));
  vi.restoreAllMocks();
});

async function call(message: unknown, sender: object = page): Promise<unknown> {
  const answer = Promise.withResolvers<unknown>();
  const results = await runtime.onMessage.trigger(message, sender, answer.resolve);
  return results.some((result: unknown) => result === true) ? answer.promise : undefined;
}

async function tagCall(exact: string, change: Partial<Extract<PageCall, { type: 'tag' }>> = {}) {
  const capture = await captureOf();
  const { text, html, blocks, asides, metadata, extractor } = capture.snapshot;
  const { snapshot: _, ...described } = passage(capture, exact) as DescribedPassage & { snapshot: string };
  const reading: PageReading = {
    url: `${KEY}?utm_source=x`,
    metadata,
    claimedUrls: NO_CLAIMS,
    isArticle: true,
    extent: 'whole',
    text,
    html,
    blocks,
    asides,
    extractor,
    selection: null,
  };
  const fixed = { to: 'background', from: 'page', type: 'tag' } as const;
  return { ...fixed, kind: 'quote' as const, passage: described, speakerId: null, reading, ...change };
}

describe('a call from a page', () => {
  it('tags a passage of that page and paints it there', async () => {
    expect(await call(await tagCall('in two years.'))).toEqual({ ok: true, value: 'tagged' });
    const [annotation] = await db.annotations.toArray();
    expect(annotation).toMatchObject({ articleKey: KEY, kind: 'quote', quoteType: 'direct', creator: null });
    await vi.waitFor(() =>
      expect(tabs.sendMessage).toHaveBeenCalledWith(
        7,
        expect.objectContaining({ type: 'anchor', annotations: [expect.objectContaining({ id: annotation?.id })] }),
        { frameId: 0 },
      ),
    );
  });

  it('tags no passage twice, but names the speaker of one that is known', async () => {
    const ada = speakerNamed('Ada Brown');
    await db.speakers.add(ada);
    await call(await tagCall('in two years.'));
    expect(await call(await tagCall('in two years.'))).toEqual({ ok: true, value: 'known' });
    expect(await call(await tagCall('in two years.', { speakerId: ada.id }))).toEqual({ ok: true, value: 'named' });
    expect(await db.annotations.toArray()).toMatchObject([{ attribution: { speakerId: ada.id } }]);
  });

  it('bears the name of whoever annotates', async () => {
    await writeSettings(storage.local, { annotator: 'M. Keller' });
    await call(await tagCall('in two years.'));
    expect(await db.annotations.toArray()).toMatchObject([{ creator: 'M. Keller' }]);
  });

  it('is refused when it speaks for another site, or for a text that does not read so', async () => {
    const elsewhere = await tagCall('in two years.');
    elsewhere.reading.url = 'https://other.example/news';
    expect(await call(elsewhere)).toMatchObject({ ok: false, failure: { code: 'invalid-message' } });
    const wrong = await tagCall('in two years.');
    wrong.passage = { ...wrong.passage, quote: { ...wrong.passage.quote, exact: 'in ten years.' } };
    expect(await call(wrong)).toMatchObject({ ok: false, failure: { code: 'invalid-record' } });
    expect(await call({ to: 'background', from: 'page', type: 'tag', kind: 'quote' })).toMatchObject({ ok: false });
    expect(await db.annotations.count()).toBe(0);
  });

  it('is refused from a frame, from another extension and from no tab', async () => {
    const message = await tagCall('in two years.');
    for (const sender of [
      { ...page, frameId: 3 },
      { ...page, id: 'another' },
      { ...page, tab: undefined },
    ]) {
      expect(await call(message, sender)).toMatchObject({ ok: false, failure: { code: 'invalid-message' } });
    }
    expect(await db.annotations.count()).toBe(0);
  });

  it('writes nothing but tags', async () => {
    const command = { type: 'deleteAnnotation', id: crypto.randomUUID(), at: new Date().toISOString() };
    for (const from of [{}, { from: 'page' }]) {
      expect(await call({ to: 'background', ...from, type: 'write', command })).toMatchObject({ ok: false });
    }
  });
});

describe('a page that shows another article now', () => {
  const moved = (url: string) => ({ to: 'background', from: 'page', type: 'moved', url, claimedUrls: NO_CLAIMS });
  const painted = () =>
    vi
      .mocked(tabs.sendMessage)
      .mock.calls.map(([id, request]) => [id, (request as { annotations: unknown[] }).annotations.length]);

  it('is painted with what is stored of that one, and followed for it from then on', async () => {
    await call(await tagCall('in two years.'), { ...page, tab: { id: 8 } });
    await vi.waitFor(() => expect(painted()).toEqual([[8, 1]]));
    vi.mocked(tabs.sendMessage).mockClear();
    expect(await call(moved(`${KEY}?other=1`))).toEqual({ ok: true, value: null });
    expect(painted()).toEqual([[7, 0]]);
    vi.mocked(tabs.sendMessage).mockClear();
    // Two moves at once: the tab is followed for the last.
    await Promise.all([call(moved(`${KEY}?other=1`)), call(moved(KEY))]);
    expect(painted().findLast(([id]) => id === 7)).toEqual([7, 1]);
  });

  it('is refused when it speaks for another site, or of no address', async () => {
    for (const url of ['https://other.example/news', 'nowhere']) {
      expect(await call(moved(url))).toMatchObject({ ok: false, failure: { code: 'invalid-message' } });
    }
    expect(tabs.sendMessage).not.toHaveBeenCalled();
  });
});

describe('a page of a site that is trusted', () => {
  const visit = (url = KEY) => call({ to: 'background', from: 'page', type: 'visit', url, claimedUrls: NO_CLAIMS });
  const badge = () => fakeBrowser.action.getBadgeText({ tabId: 7 });
  const executeScript = vi.fn();
  const insertCSS = vi.fn();
  beforeEach(async () => {
    executeScript.mockReset().mockResolvedValue([{ result: 'text/html' }]);
    insertCSS.mockReset().mockResolvedValue(undefined);
    Object.assign(fakeBrowser.scripting, { executeScript, insertCSS });
    await fakeBrowser.action.setBadgeText({ tabId: 7, text: '' });
  });

  it('is left alone while nothing is tagged there', async () => {
    await call(await tagCall('in two years.'), { ...page, tab: { id: 8 } });
    await vi.waitFor(() => expect(tabs.sendMessage).toHaveBeenCalled());
    vi.mocked(tabs.sendMessage).mockClear();
    expect(await visit(`${KEY}?other=1`)).toEqual({ ok: true, value: null });
    expect(executeScript).not.toHaveBeenCalled();
    expect(await badge()).toBe('');
  });

  it('loses count and paint of the article that the tab has shown before', async () => {
    await call(await tagCall('in two years.'));
    await vi.waitFor(async () => expect(await badge()).toBe('1'));
    // Only the waiting script hears what is sent, and answers nothing.
    vi.mocked(tabs.sendMessage).mockResolvedValue(undefined);
    await visit(`${KEY}?other=1`);
    expect(await badge()).toBe('');
    expect(await storage.session.get('articleTabs')).toEqual({ articleTabs: {} });
    vi.mocked(tabs.sendMessage).mockClear();
    await call(await tagCall('It cost'), { ...page, tab: { id: 8 } });
    await vi.waitFor(() => expect(tabs.sendMessage).toHaveBeenCalled());
    expect(vi.mocked(tabs.sendMessage).mock.calls.map(([id]) => id)).toEqual([8]);
    expect(await badge()).toBe('');
  });

  it('waits for no other tab, though that is frozen and shows the same article', async () => {
    await call(await tagCall('in two years.'), { ...page, tab: { id: 8 } });
    await vi.waitFor(() => expect(tabs.sendMessage).toHaveBeenCalled());
    vi.mocked(tabs.sendMessage).mockImplementation((id) =>
      id === 8 ? new Promise(() => undefined) : Promise.resolve(ANSWER),
    );
    const frozen = { ...page, tab: { id: 8 } };
    void call({ to: 'background', from: 'page', type: 'moved', url: KEY, claimedUrls: NO_CLAIMS }, frozen);
    expect(await visit()).toEqual({ ok: true, value: null });
    expect(await badge()).toBe('1');
  });

  it('is brought the page script, painted and counted where something is', async () => {
    await call(await tagCall('in two years.'), { ...page, tab: { id: 8 } });
    expect(await visit()).toEqual({ ok: true, value: null });
    expect(executeScript).toHaveBeenLastCalledWith({ target: { tabId: 7 }, files: ['/page.js'] });
    expect(insertCSS).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/assets/highlights.css'] });
    expect(tabs.sendMessage).toHaveBeenCalledWith(
      7,
      expect.objectContaining({ type: 'anchor', annotations: [expect.anything()] }),
      { frameId: 0 },
    );
    await vi.waitFor(async () => expect(await badge()).toBe('1'));
    const [annotation] = await db.annotations.toArray();
    const deletion = { id: crypto.randomUUID(), at: new Date().toISOString(), annotationId: annotation?.id };
    await call(
      { to: 'background', type: 'write', command: { ...deletion, type: 'deleteAnnotation' } },
      { id: runtime.id, url: runtime.getURL('/popup.html') },
    );
    await vi.waitFor(async () => expect(await badge()).toBe(''));
  });

  it('is refused when it speaks for another site, and told when no script may run there any more', async () => {
    await call(await tagCall('in two years.'), { ...page, tab: { id: 8 } });
    expect(await visit('https://other.example/news')).toMatchObject({ failure: { code: 'invalid-message' } });
    executeScript.mockRejectedValue(new Error('Missing host permission for the tab'));
    expect(await visit()).toMatchObject({ failure: { code: 'forbidden-page' } });
    expect(await badge()).toBe('');
  });
});

describe('a page on which something tagged was clicked', () => {
  const bring = () => call({ to: 'background', from: 'page', type: 'card' });

  it('is brought the script of the card, in its own tab', async () => {
    const executeScript = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(vi.fn());
    expect(await bring()).toEqual({ ok: true, value: null });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ['/card.js'] });
  });

  it('is told when it may not be brought', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(
      new Error('Cannot access contents of the page.'),
    );
    expect(await bring()).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });
});

describe('what the bar in the page offers', () => {
  const offer = () => call({ to: 'background', from: 'page', type: 'offer' });

  it('is the keys, and the three speakers who were named last', async () => {
    const names = ['Ada Brown', 'Ben Cole', 'Cleo Dent', 'Dan East'];
    await db.speakers.bulkAdd(
      names.map((name, i) => ({ ...speakerNamed(name), updatedAt: `2026-11-2${i}T00:00:00.000Z` })),
    );
    expect(await offer()).toMatchObject({
      ok: true,
      value: {
        keys: { quote: 'q', claim: 'c', speaker: 's' },
        speakers: [{ name: 'Dan East' }, { name: 'Cleo Dent' }, { name: 'Ben Cole' }],
      },
    });
  });

  it('is nothing when it is switched off', async () => {
    await writeSettings(storage.local, { toolbar: { isOn: false, keys: { quote: 'q', claim: 'c', speaker: 's' } } });
    expect(await offer()).toEqual({ ok: true, value: null });
  });
});
