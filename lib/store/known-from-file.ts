import type { IncomingRecord } from '@/lib/annotations/incoming';

/**
 * What has come in so far, as far as later records may refer to it: a dry run stores nothing. Of the wordings it holds the
 * text, which for 10,000 articles of news takes some 60 MB.
 */
export class KnownFromFile {
  /** For each article the text of each wording, by its hash. */
  readonly #articles = new Map<string, Map<string, string>>();
  readonly #speakers = new Set<string>();
  readonly #broughtBack = new Set<string>();

  /** @param isWritten whether an import would write the record itself, and not only what comes with it */
  add(record: IncomingRecord, isWritten: boolean): void {
    if (isWritten && record.type === 'article' && record.article.deletedAt === null) {
      this.#broughtBack.add(record.article.key);
    }
    if (isWritten && record.type === 'speaker' && record.speaker.deletedAt === null) {
      this.#broughtBack.add(record.speaker.id);
    }
    if (record.type === 'speaker') this.#speakers.add(record.speaker.id);
    if (record.type !== 'article') return;
    const texts = record.snapshots.map(({ hash, text }) => [hash, text] as const);
    this.#articles.set(record.article.key, new Map(texts));
  }

  hasArticle(key: string): boolean {
    return this.#articles.has(key);
  }

  /** Whether the article or speaker of that key would not be deleted any more, should they be so here. */
  bringsBack(key: string): boolean {
    return this.#broughtBack.has(key);
  }

  hasSpeaker(id: string): boolean {
    return this.#speakers.has(id);
  }

  wording(articleKey: string, hash: string): { text: string } | undefined {
    const text = this.#articles.get(articleKey)?.get(hash);
    return text === undefined ? undefined : { text };
  }
}
