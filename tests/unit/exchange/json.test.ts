import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { OnRecordError } from '@/lib/annotations/failure';
import { OnRecordExport } from '@/lib/exchange/format';
import { type ExportSource, stringifyExport, toExport } from '@/lib/exchange/json';
import { version } from '@/package.json';
import schema from '@/public/schema/on-record-1.json';
import { type ArticleRecord, articleRecords } from '../annotations/arbitraries';

const AT = '2026-11-24T10:00:00.000Z';
const ID = '00000000-0000-4000-8000-000000000001';
const asItIs = (html: string) => html;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const isValid = (data: unknown) => {
  const forOthers = validate(data);
  const forUs = v.is(OnRecordExport, data);
  expect(forOthers, JSON.stringify(validate.errors)).toBe(forUs);
  return forUs;
};

const written = (record: ExportSource, at = AT) => stringifyExport(toExport(record, at, asItIs));

/** One record in which nothing is deleted, and annotations of every kind with all they can hold. */
const sampleOf = (isWanted: (record: ArticleRecord) => boolean): ArticleRecord => {
  const found = fc.sample(articleRecords, { seed: 7, numRuns: 500 }).find(isWanted);
  if (!found) throw new Error('No generated record is rich enough.');
  return { ...found, annotations: found.annotations.map((annotation) => ({ ...annotation, deletedAt: null })) };
};

const rich = sampleOf(
  ({ annotations, aliases }) =>
    aliases.length > 0 &&
    annotations.some(({ claim }) => claim && claim.evidence.length > 0) &&
    annotations.some(({ links }) => links.length > 0) &&
    annotations.some(({ attribution }) => attribution.speakerId && attribution.cue && attribution.mention) &&
    annotations.some(({ placements }) => placements.length > 0) &&
    annotations.some(({ segments }) => segments.some(({ scope }) => scope === 'page')) &&
    annotations.some(({ segments }) => segments.some(({ scope }) => scope === 'article')),
);

describe('the JSON export', () => {
  it('is valid by its published JSON Schema and by our own, whatever was tagged', () => {
    fc.assert(fc.property(articleRecords, (record) => isValid(JSON.parse(written(record)))));
  });

  it('is the same, byte for byte, but for the time, however the records were ordered', () => {
    fc.assert(
      fc.property(articleRecords, fc.integer(), (record, seed) => {
        const shuffled = <T>(items: readonly T[]) =>
          seed % 2 ? items.toReversed() : [...items.slice(1), ...items.slice(0, 1)];
        const other = {
          ...record,
          aliases: shuffled(record.aliases),
          annotations: shuffled(record.annotations),
          snapshots: shuffled(record.snapshots),
          speakers: shuffled(record.speakers),
        };
        const later = '2031-01-01T00:00:00.000Z';
        expect(written(other, later).replace(later, AT)).toBe(written(record));
      }),
    );
  });

  it('writes keys in the same order, however the records came by theirs', () => {
    const backwards = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
        inner && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).reverse())
          : inner,
      );
    const reordered: ArticleRecord = backwards(rich);
    expect(Object.keys(reordered.article)).not.toEqual(Object.keys(rich.article));
    expect(written(reordered)).toBe(written(rich));
  });

  it('holds every wording that a segment, mention or cue names, and no other', () => {
    fc.assert(
      fc.property(articleRecords, (record) => {
        const text = written(record);
        const { articles } = v.parse(OnRecordExport, JSON.parse(text));
        const named = new Set([...text.matchAll(/"snapshot": "([0-9a-f]{64})"/g)].map(([, hash]) => hash));
        expect(new Set(articles.flatMap(({ snapshots }) => snapshots.map(({ hash }) => hash)))).toEqual(named);
      }),
    );
  });

  it('holds the speakers that an annotation names, and no others', () => {
    fc.assert(
      fc.property(articleRecords, (record) => {
        const result = toExport(record, AT, asItIs);
        const named = new Set(result.annotations.flatMap(({ attribution }) => attribution.speakerId ?? []));
        expect(new Set(result.speakers.map(({ id }) => id))).toEqual(named);
        expect(result.speakers.map(({ name }) => name)).toEqual(result.speakers.map(({ name }) => name).sort());
      }),
    );
  });

  it('leaves out what was deleted', () => {
    const [first, ...others] = rich.annotations;
    if (!first) throw new Error('The sample has no annotation.');
    const result = toExport({ ...rich, annotations: [{ ...first, deletedAt: AT }, ...others] }, AT, asItIs);
    expect(result.annotations.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
  });

  it('puts annotations in the order of the text, those outside it last', () => {
    fc.assert(
      fc.property(articleRecords, (record) => {
        const places = toExport(record, AT, asItIs).annotations.map(({ segments }) => {
          const first = segments.find((segment) => segment.scope === 'article');
          return first?.scope === 'article' ? first.position.start : Number.POSITIVE_INFINITY;
        });
        expect(places).toEqual(places.toSorted((a, b) => (a === b ? 0 : a - b)));
      }),
    );
  });

  it('sanitises the HTML of every snapshot again', () => {
    const result = toExport(rich, AT, () => '<p>clean</p>');
    const html = result.articles.flatMap(({ snapshots }) => snapshots.map((snapshot) => snapshot.html));
    expect(html.length).toBeGreaterThan(0);
    expect(new Set(html)).toEqual(new Set(['<p>clean</p>']));
  });

  it('names the program and the version that wrote it', () => {
    expect(toExport(rich, AT, asItIs).generator).toBe(`On Record ${version}`);
  });

  it('keeps a lone surrogate through the file', () => {
    const article = { ...rich.article, title: 'Broken \ud83d here' };
    expect(JSON.parse(written({ ...rich, article })).articles[0].title).toBe('Broken \ud83d here');
  });

  it('fails with a sentence rather than write a position in a text that is missing', () => {
    expect(() => toExport({ ...rich, snapshots: [] }, AT, asItIs)).toThrow(OnRecordError);
    expect(() => toExport({ ...rich, speakers: [] }, AT, asItIs)).toThrow(/lacks the speaker/);
  });

  it('fails with a sentence rather than write a damaged record', () => {
    const article = { ...rich.article, createdAt: 'yesterday' };
    expect(() => toExport({ ...rich, article }, AT, asItIs)).toThrow(/createdAt/);
  });
});

type Path = (string | number)[];

/** The paths of all values in it, arrays and objects included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** A copy in which one place is changed by `change`, which gets the object that holds it and its key. */
function changedAt(
  value: unknown,
  path: Path,
  change: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = structuredClone(value);
  let holder = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  change(holder, String(path.at(-1)));
  return copy;
}

describe('the JSON Schema and our own schema', () => {
  const sample: unknown = JSON.parse(written(rich));
  const places = pathsOf(sample).filter((path) => path.length > 0);

  /** What older files lack. */
  const NEWER = ['placements', 'hints', 'asides', 'sources'];
  const isNewer = (path: Path) => NEWER.includes(String(path.at(-1)));

  it('both refuse a file from which any property is missing, but for those that older files do not have', () => {
    for (const path of places.filter((path) => typeof path.at(-1) === 'string')) {
      const without = changedAt(sample, path, (holder, key) => delete holder[key]);
      expect(isValid(without), path.join('.')).toBe(isNewer(path));
    }
  });

  it('read a file without placements as one in which nothing was decided', () => {
    const older = JSON.parse(written(rich), (key, value: unknown) => (key === 'placements' ? undefined : value));
    expect(validate(older)).toBe(true);
    expect(v.parse(OnRecordExport, older).annotations.map(({ placements }) => placements)).toEqual(
      rich.annotations.map(() => []),
    );
  });

  it('both refuse a value of another type, wherever it stands', () => {
    for (const path of places) {
      const wrong = changedAt(sample, path, (holder, key) => {
        holder[key] = true;
      });
      expect(isValid(wrong), path.join('.')).toBe(false);
    }
  });

  it.each([
    ['another format', ['format'], 'off-record'],
    ['a newer version', ['version'], 2],
    ['a time that is none', ['exportedAt'], 'noon'],
    ['a key that is no UUID', ['annotations', 0, 'id'], 'first'],
    ['a hash in capitals', ['articles', 0, 'snapshots', 0, 'hash'], 'A'.repeat(64)],
    ['a negative offset', ['articles', 0, 'snapshots', 0, 'blocks'], [{ start: -1, end: 2, tag: 'p' }]],
    ['half an offset', ['articles', 0, 'snapshots', 0, 'blocks'], [{ start: 0.5, end: 2, tag: 'p' }]],
    ['an unknown kind', ['annotations', 0, 'kind'], 'rumour'],
    ['no segment', ['annotations', 0, 'segments'], []],
    ['an unknown decision', ['annotations', 0, 'placements'], [{ id: ID, decision: 'guessed', segments: [], at: AT }]],
    ['a placement nowhere', ['annotations', 0, 'placements'], [{ id: ID, decision: 'kept', segments: [], at: AT }]],
    ['a probability above one', ['annotations', 0, 'probability'], 1.5],
    ['a speaker without a name', ['speakers', 0, 'name'], '   '],
    ['a Wikidata id that is none', ['speakers', 0, 'wikidata'], 'Q0'],
  ])('both refuse %s', (_, path, value) => {
    const wrong = changedAt(sample, path, (holder, key) => {
      holder[key] = value;
    });
    expect(isValid(wrong)).toBe(false);
  });

  it('name the same properties everywhere', () => {
    expect(namesInJsonSchema(schema)).toEqual(namesInValibot(OnRecordExport));
  });
});

type Names = { [name: string]: Names };

/** The property names of a schema, nested as in the data; alternatives are merged. */
function namesInJsonSchema(node: unknown): Names {
  if (typeof node !== 'object' || node === null) return {};
  const names: Names = {};
  for (const [keyword, inner] of Object.entries(node)) {
    if (keyword === '$ref') {
      const name = String(inner).replace('#/$defs/', '');
      Object.assign(names, namesInJsonSchema(Object.entries(schema.$defs).find(([key]) => key === name)?.[1]));
    }
    if (keyword === 'items') Object.assign(names, namesInJsonSchema(inner));
    if (keyword === 'oneOf') for (const option of Object.values(inner)) Object.assign(names, namesInJsonSchema(option));
    if (keyword === 'properties') {
      for (const [name, property] of Object.entries(inner)) names[name] = namesInJsonSchema(property);
    }
  }
  return names;
}

function namesInValibot(node: unknown): Names {
  if (typeof node !== 'object' || node === null) return {};
  const names: Names = {};
  if ('entries' in node && node.entries) {
    for (const [name, entry] of Object.entries(node.entries)) names[name] = namesInValibot(entry);
  }
  if ('item' in node) Object.assign(names, namesInValibot(node.item));
  if ('wrapped' in node) Object.assign(names, namesInValibot(node.wrapped));
  if ('options' in node && Array.isArray(node.options)) {
    for (const option of node.options) Object.assign(names, namesInValibot(option));
  }
  return names;
}
