/** What formats are tested with: exports of articles, made up or generated. */
import fc from 'fast-check';
import { type Annotation, newAnnotation } from '@/lib/annotations/annotation';
import type { Segment } from '@/lib/annotations/passage';
import type { ArticleExport } from '@/lib/exchange/article-export';
import { toExport } from '@/lib/exchange/json';
import { articleRecords } from '../annotations/arbitraries';
import { at, captureOf, KEY, passage, speakerNamed } from '../store/samples';
import { sound } from './databases';

export const AT = '2026-11-24T10:00:00.000Z';

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** All that an async generator of text gives. */
export const textOf = async (chunks: AsyncIterable<string>): Promise<string> =>
  (await Array.fromAsync(chunks)).join('');

/** Exports of whatever can be tagged, with real wordings. */
export async function generatedExports(count: number, seed = 1): Promise<ArticleExport[]> {
  const records = fc.sample(articleRecords, { seed, numRuns: count });
  const unique = [...new Map(records.map((record) => [record.article.key, record])).values()];
  const exports = await Promise.all(unique.map(sound));
  const alive = (annotation: Annotation) => ({ ...annotation, deletedAt: null });
  return exports.map((record) =>
    toExport({ ...record, annotations: record.annotations.map(alive) }, AT, (html) => html),
  );
}

const ID = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const SPEAKER = speakerNamed('Ada Brown', { id: ID(1), wikidata: 'Q42' });

/** Words that take two UTF-16 units each come before all that is tagged. */
export const WIDE_TEXT = [
  '🌉🌉 The harbour bridge opened on Monday.',
  '“We built it,” mayor Ada Brown said, “in two years.”',
  'It cost 40 million crowns, the council says.',
].join('\n\n');

export interface SampleChanges {
  text?: string;
  quote?: Partial<Annotation>;
  claim?: Partial<Annotation>;
  article?: object;
}

/** An article with a quote in two parts, a claim and a mention of the speaker. */
export async function sampleExport({
  text = WIDE_TEXT,
  quote = {},
  claim = {},
  article = {},
}: SampleChanges = {}): Promise<ArticleExport> {
  const capture = await captureOf(text, article);
  const words = (exact: string): Segment => passage(capture, exact);
  const draft = (id: number, kind: Annotation['kind'], segments: Segment[]): Annotation =>
    newAnnotation({ id: ID(id), articleKey: capture.article.key, kind, segments, createdAt: at(3) });
  const attribution = {
    speakerId: SPEAKER.id,
    describedAs: 'mayor',
    mention: words('Ada Brown'),
    cue: words('said'),
  };
  const annotations: Annotation[] = [
    {
      ...draft(2, 'quote', [words('We built it,'), words('in two years.')]),
      quoteType: 'direct',
      attribution,
      tags: ['bridge'],
      note: 'check the date',
      ...quote,
    },
    {
      ...draft(3, 'claim', [words('It cost 40 million crowns')]),
      claim: {
        status: 'disputed',
        rating: 'Too low',
        summary: 'It was 55 million.',
        evidence: [
          { id: ID(5), url: 'https://council.example/budget', title: 'Budget', note: 'page 3', addedAt: at(4) },
        ],
      },
      links: [{ rel: 'claim-in-quote', target: ID(2) }],
      ...claim,
    },
    { ...draft(4, 'speaker', [words('mayor Ada Brown')]), attribution: { ...attribution, mention: null, cue: null } },
  ];
  const source = { article: capture.article, annotations, snapshots: [capture.snapshot], speakers: [SPEAKER] };
  return toExport(source, AT, (html) => html);
}

export { KEY };
