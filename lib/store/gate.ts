import type { Annotation } from '@/lib/annotations/annotation';
import type { Snapshot } from '@/lib/annotations/article';
import type { Capture } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import { sha256Hex } from '@/lib/annotations/hash';
import type { Segment } from '@/lib/annotations/passage';

/** The refusal of a record that would break what must always hold. */
export const refuse = (reason: string) => new OnRecordError('invalid-record', reason);

/**
 * A capture is sound when its parts are of one article and its hash and blocks are those of its text. Hashing waits for
 * WebCrypto, so this comes before the transaction: IndexedDB commits one as soon as it waits for anything else.
 * @throws OnRecordError `invalid-record`
 */
export async function checkCapture({ article, snapshot }: Pick<Capture, 'article' | 'snapshot'>): Promise<void> {
  if (snapshot.articleKey !== article.key) throw refuse('This wording belongs to another article.');
  if (snapshot.hash !== (await sha256Hex(snapshot.text)))
    throw refuse('The text of the article was damaged on its way.');
  if (snapshot.blocks.some(({ start, end }) => start > end || end > snapshot.text.length)) {
    throw refuse('A paragraph of the article lies outside its text.');
  }
}

/**
 * A passage is sound when its words are exactly those at its position in the snapshot that it names.
 * @param snapshot the one that it names, of the same article; undefined when there is none
 * @throws OnRecordError `invalid-record`
 */
export function checkPassage(passage: Segment, snapshot: Pick<Snapshot, 'text'> | undefined): void {
  if (passage.scope === 'page') return;
  if (!snapshot) throw refuse('The wording of the article that this passage was read in is missing.');
  const { start, end } = passage.position;
  if (snapshot.text.slice(start, end) !== passage.quote.exact) {
    throw refuse('The words of this passage are not those of the article at its place.');
  }
}

/**
 * Checks each of the passages.
 * @param findSnapshot the snapshot of that hash, of the same article
 * @throws OnRecordError `invalid-record`
 */
export async function checkPassages(
  passages: readonly Segment[],
  findSnapshot: (hash: string) => Promise<Snapshot | undefined>,
): Promise<void> {
  for (const passage of passages) {
    checkPassage(passage, passage.scope === 'article' ? await findSnapshot(passage.snapshot) : undefined);
  }
}

/**
 * Each kind has its own fields, and only those.
 * @throws OnRecordError `invalid-record`
 */
export function checkKind({ kind, quoteType, claim, origin, probability }: Annotation): void {
  if (kind !== 'quote' && quoteType !== null) throw refuse('Only a quote can be direct or indirect.');
  if (kind !== 'claim' && claim !== null) throw refuse('Only a claim can be reviewed.');
  if (kind === 'claim' && claim === null) throw refuse('The review of this claim is missing.');
  if (origin === 'hand' && probability !== null) throw refuse('Only a suggestion has a probability.');
}
