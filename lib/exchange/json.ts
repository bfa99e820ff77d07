import * as v from 'valibot';
import { type Annotation, passagesOf } from '@/lib/annotations/annotation';
import type { Alias, Article, Snapshot } from '@/lib/annotations/article';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import { OnRecordExport } from './format';

/** Name and version of this program, as exports have them. */
export const GENERATOR = 'On Record 0.1.0';

/** What an export of one article is made from; deleted records in it are left out. */
export interface ExportSource {
  article: Article;
  aliases?: readonly Alias[];
  annotations: readonly Annotation[];
  snapshots: readonly Snapshot[];
  speakers: readonly Speaker[];
}

/** By code units: the order must not depend on the language of the machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Where an annotation begins in the article; one that is outside the text comes last. */
function placeOf({ segments }: Annotation): number {
  const first = segments.find((segment) => segment.scope === 'article');
  return first?.scope === 'article' ? first.position.start : Number.MAX_SAFE_INTEGER;
}

function byPlace(a: Annotation, b: Annotation): number {
  return compare(a.articleKey, b.articleKey) || placeOf(a) - placeOf(b) || compare(a.id, b.id);
}

/** The hashes of all wordings in which an annotation has a passage: a segment, a mention or a cue. */
function snapshotsNamedBy(annotations: readonly Annotation[]): Set<string> {
  const passages = annotations.flatMap(passagesOf);
  return new Set(passages.flatMap((passage) => (passage.scope === 'article' ? passage.snapshot : [])));
}

/** The order of speakers in a file. */
export const byName = (a: Speaker, b: Speaker): number => compare(a.name, b.name) || compare(a.id, b.id);

function assertAllThere(kind: string, named: ReadonlySet<string>, present: readonly string[]): void {
  const missing = [...named].find((name) => !present.includes(name));
  if (missing === undefined) return;
  throw new OnRecordError('damaged-export', `The store lacks ${kind} ${missing} that a passage names.`);
}

/**
 * One article with all that was tagged in it, as version 1 of the exchange format: the wordings and speakers that its
 * annotations name and no others, in an order and with keys in an order that depend on nothing but the content.
 * @param exportedAt the only part that differs when the same content is exported twice
 * @param sanitise cleans HTML; what is stored is never trusted
 * @throws OnRecordError `damaged-export` when the records do not add up to a valid export
 */
export function toExport(
  { article, aliases = [], annotations, snapshots, speakers }: ExportSource,
  exportedAt: Instant,
  sanitise: (html: string) => string,
): OnRecordExport {
  const kept = annotations.filter((annotation) => annotation.deletedAt === null).sort(byPlace);

  const hashes = snapshotsNamedBy(kept);
  const wordings = snapshots
    .filter(({ hash }) => hashes.has(hash))
    .sort((a, b) => compare(a.capturedAt, b.capturedAt) || compare(a.hash, b.hash))
    .map((snapshot) => ({ ...snapshot, html: sanitise(snapshot.html) }));
  assertAllThere(
    'the wording',
    hashes,
    wordings.map(({ hash }) => hash),
  );

  const ids = new Set(kept.flatMap(({ attribution }) => attribution.speakerId ?? []));
  const named = speakers.filter(({ id }) => ids.has(id)).sort(byName);
  assertAllThere(
    'the speaker',
    ids,
    named.map(({ id }) => id),
  );

  // Parsing checks the whole and writes every object's keys in the order of the schema.
  const result = v.safeParse(OnRecordExport, {
    format: 'on-record',
    version: 1,
    exportedAt,
    generator: GENERATOR,
    articles: [{ ...article, aliases: aliases.toSorted((a, b) => compare(a.url, b.url)), snapshots: wordings }],
    speakers: named,
    annotations: kept,
  });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new OnRecordError('damaged-export', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/** The export as the bytes of its file: JSON with an indent of two spaces and a line end. */
export function stringifyExport(record: OnRecordExport): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
