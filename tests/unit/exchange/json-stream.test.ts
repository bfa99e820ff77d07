import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OnRecordExport } from '@/lib/exchange/format';
import { stringifyExport, toExport } from '@/lib/exchange/json';
import { streamExport } from '@/lib/exchange/json-stream';
import schema from '@/public/schema/on-record-1.json';
import { articleRecords, speakers } from '../annotations/arbitraries';

const AT = '2026-11-24T10:00:00.000Z';

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

async function* each(parts: readonly OnRecordExport[]) {
  yield* parts;
}

const written = async (parts: readonly OnRecordExport[], otherSpeakers?: OnRecordExport['speakers']) =>
  (await Array.fromAsync(streamExport(each(parts), { exportedAt: AT, ...(otherSpeakers && { otherSpeakers }) }))).join(
    '',
  );

const exports = articleRecords.map((record) => toExport(record, AT, (html) => html));

describe('the export of many articles', () => {
  it('is of one article the very file that there was before', async () => {
    await fc.assert(
      fc.asyncProperty(exports, async (one) => {
        expect(await written([one])).toBe(stringifyExport(one));
      }),
    );
  });

  it('holds every article, speaker and annotation once, and is valid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(exports, { maxLength: 4, selector: ({ articles }) => articles[0]?.key }),
        async (parts) => {
          const whole: OnRecordExport = JSON.parse(await written(parts));
          expect(validate(whole), JSON.stringify(validate.errors)).toBe(true);
          expect(whole.articles).toEqual(parts.flatMap(({ articles }) => articles));
          expect(whole.annotations).toEqual(parts.flatMap(({ annotations }) => annotations));
          const ids = parts.flatMap(({ speakers }) => speakers.map(({ id }) => id));
          expect(whole.speakers.map(({ id }) => id).sort()).toEqual([...new Set(ids)].sort());
        },
      ),
    );
  });

  it('has a speaker as it is last, when they were changed while it was written', async () => {
    const [part] = fc.sample(
      exports.filter((one) => one.speakers.length > 0),
      { seed: 3, numRuns: 1 },
    );
    const [speaker] = part?.speakers ?? [];
    if (!part || !speaker) throw new Error('There is no sample.');
    const later = { ...speaker, name: 'Zoe Hart', updatedAt: '2099-01-01T00:00:00.000Z' };
    const changed = { ...part, articles: [], annotations: [], speakers: [later] };
    for (const parts of [
      [part, changed],
      [changed, part],
    ]) {
      expect(JSON.parse(await written(parts)).speakers).toContainEqual(later);
    }
  });

  it('of everything has those speakers, too, whom nothing names', async () => {
    const others = fc.sample(speakers(), { seed: 5, numRuns: 3 });
    const whole: OnRecordExport = JSON.parse(await written([], others));
    expect(new Set(whole.speakers)).toEqual(new Set(others));
    expect(whole.articles).toEqual([]);
  });
});
