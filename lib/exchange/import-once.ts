import type { Incoming, IncomingRecord } from '@/lib/annotations/incoming';
import { reject } from './import-piece';

/** What tells a record from others in its file. */
function nameOf(record: IncomingRecord): string {
  if (record.type === 'article') return `article ${record.article.key}`;
  return record.type === 'speaker' ? `speaker ${record.speaker.id}` : `annotation ${record.annotation.id}`;
}

/** Rejects each record of which there was one of the same name before in the file. */
export class OnlyOnce {
  readonly #seen = new Set<string>();

  check(incoming: Incoming): Incoming {
    if (incoming.type === 'rejected') return incoming;
    const name = nameOf(incoming);
    if (this.#seen.has(name)) return reject(incoming.place, 'twice', name);
    this.#seen.add(name);
    return incoming;
  }
}
