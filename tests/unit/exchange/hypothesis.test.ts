import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { ArticleExport } from '@/lib/exchange/article-export';
import { writeHypothesis } from '@/lib/exchange/hypothesis';
import { fromHypothesisId, toHypothesisId } from '@/lib/exchange/hypothesis-id';
import { type HypothesisOptions, readHypothesis } from '@/lib/exchange/import-hypothesis';
import { each, generatedExports, SPEAKER, sampleExport, textOf } from './article-exports';

const OPTIONS: HypothesisOptions = {
  keyOf: async (url) => (url.startsWith('http') ? (url.split('?')[0] ?? '') : null),
  untagged: null,
};
const written = (...parts: ArticleExport[]) => textOf(writeHypothesis(each(parts)));
const read = (text: string, options = OPTIONS) => Array.fromAsync(readHypothesis(new Blob([text]), options));
const readRows = (rows: readonly object[], options = OPTIONS) =>
  read(JSON.stringify({ total: rows.length, rows }), options);

const ROW = {
  id: 'kVvtYBP6EeyNWd9s1vSZOg',
  created: '2026-11-04T19:46:09.334539+00:00',
  updated: '2026-11-05T19:46:09.334539+00:00',
  user: 'acct:someone@hypothes.is',
  uri: 'https://paper.example/news/1?x=1',
  text: 'A note.',
  tags: ['bridge', 'Quote', 'speaker:Ada Brown'],
  document: { title: ['The bridge'] },
  target: [
    {
      source: 'https://paper.example/news/1',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]' },
        { type: 'TextQuoteSelector', exact: 'We built it', prefix: '“', suffix: ',”' },
      ],
    },
  ],
};

describe('a Hypothesis id', () => {
  it('is the bytes of a UUID, there and back', () => {
    const id = '915bed60-13fa-11ec-8d59-df6cd6f4993a';
    expect(toHypothesisId(id)).toBe(ROW.id);
    expect(fromHypothesisId(ROW.id)).toBe(id);
    expect(fromHypothesisId('short')).toBeNull();
  });
});

describe('the Hypothesis export', () => {
  it('has a row for each annotation, with its words and no position', async () => {
    const { total, rows } = JSON.parse(await written(await sampleExport()));
    expect(total).toBe(rows.length);
    expect(rows[0]).toMatchObject({
      text: 'check the date',
      tags: ['quote', 'speaker:Ada Brown', `speaker-id:${SPEAKER.id}`, 'quote-type:direct', 'bridge'],
      document: { title: ['Harbour bridge opens'] },
    });
    expect(rows[0].target.map(({ selector }: { selector: { exact: string }[] }) => selector[0]?.exact)).toEqual([
      'We built it,',
      'in two years.',
    ]);
    expect(JSON.stringify(rows)).not.toContain('TextPositionSelector');
  });
});

describe('reading Hypothesis', () => {
  it('makes an article, a speaker and an annotation of a row', async () => {
    const [article, speaker, annotation, ...others] = await readRows([ROW]);
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      type: 'article',
      onlyIfNew: true,
      article: { key: 'https://paper.example/news/1', title: 'The bridge' },
      snapshots: [],
    });
    expect(speaker).toMatchObject({ type: 'speaker', onlyIfNew: true, speaker: { name: 'Ada Brown' } });
    expect(annotation).toMatchObject({
      onlyIfNew: true,
      annotation: {
        id: fromHypothesisId(ROW.id),
        kind: 'quote',
        segments: [{ scope: 'page', quote: { exact: 'We built it', prefix: '“', suffix: ',”' } }],
        attribution: { speakerId: speaker?.type === 'speaker' ? speaker.speaker.id : '' },
        tags: ['bridge'],
        note: 'A note.',
        creator: 'acct:someone@hypothes.is',
        createdAt: '2026-11-04T19:46:09.334Z',
      },
    });
  });

  it('tells an article and a speaker once, by the same ids each time', async () => {
    const other = { ...ROW, id: 'kVvtYBP6EeyNWd9s1vSZOw', tags: ['claim', 'speaker:Ada Brown'] };
    const incoming = await readRows([ROW, other]);
    expect(incoming.map(({ type }) => type)).toEqual(['article', 'speaker', 'annotation', 'annotation']);
    expect(await readRows([ROW, other])).toEqual(incoming);
  });

  const speakersIn = async (rows: readonly object[]) =>
    (await readRows(rows)).flatMap((one) => (one.type === 'speaker' ? one.speaker : []));

  it('takes those of one name in two articles for two', async () => {
    const elsewhere = { ...ROW, id: 'kVvtYBP6EeyNWd9s1vSZOw', uri: 'https://other.example/2' };
    const speakers = await speakersIn([ROW, elsewhere]);
    expect(speakers.map(({ name }) => name)).toEqual(['Ada Brown', 'Ada Brown']);
    expect(new Set(speakers.map(({ id }) => id)).size).toBe(2);
  });

  it('tells namesakes of one article apart by the ids that we write', async () => {
    const ids = [SPEAKER.id, '00000000-0000-4000-8000-000000000077'];
    const rows = ids.map((id, i) => ({
      ...ROW,
      id: `kVvtYBP6EeyNWd9s1vSZ${i}g`,
      tags: ['quote', 'speaker:Ada Brown', `speaker-id:${id}`],
    }));
    expect((await speakersIn(rows)).map(({ id }) => id)).toEqual(ids);
    const [speaker] = await speakersIn([{ ...ROW, tags: ['quote', 'speaker:Ada Brown', 'speaker-id:me'] }]);
    expect(speaker?.id).toMatch(/-8...-a...-/);
  });

  it.each([
    ['a note about a page', { target: [{ source: 'x' }] }, 'no-passage'],
    ['an answer', { references: ['x'] }, 'no-passage'],
    ['what no tag calls anything', { tags: ['bridge'] }, 'no-kind'],
    ['what stands on no page', { uri: 'urn:x-pdf:1' }, 'wrong-address'],
    ['what has another id', { id: '1' }, 'wrong-shape'],
    ['what has no time', { created: 'yesterday' }, 'wrong-shape'],
    ['what lacks something', { uri: 5 }, 'wrong-shape'],
  ])('rejects %s', async (_, changes, reason) => {
    expect(await readRows([{ ...ROW, ...changes }])).toMatchObject([
      { type: 'rejected', reason, place: { path: 'rows[0]' } },
    ]);
  });

  it('takes what no tag calls anything for what it is told', async () => {
    const incoming = await readRows([{ ...ROW, tags: [] }], { ...OPTIONS, untagged: 'claim' });
    expect(incoming.at(-1)).toMatchObject({ annotation: { kind: 'claim', claim: { status: 'unchecked' } } });
  });

  it('takes the rows alone, too', async () => {
    expect((await read(JSON.stringify([ROW]))).map(({ type }) => type)).toEqual(['article', 'speaker', 'annotation']);
  });

  it('gives back of our own export what it carries', async () => {
    const parts = await generatedExports(60, 9);
    const incoming = await read(await written(await sampleExport(), ...parts), {
      ...OPTIONS,
      keyOf: async (url) => url,
    });
    expect(incoming.filter(({ type }) => type === 'rejected')).toEqual([]);
    const annotations = incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation : []));
    const before = [await sampleExport(), ...parts].flatMap((part) => part.annotations);
    const carried = before.map(({ id, kind, quoteType, note, createdAt, updatedAt, claim, segments }) => ({
      id,
      kind,
      quoteType,
      note,
      createdAt,
      updatedAt,
      claim: claim && { status: claim.status },
      segments: segments.map(({ quote }) => ({ quote })),
    }));
    expect(annotations).toMatchObject(carried);
    expect(annotations.length).toBeGreaterThan(20);
    const speakers = incoming.flatMap((one) => (one.type === 'speaker' ? one.speaker.name : []));
    expect(speakers).toContain(SPEAKER.name);
    const said = (all: readonly Annotation[]) => all.map(({ attribution }) => attribution.speakerId);
    expect(said(annotations)).toEqual(said(before));
    expect(annotations.map(({ tags }) => tags)).toEqual(before.map(({ tags }) => tags));
  });
});
