import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background';
import type { Kind } from '@/lib/annotations/annotation';
import { newId } from '@/lib/annotations/ids';
import { apply } from '@/lib/store/apply';
import { openDatabase } from '@/lib/store/database';
import { annotateWith, captureOf, KEY, NO_CLAIMS, passage, speakerNamed } from './store/samples';

const db = openDatabase();
const { runtime, storage, tabs } = fakeBrowser;
const page = { id: runtime.id, url: KEY, tab: { id: 7 }, frameId: 0 };
const place = { url: `${KEY}#top`, claimedUrls: NO_CLAIMS };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(tabs, 'sendMessage').mockResolvedValue(undefined);
  background.main();
});
afterEach(async () => {
  await vi.waitFor(async () => expect(await storage.local.get(null)).toHaveProperty('purgedAt'));
  await Promise.all(db.tables.map((table) => table.clear()));
  vi.restoreAllMocks();
});

async function call(asked: Record<string, unknown>, sender: object = page): Promise<unknown> {
  const reply = Promise.withResolvers<unknown>();
  const message = { to: 'background', from: 'card', place, command: newId(), ...asked };
  await runtime.onMessage.trigger(message, sender, reply.resolve);
  return reply.promise;
}

/** A passage of the page as the page script reads it. */
async function selected(exact: string) {
  const capture = await captureOf();
  const { text, html, blocks, asides, metadata, extractor } = capture.snapshot;
  const { snapshot: _, ...described } = passage(capture, exact) as Extract<
    ReturnType<typeof passage>,
    { scope: 'article' }
  >;
  const page = { url: KEY, metadata, claimedUrls: NO_CLAIMS, isArticle: true, extent: 'whole', selection: null };
  return { passage: described, reading: { ...page, text, html, blocks, asides, extractor } };
}

/** Stores a quote, or another passage, in the article of the page or in another one. */
async function stored(key = KEY, kind: Kind = 'quote') {
  const command = annotateWith(await captureOf(undefined, { key }), 'We built it,', { kind });
  await apply(db, command, { believedAliases: () => [] });
  return command.annotation;
}

const answer = (value: unknown) => ({ ok: true, value });
const refusal = (code: string) => ({ ok: false, failure: { code } });

describe('the card', () => {
  it('sees passages of the article that it stands on, and no others', async () => {
    const own = await stored();
    const other = await stored('https://paper.example/news/another');
    const reply = await call({ type: 'look', ids: [own.id, other.id, newId()] });
    expect(reply).toMatchObject(answer({ theme: 'system', passages: [{ id: own.id, words: 'We built it,' }] }));
    expect(JSON.stringify(reply)).not.toContain(other.id);
  });

  it('gets a citation that leads to the words', async () => {
    const own = await stored();
    const ada = speakerNamed('Ada Brown');
    await call({ type: 'attribute', id: own.id, speaker: { id: ada.id, name: ada.name } });
    expect(await call({ type: 'look', ids: [own.id] })).toMatchObject(
      answer({
        passages: [
          {
            citation: {
              text: expect.stringMatching(/^“We built it,” — Ada Brown \(The Paper, .*#:~:text=We%20built%20it%2C$/),
            },
          },
        ],
      }),
    );
  });

  it('edits what it shows, and answers with what is stored then', async () => {
    const { id } = await stored();
    const patch = { note: 'On the quay.', quoteType: 'mixed' };
    expect(await call({ type: 'edit', id, patch })).toMatchObject(answer(patch));
    expect(await db.annotations.get(id)).toMatchObject(patch);
    expect(await call({ type: 'edit', id, patch: { claimStatus: 'false' } })).toMatchObject(refusal('invalid-record'));
  });

  it('has the page painted after a delete, and not for a note, which shows on no page', async () => {
    const own = await stored();
    await storage.session.set({ articleTabs: { 7: KEY } });
    const painted = () =>
      vi
        .mocked(tabs.sendMessage)
        .mock.calls.flatMap(([, request]) => (Reflect.get(Object(request), 'type') === 'anchor' ? [request] : []));
    await call({ type: 'edit', id: own.id, patch: { note: 'Ask again.' } });
    await call({ type: 'delete', id: own.id });
    // What is painted last is what is left: nothing.
    await vi.waitFor(() => expect(painted().at(-1)).toMatchObject({ annotations: [] }));
    expect(painted()).toHaveLength(1);
  });

  it('deletes and brings back', async () => {
    const { id } = await stored();
    expect(await call({ type: 'delete', id })).toEqual(answer(null));
    expect(await call({ type: 'look', ids: [id] })).toMatchObject(answer({ passages: [] }));
    expect(await call({ type: 'restore', id })).toMatchObject(answer({ id }));
  });

  it('names a speaker who is known, or makes one, once however often it asks', async () => {
    const { id } = await stored();
    const ada = speakerNamed('Ada Brown');
    await db.speakers.add(ada);
    expect(await call({ type: 'speakers', typed: 'bro' })).toMatchObject(answer([{ id: ada.id, name: 'Ada Brown' }]));
    expect(await call({ type: 'speakers', typed: 'row' })).toEqual(answer([]));
    const known = { id: ada.id, name: null };
    expect(await call({ type: 'attribute', id, speaker: known })).toMatchObject(
      answer({ speaker: { name: 'Ada Brown' } }),
    );
    const asked = { type: 'attribute', id, speaker: { id: newId(), name: 'Ben Cole' }, command: newId() };
    await call(asked);
    expect(await call(asked)).toMatchObject(answer({ speaker: { name: 'Ben Cole' } }));
    expect(await db.speakers.count()).toBe(2);
  });

  it('records the words that say they said it, and takes them back', async () => {
    const { id } = await stored();
    const cue = await selected('mayor Ada Brown said');
    expect(await call({ type: 'cue', id, selected: cue })).toMatchObject(answer({ cue: 'mayor Ada Brown said' }));
    expect(await db.annotations.get(id)).toMatchObject({
      attribution: { cue: { quote: { exact: 'mayor Ada Brown said' }, snapshot: expect.any(String) } },
    });
    expect(await call({ type: 'cue', id, selected: null })).toMatchObject(answer({ cue: null }));
    expect(await db.annotations.get(id)).toMatchObject({ attribution: { cue: null } });
  });

  it('links a claim to the quote that it stands in, in the same article, and keeps its other links', async () => {
    const quote = await stored();
    const claim = await stored(KEY, 'claim');
    const same = { rel: 'same-claim', target: newId() } as const;
    await db.annotations.update(claim.id, { links: [same] });
    const link = (id: string, target: string | null) => call({ type: 'link', id, quote: target });
    expect(await link(claim.id, quote.id)).toMatchObject(answer({ inQuote: 'We built it,' }));
    expect(await db.annotations.get(claim.id)).toMatchObject({
      links: [same, { rel: 'claim-in-quote', target: quote.id }],
    });
    const other = await stored('https://paper.example/news/another');
    expect(await link(claim.id, other.id)).toMatchObject(refusal('passage-gone'));
    expect(await link(quote.id, quote.id)).toMatchObject(refusal('invalid-record'));
    expect(await link(claim.id, claim.id)).toMatchObject(refusal('invalid-record'));
    await call({ type: 'delete', id: quote.id });
    expect(await call({ type: 'look', ids: [claim.id] })).toMatchObject(answer({ passages: [{ inQuote: null }] }));
    expect(await link(claim.id, null)).toMatchObject(answer({ inQuote: null }));
    expect(await db.annotations.get(claim.id)).toMatchObject({ links: [same] });
  });

  it('adds a passage once, however often it asks', async () => {
    const { id } = await stored();
    const asked = { type: 'addSegment', id, ...(await selected('in two years.')), command: newId() };
    const added = answer({ words: 'We built it, … in two years.' });
    expect(await call(asked)).toMatchObject(added);
    expect(await call(asked)).toMatchObject(added);
    expect(await call({ ...asked, command: newId() })).toMatchObject(refusal('already-part'));
  });

  it.each([
    { type: 'edit', patch: { note: 'x' } },
    { type: 'delete' },
    { type: 'restore' },
    { type: 'attribute', speaker: { id: newId(), name: 'Ben Cole' } },
  ])('can’t $type a passage of another article', async (asked) => {
    const other = await stored('https://paper.example/news/another');
    expect(await call({ ...asked, id: other.id })).toMatchObject(refusal('passage-gone'));
    expect(await db.annotations.get(other.id)).toEqual(other);
    expect(await db.speakers.count()).toBe(0);
  });

  it('is refused when it speaks for another site, from a frame, from no tab or in other words', async () => {
    const { id } = await stored();
    const asked = { type: 'look', ids: [id] };
    for (const [message, sender] of [
      [{ ...asked, place: { ...place, url: 'https://other.example/' } }, page],
      [asked, { ...page, frameId: 1 }],
      [asked, { ...page, tab: undefined }],
      [{ ...asked, ids: id }, page],
      [{ ...asked, from: 'page' }, page],
    ] as const) {
      expect(await call(message, sender)).toMatchObject(refusal('invalid-message'));
    }
  });
});
