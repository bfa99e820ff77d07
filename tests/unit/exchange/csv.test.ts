import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '@/lib/exchange/csv';
import { PAYLOADS } from '@/tests/fixtures/xss-payloads';
import { each, generatedExports, SPEAKER, sampleExport, textOf } from './article-exports';

type Row = Record<string, string>;
const read = (text: string): Row[] => parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });
const rowsOf = async (...parts: Awaited<ReturnType<typeof sampleExport>>[]) =>
  read(await textOf(writeCsv(each(parts))));

describe('the CSV export', () => {
  it('has a row for each quote and claim, and none for a speaker', async () => {
    const rows = await rowsOf(await sampleExport());
    expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'We built it, […] in two years.'],
      ['claim', 'It cost 40 million crowns'],
    ]);
  });

  it('says who said it, where and when', async () => {
    const part = await sampleExport();
    const [quote, claim] = await rowsOf(part);
    expect(quote).toMatchObject({
      speaker: SPEAKER.name,
      speaker_wikidata: 'Q42',
      described_as: 'mayor',
      cue: 'said',
      quote_type: 'direct',
      article_title: 'Harbour bridge opens',
      site: 'The Paper',
      published: '2026-11-02T09:00:00+01:00',
      tags: 'bridge',
      claim_status: '',
    });
    expect(claim).toMatchObject({ claim_status: 'disputed', claim_rating: 'Too low', speaker: '' });
    const text = part.articles[0]?.snapshots.find(({ hash }) => hash === quote?.snapshot)?.text ?? '';
    expect(text.slice(Number(quote?.start), Number(quote?.end))).toBe(
      'We built it,” mayor Ada Brown said, “in two years.',
    );
  });

  it('is read back by another program as it was, whatever was tagged', async () => {
    const parts = await generatedExports(100);
    const rows = await rowsOf(...parts);
    const annotations = parts.flatMap((part) => part.annotations.filter(({ kind }) => kind !== 'speaker'));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
    const neutral = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
    expect(rows.map(({ note }) => note)).toEqual(annotations.map(({ note }) => neutral(note.toWellFormed())));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes %j harmless', async (words) => {
    const part = await sampleExport({ quote: { note: words }, article: { title: words } });
    const text = await textOf(writeCsv(each([part])));
    const [quote] = read(text);
    expect(quote?.note).toBe(`'${words}`);
    expect(quote?.article_title).toBe(`'${words}`);
  });

  it('lets no payload of a page begin a cell that is calculated', async () => {
    for (const { html: payload } of PAYLOADS) {
      const rows = await rowsOf(await sampleExport({ quote: { note: payload }, article: { title: payload } }));
      for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('ends its lines as RFC 4180 has it, and begins with a byte order mark', async () => {
    const text = await textOf(writeCsv(each([await sampleExport()])));
    expect(text.startsWith('\uFEFFkind,text,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });
});
