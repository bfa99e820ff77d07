import type { Capture } from '@/lib/annotations/command';
import type { Instant } from '@/lib/annotations/ids';
import type { SnapshotHash } from '@/lib/annotations/passage';
import type { PageReading } from '@/lib/messaging';

/** A page that was read, with all that a command needs at hand, so that tagging has nothing to wait for. */
export interface ReadPage {
  reading: PageReading;
  articleKey: string;
  hash: SnapshotHash;
  readAt: Instant;
}

/** The article and its present wording, as they travel with a new passage. */
export function captureOf({ reading, articleKey, hash, readAt }: ReadPage, at: Instant): Capture {
  const { url, metadata, claimedUrls, text, html, blocks, asides, extractor } = reading;
  return {
    article: { key: articleKey, url, ...metadata, createdAt: at, updatedAt: at, deletedAt: null },
    claimedUrls,
    snapshot: { articleKey, hash, url, text, html, blocks, asides, metadata, capturedAt: readAt, extractor },
  };
}
