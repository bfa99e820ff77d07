import type { Incoming, Place } from '@/lib/annotations/incoming';
import { Speaker } from '@/lib/annotations/speaker';
import { ExportedAnnotation, ExportedArticle } from './format';
import { ImportError } from './import-error';
import { OnlyOnce } from './import-once';
import { parsePiece, piecesOf, placeOf, shaped } from './import-piece';
import type { JsonPiece } from './json-items';

const ARRAYS = ['articles', 'speakers', 'annotations'];

/**
 * Reads On Record JSON, one record at a time: articles and speakers before the annotations that name them, in whichever
 * order the file has them.
 * @throws ImportError `newer-version` for a version it does not know, `unknown-format`, `not-json` and those of `readText`
 */
export async function* readOnRecordJson(file: Blob): AsyncGenerator<Incoming> {
  await checkHeader(file);
  const once = new OnlyOnce();
  const passed = new Set<string>();
  let isPutOff = false;
  for await (const piece of piecesOf(file, ARRAYS)) {
    passed.add(piece.path);
    const comesEarly = piece.path === 'annotations' && !(passed.has('articles') && passed.has('speakers'));
    if (comesEarly && piece.index !== null && piece.problem !== 'cut-off') isPutOff = true;
    else yield* recordOf(piece, once);
  }
  if (!isPutOff) return;
  for await (const piece of piecesOf(file, ARRAYS)) {
    if (piece.path === 'annotations' && piece.problem !== 'cut-off') yield* recordOf(piece, once);
  }
}

/** What is said before and beside the records, mostly at the very beginning. */
async function checkHeader(file: Blob): Promise<void> {
  const header = new Map<string, unknown>();
  for await (const piece of piecesOf(file, ARRAYS)) {
    if (piece.index !== null || piece.problem) continue;
    const read = parsePiece(piece);
    header.set(piece.path, 'value' in read ? read.value : null);
    if (header.has('format') && header.has('version')) break;
  }
  const version = header.get('version');
  if (header.get('format') !== 'on-record' || typeof version !== 'number') {
    throw new ImportError('unknown-format', 'The file does not say that it is from On Record.');
  }
  if (version > 1) throw new ImportError('newer-version', `The file is of version ${version}.`);
  if (version !== 1) throw new ImportError('unknown-format', `There is no version ${version}.`);
}

function* recordOf(piece: JsonPiece, once: OnlyOnce): Generator<Incoming> {
  if (piece.index === null && piece.problem === null) return;
  const read = parsePiece(piece);
  const record = 'value' in read ? READERS[piece.path]?.(read.value, placeOf(piece)) : read;
  if (record) yield once.check(record);
}

const READERS: Readonly<Record<string, (value: unknown, place: Place) => Incoming>> = {
  articles(value, place) {
    const read = shaped(ExportedArticle, value, place);
    if (!('output' in read)) return read;
    const { aliases, snapshots, ...article } = read.output;
    const articleKey = article.key;
    return {
      type: 'article',
      place,
      article,
      aliases: aliases.map((alias) => ({ ...alias, articleKey })),
      snapshots: snapshots.map((snapshot) => ({ ...snapshot, articleKey })),
    };
  },
  speakers(value, place) {
    const read = shaped(Speaker, value, place);
    return 'output' in read ? { type: 'speaker', place, speaker: read.output } : read;
  },
  annotations(value, place) {
    const read = shaped(ExportedAnnotation, value, place);
    return 'output' in read ? { type: 'annotation', place, annotation: read.output } : read;
  },
};
