import type { Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import { type ArticleExport, articleOf } from './article-export';
import { BRAT_CONFIGURATION, writeBrat } from './brat';
import type { MissingFields, Reviewer } from './claim-review';
import { writeCsv } from './csv';
import { writeDoccano } from './doccano';
import { collectionFileName, exportFileName } from './file-name';
import { writeHypothesis } from './hypothesis';
import { streamExport } from './json-stream';
import { writeMarkdown } from './markdown';
import { writeSchemaOrg } from './schema-org';
import { writeWebAnnotations } from './web-annotation';
import { type FilePiece, type PackedFile, pack } from './zip';

/** The formats that can be written, by what people call them. */
export const EXPORT_FORMATS = [
  'on-record',
  'csv',
  'markdown',
  'web-annotation',
  'schema-org',
  'hypothesis',
  'brat',
  'doccano',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface WriteOptions {
  exportedAt: Instant;
  /** Null when the file has many articles: then it is named after the day. */
  only: { key: string; title: string } | null;
  /** Speakers to be in a backup though no annotation names them. */
  otherSpeakers: readonly Speaker[];
  /** For claim reviews. */
  reviewer: Reviewer | null;
  onMissing(missing: MissingFields): void;
}

type Articles = AsyncIterable<ArticleExport>;

interface OneFile {
  extension: string;
  type: string;
  write(articles: Articles, options: WriteOptions): AsyncGenerator<string>;
}

const ONE_FILE: Record<Exclude<ExportFormat, 'markdown' | 'brat'>, OneFile> = {
  'on-record': { extension: 'json', type: 'application/json', write: streamExport },
  csv: { extension: 'csv', type: 'text/csv', write: writeCsv },
  'web-annotation': {
    extension: 'jsonld',
    type: 'application/ld+json',
    write: (articles, { exportedAt }) => writeWebAnnotations(articles, exportedAt),
  },
  'schema-org': { extension: 'schema.jsonld', type: 'application/ld+json', write: writeSchemaOrg },
  hypothesis: { extension: 'hypothesis.json', type: 'application/json', write: writeHypothesis },
  doccano: { extension: 'jsonl', type: 'application/jsonl', write: writeDoccano },
};

/**
 * Articles in a format, as the file that a person gets: a zip when it is more than one.
 * @param articles the export of each article, in the order of their keys; read once, one at a time
 * @returns null when there is nothing to write
 */
export function writeFile(format: ExportFormat, articles: Articles, options: WriteOptions): Promise<PackedFile | null> {
  const { exportedAt, only } = options;
  const nameWith = (extension: string) =>
    only ? exportFileName(only, exportedAt, extension) : collectionFileName(exportedAt, extension);
  if (format === 'markdown') return pack(markdownFiles(articles), nameWith('md.zip'), 'text/markdown');
  if (format === 'brat') return pack(bratFiles(articles), nameWith('brat.zip'), 'text/plain');
  const { extension, type, write } = ONE_FILE[format];
  return pack(named(nameWith(extension), write(articles, options)), nameWith('zip'), type);
}

async function* named(name: string, chunks: AsyncIterable<string>): AsyncGenerator<FilePiece> {
  for await (const text of chunks) yield { name, text };
}

/** Gives each file a name of its own: the second of one name is numbered. */
function uniqueNames(): (name: string, extension: string) => string {
  const given = new Map<string, number>();
  return (name, extension) => {
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    return count === 1 ? `${name}.${extension}` : `${name}_${count}.${extension}`;
  };
}

const baseName = (part: ArticleExport) => exportFileName(articleOf(part), part.exportedAt, 'x').slice(0, -'.x'.length);

async function* markdownFiles(articles: Articles): AsyncGenerator<FilePiece> {
  const nameOf = uniqueNames();
  for await (const part of articles) yield { name: nameOf(baseName(part), 'md'), text: writeMarkdown(part) };
}

async function* bratFiles(articles: Articles): AsyncGenerator<FilePiece> {
  const nameOf = uniqueNames();
  let isEmpty = true;
  for await (const part of articles) {
    for (const { txt, ann } of writeBrat(part)) {
      const name = nameOf(baseName(part), 'txt');
      yield { name, text: txt };
      yield { name: name.replace(/txt$/, 'ann'), text: ann };
      isEmpty = false;
    }
  }
  if (!isEmpty) yield { name: 'annotation.conf', text: BRAT_CONFIGURATION };
}
