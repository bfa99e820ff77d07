import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat, type WriteOptions, writeFile } from '@/lib/exchange/formats';
import { ImportError } from '@/lib/exchange/import-error';
import { type ImportOptions, openImport } from '@/lib/exchange/open-import';
import { pack } from '@/lib/exchange/zip';
import { AT, each, sampleExport } from './article-exports';

const WRITING: WriteOptions = {
  exportedAt: AT,
  only: null,
  otherSpeakers: [],
  reviewer: null,
  onMissing: () => undefined,
};
const OPTIONS: ImportOptions = {
  at: AT,
  keyOf: async (url) => url,
  untagged: null,
  articleWith: async () => 'https://paper.example/x',
  stored: async () => undefined,
};

const two = async () => [
  await sampleExport(),
  await sampleExport({ article: { key: 'https://paper.example/news/harbour-bridge-opens-4712' } }),
];
const written = async (format: ExportFormat) => {
  const file = await writeFile(format, each(await two()), WRITING);
  if (!file) throw new Error('Nothing was written.');
  return file;
};
const textsIn = async (blob: Blob) =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]),
  );

describe('a file of an export', () => {
  it.each([
    ['on-record', 'on-record_2026-11-24.json', 'application/json'],
    ['csv', 'on-record_2026-11-24.csv', 'text/csv'],
    ['markdown', 'on-record_2026-11-24.md.zip', 'application/zip'],
    ['web-annotation', 'on-record_2026-11-24.jsonld', 'application/ld+json'],
    ['schema-org', 'on-record_2026-11-24.schema.jsonld', 'application/ld+json'],
    ['hypothesis', 'on-record_2026-11-24.hypothesis.json', 'application/json'],
    ['brat', 'on-record_2026-11-24.brat.zip', 'application/zip'],
    ['doccano', 'on-record_2026-11-24.jsonl', 'application/jsonl'],
  ] as const)('of %s is %s', async (format, name, type) => {
    const file = await written(format);
    expect([file.name, file.blob.type]).toEqual([name, type]);
    expect(file.blob.size).toBeGreaterThan(100);
  });

  it('is one for each format', () => {
    expect(EXPORT_FORMATS).toHaveLength(8);
  });

  it('of one article is named after it, and is no zip where one file is enough', async () => {
    const only = { key: 'https://paper.example/x', title: 'Harbour bridge opens' };
    const file = await writeFile('markdown', each([await sampleExport()]), { ...WRITING, only });
    expect(file?.name).toBe('on-record_paper.example_harbour-bridge-opens_2026-11-24.md');
    expect(await file?.blob.text()).toContain('# Harbour bridge opens');
  });

  it('of many articles is a zip with a file for each, no two of one name', async () => {
    const texts = await textsIn((await written('markdown')).blob);
    const name = 'on-record_paper.example_harbour-bridge-opens_2026-11-24';
    expect(Object.keys(texts)).toEqual([`${name}.md`, `${name}_2.md`]);
    const brat = await textsIn((await written('brat')).blob);
    expect(Object.keys(brat)).toEqual([
      `${name}.txt`,
      `${name}.ann`,
      `${name}_2.txt`,
      `${name}_2.ann`,
      'annotation.conf',
    ]);
    expect(brat[`${name}.ann`]).toContain('T1\tQuote');
  });

  it('is none when there is nothing to write', async () => {
    expect(await pack(each([]), 'x.zip', 'text/plain')).toBeNull();
    expect(await writeFile('markdown', each([]), WRITING)).toBeNull();
  });

  it('in a zip is whole, however many pieces it comes in', async () => {
    const pieces = ['a', 'b', 'c'].flatMap((name) => ['x', 'é', '🌉'].map((text) => ({ name, text })));
    const file = await pack(each(pieces), 'x.zip', 'text/plain');
    expect(await textsIn(file?.blob ?? new Blob())).toEqual({ a: 'xé🌉', b: 'xé🌉', c: 'xé🌉' });
  });
});

describe('opening a file', () => {
  it.each([
    ['on-record', 'on-record'],
    ['web-annotation', 'web-annotation'],
    ['hypothesis', 'hypothesis'],
    ['brat', 'brat'],
  ] as const)('knows what is written as %s', async (format, expected) => {
    const { name, blob } = await written(format);
    const opened = await openImport([new File([blob], name)], OPTIONS);
    expect(opened).toMatchObject({ formats: new Set([expected]), name });
    expect((await Array.fromAsync(opened.read())).map(({ type }) => type)).toContain('annotation');
  });

  it('takes a text and its annotations side by side, and JSON in a zip', async () => {
    const texts = await textsIn((await written('brat')).blob);
    const files = Object.entries(texts).map(([name, text]) => new File([text], name));
    expect((await openImport(files, OPTIONS)).formats).toEqual(new Set(['brat']));
    const json = new Uint8Array(await (await written('on-record')).blob.arrayBuffer());
    const zip = zipSync({ 'backup.json': json });
    expect((await openImport([new File([zip], 'backup.zip')], OPTIONS)).formats).toEqual(new Set(['on-record']));
  });

  const rows = (id: string) =>
    JSON.stringify([
      {
        id: `kVvtYBP6EeyNWd9s1vSZ${id}g`,
        created: AT,
        updated: AT,
        uri: 'https://paper.example/x',
        tags: ['quote'],
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'We built it' }] }],
      },
    ]);
  const told = async (files: readonly File[]) => {
    const incoming = await Array.fromAsync((await openImport(files, OPTIONS)).read());
    return incoming.flatMap((one) => {
      if (one.type === 'rejected') return `${one.reason} ${one.place.path}`;
      return one.type === 'annotation' ? one.place.path : [];
    });
  };

  it('reads all of several files, whatever they are called', async () => {
    const brat = Object.entries(await textsIn((await written('brat')).blob)).map(
      ([name, text]) => new File([text], name),
    );
    const files = [new File([rows('0')], 'a.json'), new File([rows('1')], 'a.json'), ...brat];
    const { formats } = await openImport(files, OPTIONS);
    expect(formats).toEqual(new Set(['hypothesis', 'brat']));
    const places = await told(files);
    expect(places.slice(0, 2)).toEqual(['a.json: [0]', 'a.json: [0]']);
    expect(places.length).toBeGreaterThan(4);
    expect(places.filter((place) => place.startsWith('not-read'))).toEqual([]);
  });

  it('reads all files of a zip, and of several', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const zip = zipSync({ 'a.json': bytes(rows('0')), '__MACOSX/._a.json': bytes('x'), 'b/a.json': bytes(rows('1')) });
    expect(await told([new File([zip], 'x.zip')])).toEqual(['a.json: [0]', 'b/a.json: [0]']);
    expect(await told([new File([zip], 'x.zip'), new File([rows('2')], 'c.json')])).toEqual([
      'x.zip/a.json: [0]',
      'x.zip/b/a.json: [0]',
      'c.json: [0]',
    ]);
  });

  it('tells which files it does not read', async () => {
    const others = ['picture.png', 'other.json', 'alone.txt', 'two.txt', 'two.ann', 'two.ann'];
    const files = [new File([rows('0')], 'a.json'), ...others.map((name) => new File(['{"x": 1}'], name))];
    expect(await told(files)).toEqual(['[0]', ...others.map((name) => `not-read ${name}`)]);
  });

  it('knows a file again, and tells it from another one', async () => {
    const open = async (text: string) => (await openImport([new File([text], 'a.json')], OPTIONS)).fingerprint;
    expect(await open('{"rows": []}')).toBe(await open('{"rows": []}'));
    expect(await open('{"rows": []}')).not.toBe(await open('{"rows": [] }'));
  });

  it.each([
    ['a picture', [new File(['\x89PNG'], 'a.png')], 'unknown-format'],
    ['other JSON', [new File(['{"a": 1}'], 'a.json')], 'unknown-format'],
    ['no file', [], 'unknown-format'],
    ['a text without annotations', [new File(['x'], 'a.txt')], 'unknown-format'],
    ['a broken zip', [new File(['PK\x03\x04broken'], 'a.zip')], 'broken-zip'],
    [
      'annotations that are no UTF-8',
      [new File([new Uint8Array([0xff])], 'a.ann'), new File(['x'], 'a.txt')],
      'not-utf8',
    ],
  ])('refuses %s by a typed error', async (_, files, code) => {
    const opening = openImport(files, OPTIONS);
    await expect(opening).rejects.toBeInstanceOf(ImportError);
    await expect(opening).rejects.toMatchObject({ code });
  });
});
