import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { ArticleExport } from '@/lib/exchange/article-export';
import { writeBrat } from '@/lib/exchange/brat';
import { CodePoints } from '@/lib/exchange/code-points';
import { writeDoccano } from '@/lib/exchange/doccano';
import { type BratFiles, type BratOptions, readBrat } from '@/lib/exchange/import-brat';
import { AT, each, generatedExports, KEY, SPEAKER, sampleExport, textOf } from './article-exports';

/** As Python slices a string: by code points. */
const sliced = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

const filesOf = (part: ArticleExport): BratFiles[] =>
  writeBrat(part).map(({ txt, ann }, i) => ({ name: `document${i}`, txt, ann }));

const optionsFor = (part: ArticleExport, stored: readonly Annotation[] = part.annotations): BratOptions => ({
  articleWith: async (hash) =>
    part.articles.find(({ snapshots }) => snapshots.some((one) => one.hash === hash))?.key ?? null,
  stored: async (id) => stored.find((one) => one.id === id),
  at: AT,
});

const read = (files: readonly BratFiles[], options: BratOptions) => Array.fromAsync(readBrat(files, options));

const entities = (ann: string) =>
  [...ann.matchAll(/^(T\d+)\t(\w+) ([\d ;]+)\t(.*)$/gm)].map(([, name, label, places = '', words]) => ({
    name,
    label,
    words,
    spans: places.split(';').map((place) => place.split(' ').map(Number) as [number, number]),
  }));

describe('offsets in code points', () => {
  it('count a character outside the basic plane once, and half of one as the whole', () => {
    const points = new CodePoints('a🌉b');
    expect(points.toCodePoints(0, 4)).toEqual([0, 3]);
    expect(points.toCodePoints(1, 3)).toEqual([1, 2]);
    expect(points.toCodePoints(2, 3)).toEqual([1, 2]);
    expect(points.toCodePoints(1, 2)).toEqual([1, 2]);
    expect(points.toUtf16(1, 2)).toEqual([1, 3]);
    expect(points.toUtf16(2, 9)).toBeNull();
    expect(points.toUtf16(2, 2)).toBeNull();
  });
});

describe('the brat export', () => {
  it('has each passage at its place in the text, in code points', async () => {
    const [file] = filesOf(await sampleExport());
    const found = entities(file?.ann ?? '');
    expect(found.map(({ label, words }) => [label, words])).toEqual([
      ['Quote', 'We built it, in two years.'],
      ['Speaker', 'mayor Ada Brown'],
      ['Claim', 'It cost 40 million crowns'],
      ['Speaker', 'Ada Brown'],
      ['Cue', 'said'],
    ]);
    for (const { spans, words } of found) {
      expect(spans.map(([start, end]) => sliced(file?.txt ?? '', start, end)).join(' ')).toBe(words);
    }
  });

  it('says who said it, of what type it is and in which quote it stands', async () => {
    const [file] = filesOf(await sampleExport());
    expect(file?.ann).toMatch(/^R1\tSaidBy Arg1:T1 Arg2:T4$/m);
    expect(file?.ann).toMatch(/^R2\tCuedBy Arg1:T1 Arg2:T5$/m);
    expect(file?.ann).toMatch(/^R3\tInQuote Arg1:T3 Arg2:T1$/m);
    expect(file?.ann).toMatch(/^A1\tQuoteType T1 direct$/m);
    expect(file?.ann).toMatch(/^A2\tClaimStatus T3 disputed$/m);
    expect(file?.ann).toMatch(/^#\d+\tAnnotatorNotes T1\tcheck the date$/m);
  });

  it('keeps to the format whatever was tagged: every span in the text, none over a line end', async () => {
    for (const { txt, ann } of (await generatedExports(100)).flatMap(filesOf)) {
      for (const { spans, words } of entities(ann)) {
        const read = spans.map(([start, end]) => sliced(txt, start, end));
        expect(read.join(' ').replace(/\s/g, ' ')).toBe(words?.replace(/\s/g, ' '));
      }
      for (const line of ann.split('\n').slice(0, -1)) expect(line).toMatch(/^[TRA#]\d+\t/);
    }
  });
});

describe('reading brat', () => {
  it('gives back what was written, unchanged', async () => {
    const part = await sampleExport();
    const incoming = await read(filesOf(part), optionsFor(part));
    expect(incoming.filter(({ type }) => type === 'rejected')).toEqual([]);
    expect(incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation : []))).toEqual(
      expect.arrayContaining(part.annotations),
    );
  });

  it('takes over what was changed in brat, and says that it was changed now', async () => {
    const part = await sampleExport();
    const [file] = filesOf(part);
    if (!file) throw new Error('There is no file.');
    const ann = file.ann.replace('QuoteType T1 direct', 'QuoteType T1 mixed').replace('check the date', 'fine');
    const [quote] = part.annotations;
    const incoming = await read([{ ...file, ann }], optionsFor(part));
    const changed = incoming.flatMap((one) =>
      one.type === 'annotation' && one.annotation.id === quote?.id ? one.annotation : [],
    );
    expect(changed).toEqual([{ ...quote, quoteType: 'mixed', note: 'fine', updatedAt: AT }]);
  });

  it('makes new annotations of what others tagged, the same each time', async () => {
    const part = await sampleExport();
    const txt = part.articles[0]?.snapshots[0]?.text ?? '';
    const points = new CodePoints(txt);
    const span = (words: string) =>
      points.toCodePoints(txt.indexOf(words), txt.indexOf(words) + words.length).join(' ');
    const ann = [
      `T1\tQuote ${span('We built it,')}\tWe built it,`,
      `T2\tSpeaker ${span('Ada Brown')}\tAda Brown`,
      'R1\tSaidBy Arg1:T1 Arg2:T2',
      '#1\tSpeakerName T2\tAda Brown',
      `T3\tOther ${span('said')}\tsaid`,
      `T4\tClaim ${span('It cost')}\tIt lost`,
      'T5\tClaim 9999 10000\tx',
      'nonsense',
    ].join('\n');
    const incoming = await read([{ name: 'doc', txt, ann }], optionsFor(part, []));
    expect(incoming.map((one) => (one.type === 'rejected' ? [one.reason, one.place.line] : one.type))).toEqual([
      ['wrong-shape', 8],
      'speaker',
      'annotation',
      ['no-kind', 5],
      ['broken-rule', 6],
      ['broken-rule', 7],
    ]);
    const annotation = incoming.flatMap((one) => (one.type === 'annotation' ? one.annotation : []))[0];
    expect(annotation).toMatchObject({
      articleKey: KEY,
      kind: 'quote',
      segments: [{ quote: { exact: 'We built it,' } }],
      attribution: { mention: { quote: { exact: 'Ada Brown' } } },
    });
    expect(await read([{ name: 'doc', txt, ann }], optionsFor(part, []))).toEqual(incoming);
    const again = await read([{ name: 'doc', txt, ann }], {
      ...optionsFor(part, annotation ? [annotation] : []),
      at: '2030-01-01T00:00:00.000Z',
    });
    expect(again.flatMap((one) => (one.type === 'annotation' ? one.annotation : []))).toEqual([annotation]);
  });

  it('brings namesakes of one article back as two, and does not take them for those of another', async () => {
    const part = await sampleExport();
    const twin = { ...SPEAKER, id: '00000000-0000-4000-8000-000000000077' };
    const ofTwin = (one: Annotation) => ({ ...one, attribution: { ...one.attribution, speakerId: twin.id } });
    const annotations = part.annotations.map((one) => (one.kind === 'speaker' ? ofTwin(one) : one));
    const both = { ...part, speakers: [SPEAKER, twin], annotations };
    const speakers = async (files: readonly BratFiles[], key: string) => {
      const incoming = await read(files, { ...optionsFor(both, []), articleWith: async () => key });
      return incoming.flatMap((one) => (one.type === 'speaker' ? one.speaker.id : []));
    };
    const files = filesOf(both);
    expect(new Set(await speakers(files, KEY))).toEqual(new Set([SPEAKER.id, twin.id]));
    const nameless = files.map((file) => ({ ...file, ann: file.ann.replaceAll('SpeakerId', 'Else') }));
    const [here] = await speakers(nameless, KEY);
    const [there] = await speakers(nameless, 'https://other.example/2');
    expect(here).toMatch(/-8...-a...-/);
    expect(there).not.toBe(here);
  });

  it.each([
    ['whose id is none', 'Quote', '#1\tOnRecord T1\ttbd', 'wrong-shape'],
    ['whose label is a name that every object knows', '__proto__', '', 'no-kind'],
    ['whose label is the name of a method', 'constructor', '', 'no-kind'],
  ])('rejects a passage %s', async (_, label, note, reason) => {
    const part = await sampleExport();
    const txt = part.articles[0]?.snapshots[0]?.text ?? '';
    const incoming = await read([{ name: 'doc', txt, ann: `T1\t${label} 0 2\t🌉🌉\n${note}` }], optionsFor(part));
    expect(incoming).toMatchObject([{ type: 'rejected', reason, place: { path: 'doc.ann', line: 1 } }]);
  });

  it('rejects a text that no stored article has', async () => {
    const incoming = await read(
      [{ name: 'doc', txt: 'Else.', ann: 'T1\tQuote 0 4\tElse' }],
      optionsFor(await sampleExport()),
    );
    expect(incoming).toMatchObject([{ type: 'rejected', reason: 'unknown-text', place: { path: 'doc.txt' } }]);
  });
});

describe('the doccano export', () => {
  it('has a line for each wording, with entities in code points and how they belong together', async () => {
    const text = await textOf(writeDoccano(each([await sampleExport()])));
    const [line, ...others] = text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(others).toEqual([]);
    const words = (id: number) => {
      const entity = line.entities.find((one: { id: number }) => one.id === id);
      return `${entity.label} ${sliced(line.text, entity.start_offset, entity.end_offset)}`;
    };
    expect(
      line.relations.map(({ from_id, to_id, type }: Record<string, number>) => [
        words(from_id ?? 0),
        type,
        words(to_id ?? 0),
      ]),
    ).toEqual([
      ['Quote We built it,', 'SaidBy', 'Speaker Ada Brown'],
      ['Quote We built it,', 'CuedBy', 'Cue said'],
      ['Claim It cost 40 million crowns', 'InQuote', 'Quote We built it,'],
      ['Quote We built it,', 'Continues', 'Quote in two years.'],
    ]);
    expect(line).toMatchObject({ url: `${KEY}?utm_source=x`, title: 'Harbour bridge opens' });
  });

  it('names entities that are there, and each at its words, whatever was tagged', async () => {
    const parts = await generatedExports(100);
    const lines = (await textOf(writeDoccano(each(parts))))
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      const ids = new Set(line.entities.map(({ id }: { id: number }) => id));
      for (const { from_id, to_id } of line.relations) expect(ids.has(from_id) && ids.has(to_id)).toBe(true);
      const length = [...line.text].length;
      for (const { start_offset, end_offset } of line.entities) {
        expect(start_offset).toBeLessThan(end_offset);
        expect(end_offset).toBeLessThanOrEqual(length);
      }
    }
  });
});
