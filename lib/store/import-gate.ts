import type { Annotation } from '@/lib/annotations/annotation';
import type { Incoming, IncomingArticle, IncomingRecord, Rejection } from '@/lib/annotations/incoming';
import { checkCapture, refuse } from './gate';

/** Whether it is an address that an article can be kept under and that every view can read. */
function isAddress(url: string): boolean {
  return URL.canParse(url) && /^(?:https?|file):$/.test(new URL(url).protocol) && url.isWellFormed();
}

/**
 * What can be said of a record that comes in without looking at what is stored. Comes before the transaction, as hashing
 * would end it.
 * @throws OnRecordError `invalid-record`
 */
export async function checkIncoming(record: IncomingRecord): Promise<void> {
  if (record.type === 'article') await checkArticle(record);
  if (record.type === 'annotation') checkEvidence(record.annotation);
}

/** Evidence may be named in words, but what is an address has to be one of a page: a view makes a link of it. */
function checkEvidence({ claim }: Annotation): void {
  for (const { url } of claim?.evidence ?? []) {
    if (URL.canParse(url) && !isAddress(url)) throw refuse('The address of a piece of evidence is not one of a page.');
  }
}

async function checkArticle({ article, aliases, snapshots }: IncomingArticle): Promise<void> {
  for (const url of [article.key, article.url, ...[...aliases, ...snapshots].map((one) => one.url)]) {
    if (!isAddress(url)) throw refuse('This is no address of a page.');
  }
  for (const snapshot of snapshots) await checkCapture({ article, snapshot });
  if (new Set(snapshots.map(({ hash }) => hash)).size < snapshots.length) {
    throw refuse('The article has the same wording twice.');
  }
}

/** The rejection of a record for what was thrown about it; what is no fault of the record is thrown on. */
export function toRejection(record: IncomingRecord, error: unknown): Rejection {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'invalid-record') throw error;
  return { place: record.place, reason: 'broken-rule', detail: error.message };
}

/** How many records make one transaction. */
export const BATCH = 200;

export interface IncomingBatch {
  records: IncomingRecord[];
  rejections: Rejection[];
  /** How many of the file it stands for. */
  size: number;
}

/**
 * What comes in, some at a time, with what is wrong on its own taken out.
 * @param breathe is waited for before each record
 */
export async function* inBatches(
  incoming: AsyncIterable<Incoming>,
  breathe: () => Promise<void>,
): AsyncGenerator<IncomingBatch> {
  let batch: IncomingBatch = { records: [], rejections: [], size: 0 };
  for await (const one of incoming) {
    await breathe();
    batch.size++;
    if (one.type === 'rejected') batch.rejections.push({ place: one.place, reason: one.reason, detail: one.detail });
    else {
      try {
        await checkIncoming(one);
        batch.records.push(one);
      } catch (error) {
        batch.rejections.push(toRejection(one, error));
      }
    }
    if (batch.size < BATCH) continue;
    yield batch;
    batch = { records: [], rejections: [], size: 0 };
  }
  if (batch.size > 0) yield batch;
}
