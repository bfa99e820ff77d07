import { describe, expect, it } from 'vitest';
import { readOnRecordJson } from '@/lib/exchange/import-json';
import { sampleExport } from './article-exports';

const read = (value: unknown) => Array.fromAsync(readOnRecordJson(new Blob([JSON.stringify(value)])));

describe('reading On Record JSON', () => {
  it('gives articles and speakers before the annotations that name them, in whatever order they stand', async () => {
    const { articles, speakers, annotations, ...head } = await sampleExport();
    const types = ['article', 'speaker', 'annotation', 'annotation', 'annotation'];
    for (const file of [
      { ...head, articles, speakers, annotations },
      { annotations, speakers, articles, ...head },
      { ...head, speakers, annotations, articles },
    ]) {
      const incoming = await read(file);
      expect(incoming.map(({ type }) => type).sort()).toEqual([...types].sort());
      expect(incoming.slice(-3).map(({ type }) => type)).toEqual(['annotation', 'annotation', 'annotation']);
    }
  });

  it('refuses a newer version, and what is no version', async () => {
    const valid = await sampleExport();
    await expect(read({ ...valid, version: 2 })).rejects.toMatchObject({ code: 'newer-version' });
    await expect(read({ ...valid, version: 0 })).rejects.toMatchObject({ code: 'unknown-format' });
    await expect(read({ ...valid, version: '1' })).rejects.toMatchObject({ code: 'unknown-format' });
    await expect(read({ ...valid, format: 'other' })).rejects.toMatchObject({ code: 'unknown-format' });
  });

  it('completes what older files do not have', async () => {
    const valid = structuredClone(await sampleExport());
    for (const annotation of valid.annotations) Reflect.deleteProperty(annotation, 'placements');
    for (const article of valid.articles) Reflect.deleteProperty(article, 'sources');
    const incoming = await read(valid);
    expect(incoming.filter(({ type }) => type === 'rejected')).toEqual([]);
    expect(incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation.placements : []))).toEqual([]);
  });

  it('rejects each broken record for itself, and reads on', async () => {
    const valid = await sampleExport();
    const annotations = [{ ...valid.annotations[0], kind: 'opinion' }, 7, ...valid.annotations];
    const incoming = await read({ ...valid, annotations });
    expect(incoming.filter(({ type }) => type === 'rejected')).toMatchObject([
      { reason: 'wrong-shape', place: { path: 'annotations[0]' }, detail: expect.stringContaining('kind') },
      { reason: 'wrong-shape', place: { path: 'annotations[1]' } },
    ]);
    expect(incoming.filter(({ type }) => type === 'annotation')).toHaveLength(3);
  });
});
