import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Annotation } from '@/lib/annotations/annotation';
import {
  type ArticleExport,
  articleOf,
  type ExportedArticle,
  inOneLine,
  recordedWordsOf,
  speakerOf,
  wordsOf,
} from './article-export';

/** The columns, and what is in each of them; nothing where it is not known. */
const COLUMNS: Record<
  string,
  (annotation: Annotation, article: ExportedArticle, part: ArticleExport) => string | number | null | undefined
> = {
  kind: ({ kind }) => kind,
  text: wordsOf,
  recorded_text: recordedWordsOf,
  quote_type: ({ quoteType }) => quoteType,
  speaker: (annotation, _, part) => speakerOf(part, annotation)?.name,
  speaker_role: (annotation, _, part) => speakerOf(part, annotation)?.role,
  speaker_organisation: (annotation, _, part) => speakerOf(part, annotation)?.organisation,
  speaker_wikidata: (annotation, _, part) => speakerOf(part, annotation)?.wikidata,
  described_as: ({ attribution }) => attribution.describedAs,
  mention: ({ attribution }) => attribution.mention && inOneLine(attribution.mention.quote.exact),
  cue: ({ attribution }) => attribution.cue && inOneLine(attribution.cue.quote.exact),
  claim_status: ({ claim }) => claim?.status,
  claim_rating: ({ claim }) => claim?.rating,
  claim_summary: ({ claim }) => claim?.summary,
  evidence: ({ claim }) => claim?.evidence.map(({ url }) => url).join(' '),
  tags: ({ tags }) => tags.join('; '),
  note: ({ note }) => note,
  article_title: (_, { title }) => title,
  article_url: (_, { url }) => url,
  site: (_, { siteName }) => siteName,
  byline: (_, { byline }) => byline,
  section: (_, { section }) => section,
  published: (_, { publishedTime }) => publishedTime,
  language: (_, { lang }) => lang,
  snapshot: (annotation) => placeOf(annotation)?.snapshot,
  start: (annotation) => placeOf(annotation)?.start,
  end: (annotation) => placeOf(annotation)?.end,
  origin: ({ origin }) => origin,
  probability: ({ probability }) => probability,
  creator: ({ creator }) => creator,
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  id: ({ id }) => id,
  speaker_id: ({ attribution }) => attribution.speakerId,
  article_key: (_, { key }) => key,
};

/** From the start of the first to the end of the last passage as recorded, as far as they are in one wording. */
function placeOf({ segments }: Annotation): { snapshot: string; start: number; end: number } | null {
  const [first] = segments;
  if (first?.scope !== 'article') return null;
  const { snapshot } = first;
  const ends = segments.flatMap((segment) =>
    segment.scope === 'article' && segment.snapshot === snapshot ? segment.position.end : [],
  );
  return { snapshot, start: first.position.start, end: Math.max(...ends) };
}

/**
 * The quotes and claims of articles as CSV, one row each: RFC 4180 with a header, in UTF-8. It begins with a byte order
 * mark, without which Excel reads UTF-8 as the code page of the machine; pandas takes it as `utf-8-sig`. A cell that a
 * spreadsheet would calculate (`=`, `+`, `-`, `@`, tab, CR) gets an apostrophe before it, as its words come from a page:
 * https://owasp.org/www-community/attacks/CSV_Injection. `start` and `end` are UTF-16 offsets into the snapshot's text.
 */
export async function* writeCsv(articles: AsyncIterable<ArticleExport>): AsyncGenerator<string> {
  yield `\uFEFF${rows([Object.keys(COLUMNS)])}`;
  for await (const part of articles) {
    const article = articleOf(part);
    const tagged = part.annotations.filter(({ kind }) => kind !== 'speaker');
    yield rows(
      tagged.map((annotation) =>
        Object.values(COLUMNS).map((value) => String(value(annotation, article, part) ?? '').toWellFormed()),
      ),
    );
  }
}

const rows = (cells: readonly string[][]) =>
  stringify([...cells], { record_delimiter: 'windows', escape_formulas: true });
