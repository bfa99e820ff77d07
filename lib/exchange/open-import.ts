import { sha256Hex } from '@/lib/annotations/hash';
import type { Incoming } from '@/lib/annotations/incoming';
import { type BratFiles, type BratOptions, readBrat } from './import-brat';
import { ImportError } from './import-error';
import { type HypothesisOptions, readHypothesis } from './import-hypothesis';
import { readOnRecordJson } from './import-json';
import { MAX_WHOLE } from './import-limits';
import { readWebAnnotations } from './import-web-annotation';
import { readText } from './read-text';
import { unzipped } from './unzip';

export type ImportFormat = 'on-record' | 'web-annotation' | 'hypothesis' | 'brat';

/** A file or several that belong together, of which it is known what they are. */
export interface OpenedImport {
  format: ImportFormat;
  /** The name of the file that was chosen, the first of several. */
  name: string;
  /** What tells it from other files: it is the same for the same content. */
  fingerprint: string;
  /** Reads it from the start, as often as it is called. */
  read(): AsyncGenerator<Incoming>;
}

export type ImportOptions = BratOptions & HypothesisOptions;

/** How much of a file is looked at to tell what it is, in bytes. */
const HEAD = 65_536;

/**
 * Finds out what the files are: JSON of On Record, of Hypothesis or a Web Annotation collection, the text and annotation
 * files of brat, or a zip of either.
 * @throws ImportError `unknown-format`, `too-large`, `broken-zip` or `not-utf8`
 */
export async function openImport(files: readonly File[], options: ImportOptions): Promise<OpenedImport> {
  const [first] = files;
  if (!first) throw new ImportError('unknown-format', 'There is no file.');
  const within = await contentOf(files);
  const { name } = first;
  const fingerprint = await fingerprintOf(within);
  const documents = await bratFiles(within);
  if (documents.length > 0) return { format: 'brat', name, fingerprint, read: () => readBrat(documents, options) };

  const [[, file] = []] = [...within].filter(([path]) => /json(ld)?$/i.test(path));
  if (!file) throw new ImportError('unknown-format', 'None of the files is of a kind that can be read.');
  const format = await formatOf(file);
  const readers = {
    'on-record': () => readOnRecordJson(file),
    'web-annotation': () => readWebAnnotations(file),
    hypothesis: () => readHypothesis(file, options),
  };
  return { format, name, fingerprint, read: readers[format] };
}

async function contentOf(files: readonly File[]): Promise<Map<string, Blob>> {
  const [first] = files;
  if (files.length === 1 && first && (await isZip(first))) return unzipped(first);
  return new Map(files.map((file) => [file.name, file]));
}

/** By its first bytes, "PK". */
async function isZip(file: Blob): Promise<boolean> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return a === 0x50 && b === 0x4b;
}

async function formatOf(file: Blob): Promise<Exclude<ImportFormat, 'brat'>> {
  // A character may be cut in two at its end; what is wrong with the file is told when it is read.
  const head = await file.slice(0, HEAD).text();
  if (/"format"\s*:\s*"on-record"/.test(head)) return 'on-record';
  if (/"AnnotationCollection"/.test(head)) return 'web-annotation';
  if (/^\s*[{[].*"(?:rows|uri|target)"/s.test(head)) return 'hypothesis';
  throw new ImportError('unknown-format', 'It is none of the formats that can be read.');
}

/** The pairs of `.txt` and `.ann`. */
async function bratFiles(files: ReadonlyMap<string, Blob>): Promise<BratFiles[]> {
  const documents: BratFiles[] = [];
  for (const [path, ann] of files) {
    const name = path.replace(/\.ann$/i, '');
    const txt = files.get(`${name}.txt`) ?? files.get(`${name}.TXT`);
    if (name !== path && txt) documents.push({ name, txt: await whole(txt), ann: await whole(ann) });
  }
  return documents;
}

async function whole(file: Blob): Promise<string> {
  if (file.size > MAX_WHOLE) throw new ImportError('too-large', `The file has ${file.size} bytes.`);
  return (await Array.fromAsync(readText(file))).join('');
}

/** Of the names and sizes, and of the ends of each: reading gigabytes for it would take too long. */
async function fingerprintOf(files: ReadonlyMap<string, Blob>): Promise<string> {
  const parts: string[] = [];
  for (const [name, file] of files) {
    const ends = await Promise.all([file.slice(0, HEAD).text(), file.slice(-HEAD).text()]);
    parts.push(name, String(file.size), ...ends);
  }
  return sha256Hex(JSON.stringify(parts));
}
