import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { ArticleMetadata } from '@/lib/annotations/article';
import { newId } from '@/lib/annotations/ids';
import { apply } from '@/lib/store/apply';
import { annotateWith, at, captureOf, KEY, speakerNamed, TEXT } from './samples';
import { base, refusal, StoreInTest } from './store-in-test';

const store = new StoreInTest();

describe('a command', () => {
  it('that comes twice is carried out once', async () => {
    const annotation = await store.tagged();
    const note = { ...base(5), type: 'updateAnnotation', annotationId: annotation.id, capture: null } as const;
    const first = { ...note, patch: { note: 'first' } };
    await store.run(first);
    await store.run({ ...note, id: newId(), patch: { note: 'second' } });
    await store.run(first);
    expect((await store.db.annotations.get(annotation.id))?.note).toBe('second');
  });

  it('that is refused leaves no receipt, so that it can be tried again', async () => {
    const speaker = speakerNamed('Ada Brown');
    const annotation = annotateWith(store.capture, 'We built it,');
    const name = { ...base(), type: 'createSpeaker', speaker, annotationId: annotation.annotation.id } as const;
    await store.expectRefused(name, 'passage-deleted');
    await store.run(annotation);
    await store.run(name);
    expect((await store.db.annotations.get(annotation.annotation.id))?.attribution.speakerId).toBe(speaker.id);
  });

  it('twice at the same time is carried out once', async () => {
    const command = annotateWith(store.capture, 'We built it,');
    await Promise.all([store.run(command), store.run(command), store.run(command)]);
    expect(await store.db.annotations.count()).toBe(1);
  });
});

it('stores of an article and its wording what its lines add to what the page says of itself', async () => {
  const completeMetadata = (metadata: ArticleMetadata) => ({ ...metadata, authors: ['Ada Brook', 'Cem Dal'] });
  await apply(store.db, annotateWith(store.capture, 'It cost'), { believedAliases: () => [], completeMetadata });
  const [article] = await store.db.articles.toArray();
  const [snapshot] = await store.db.snapshots.toArray();
  expect(article?.authors).toEqual(['Ada Brook', 'Cem Dal']);
  expect(snapshot?.metadata.authors).toEqual(['Ada Brook', 'Cem Dal']);
});

describe('an alias', () => {
  const url = 'https://paper.example/amp/harbour-bridge-opens-4711';
  const believing = { believedAliases: () => [{ url, source: 'amp' as const }] };

  it('is stored when it is believed, with the address it was claimed at', async () => {
    const asked: unknown[] = [];
    const believedAliases = (...args: unknown[]) => {
      asked.push(args);
      return [{ url, source: 'amp' as const }];
    };
    await apply(store.db, annotateWith(store.capture, 'It cost'), { believedAliases });
    expect(asked).toEqual([[store.capture.article.url, store.capture.claimedUrls]]);
    expect(await store.db.aliases.toArray()).toEqual([{ url, articleKey: KEY, source: 'amp', createdAt: at(3) }]);
  });

  it('is not taken from another article', async () => {
    await apply(store.db, annotateWith(store.capture, 'It cost'), believing);
    const other = await captureOf(TEXT, { key: `${KEY}-2` });
    await apply(store.db, annotateWith(other, 'It cost'), believing);
    expect((await store.db.aliases.toArray()).map(({ articleKey }) => articleKey)).toEqual([KEY]);
  });

  it('is not made of the address of another article, nor of its own', async () => {
    await store.run(annotateWith(await captureOf(TEXT, { key: url }), 'It cost'));
    await apply(store.db, annotateWith(store.capture, 'It cost'), {
      believedAliases: () => [
        { url, source: 'canonical' },
        { url: KEY, source: 'og' },
      ],
    });
    expect(await store.db.aliases.count()).toBe(0);
  });
});

describe('a failure of the database', () => {
  const failing = (error: Error) => ({
    believedAliases: () => {
      throw error;
    },
  });

  it.each([
    ['a full disk', new DOMException('full', 'QuotaExceededError'), 'quota-exceeded', /no room/],
    [
      'a wrapped full disk',
      new Dexie.AbortError('aborted', new DOMException('', 'QuotaExceededError')),
      'quota-exceeded',
      /no room/,
    ],
    ['a closed database', new Dexie.DatabaseClosedError(), 'storage-blocked', /can not be opened/],
    ['anything else', new Error('strange'), 'storage-failed', /strange/],
  ])('by %s is told by its code, and nothing is half done', async (_, error, code, words) => {
    await expect(apply(store.db, annotateWith(store.capture, 'It cost'), failing(error))).rejects.toEqual(
      refusal(code, words),
    );
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });

  it('that is closed for good is told as blocked', async () => {
    store.db.close({ disableAutoOpen: true });
    await expect(store.run(annotateWith(store.capture, 'It cost'))).rejects.toEqual(refusal('storage-blocked'));
  });
});
