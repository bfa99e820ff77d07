import { sha256Hex } from '@/lib/annotations/hash';
import type { Incoming } from '@/lib/annotations/incoming';
import { type BratFiles, type BratOptions, readBrat } from './import-brat';
import { ImportError } from './import-error';
import { type HypothesisOptions, readHypothesis } from './import-hypothesis';
import { readOnRecordJson } from './import-json';
import { MAX_WHOLE } from './import-limits';
import { reject } from './import-piece';
import { readWebAnnotations } from './import-web-annotation';
import { readText } from './read-text';
import { unzipped } from './unzip';

export type ImportFormat = 'on-record' | 'web-annotation' | 'hypothesis' | 'brat';

/** Files of which it is known what they are. */
export interface OpenedImport {
  /** All that there are among them. */
  formats: ReadonlySet<ImportFormat>;
  /** The name of the file that was chosen, the first of several. */
  name: string;
  /** What tells it from other files: it is the same for the same content. */
  fingerprint: string;
  /** Reads them from the start, one after the other, as often as it is called. What can't be read is rejected as a whole. */
  read(): AsyncGenerator<Incoming>;
}

export type ImportOptions = BratOptions & HypothesisOptions;

/** How much of a file is looked at to tell what it is, in bytes. */
const HEAD = 65_536;

/** One of the files, or of those within a zip. Several may have one path: they were chosen from different folders. */
interface Source {
  path: string;
  file: Blob;
}

/** What comes beside the files that matter: folders, what macOS adds to a zip, and what brat is configured by. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)|\/$|\.conf$/;

/**
 * Finds out what the files are: JSON of On Record, of Hypothesis or a Web Annotation collection, the text and annotation
 * files of brat, or zips of them.
 * @throws ImportError `unknown-format` when none of them can be read, `too-large`, `broken-zip` or `not-utf8`
 */
export async function openImport(files: readonly File[], options: ImportOptions): Promise<OpenedImport> {
  const [first] = files;
  if (!first) throw new ImportError('unknown-format', 'There is no file.');
  const sources = await sourcesOf(files);
  const json: { path: string; format: JsonFormat; file: Blob }[] = [];
  for (const { path, file } of sources) {
    const format = /json(ld)?$/i.test(path) ? await formatOf(file) : null;
    if (format) json.push({ path, format, file });
  }
  const pairs = pairsOf(sources);
  const documents: BratFiles[] = [];
  for (const { name, txt, ann } of pairs) documents.push({ name, txt: await whole(txt), ann: await whole(ann) });

  const formats = new Set<ImportFormat>(json.map(({ format }) => format));
  if (documents.length > 0) formats.add('brat');
  if (formats.size === 0) throw new ImportError('unknown-format', 'None of the files is of a kind that can be read.');
  const isRead = new Set([...json.map(({ file }) => file), ...pairs.flatMap(({ txt, ann }) => [txt, ann])]);
  const unread = sources.filter(({ file }) => !isRead.has(file));
  async function* read(): AsyncGenerator<Incoming> {
    for (const { path, format, file } of json) {
      for await (const one of READERS[format](file, options)) yield json.length > 1 ? placedIn(path, one) : one;
    }
    yield* readBrat(documents, options);
    for (const { path } of unread) yield reject({ path, line: null }, 'not-read', '');
  }
  return { formats, name: first.name, fingerprint: await fingerprintOf(sources), read };
}

type JsonFormat = Exclude<ImportFormat, 'brat'>;

const READERS: Record<JsonFormat, (file: Blob, options: ImportOptions) => AsyncGenerator<Incoming>> = {
  'on-record': readOnRecordJson,
  'web-annotation': readWebAnnotations,
  hypothesis: readHypothesis,
};

const placedIn = (file: string, one: Incoming): Incoming => ({
  ...one,
  place: { ...one.place, path: `${file}: ${one.place.path}` },
});

async function sourcesOf(files: readonly File[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    if (!(await isZip(file))) sources.push({ path: file.name, file });
    else {
      const folder = files.length > 1 ? `${file.name}/` : '';
      for (const [path, inner] of await unzipped(file)) sources.push({ path: folder + path, file: inner });
    }
  }
  return sources.filter(({ path }) => !BESIDE.test(path));
}

/** By its first bytes, "PK". */
async function isZip(file: Blob): Promise<boolean> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return a === 0x50 && b === 0x4b;
}

/** What JSON it is; null when it is none that can be read. */
async function formatOf(file: Blob): Promise<JsonFormat | null> {
  // A character may be cut in two at its end; what is wrong with the file is told when it is read.
  const head = await file.slice(0, HEAD).text();
  if (/"format"\s*:\s*"on-record"/.test(head)) return 'on-record';
  if (/"AnnotationCollection"/.test(head)) return 'web-annotation';
  if (/^\s*[{[].*"(?:rows|uri|target)"/s.test(head)) return 'hypothesis';
  return null;
}

/** The pairs of `.txt` and `.ann`. Where there are several of a name, it is not known which belong together. */
function pairsOf(sources: readonly Source[]): { name: string; txt: Blob; ann: Blob }[] {
  const byPath = Map.groupBy(sources, ({ path }) =>
    path.replace(/\.(?:txt|ann)$/i, (extension) => extension.toLowerCase()),
  );
  return [...byPath].flatMap(([path, anns]) => {
    const name = path.replace(/\.ann$/, '');
    const txts = byPath.get(`${name}.txt`) ?? [];
    const [ann, txt] = [anns[0], txts[0]];
    return name !== path && ann && txt && anns.length === 1 && txts.length === 1
      ? [{ name, txt: txt.file, ann: ann.file }]
      : [];
  });
}

async function whole(file: Blob): Promise<string> {
  if (file.size > MAX_WHOLE) throw new ImportError('too-large', `The file has ${file.size} bytes.`);
  return (await Array.fromAsync(readText(file))).join('');
}

/** Of the names and sizes, and of the ends of each: reading gigabytes for it would take too long. */
async function fingerprintOf(sources: readonly Source[]): Promise<string> {
  const parts: string[] = [];
  for (const { path, file } of sources) {
    const ends = await Promise.all([file.slice(0, HEAD).text(), file.slice(-HEAD).text()]);
    parts.push(path, String(file.size), ...ends);
  }
  return sha256Hex(JSON.stringify(parts));
}
