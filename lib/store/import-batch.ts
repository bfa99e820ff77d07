import { type Annotation, passagesOf } from '@/lib/annotations/annotation';
import type { Alias, Article, Snapshot } from '@/lib/annotations/article';
import type { IncomingAnnotation, IncomingArticle, IncomingRecord, IncomingSpeaker } from '@/lib/annotations/incoming';
import { type Standing, standingOf } from '@/lib/annotations/merge';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordDatabase } from './database';
import { checkKind, checkPassage, refuse } from './gate';
import type { ImportedTable, Verdict } from './import-record';
import type { KnownFromFile } from './known-from-file';

/** What a person decides about records that are not simply new. */
export interface Choices {
  /** Records that were changed or deleted here and differ in the file. */
  conflicts: 'keep' | 'take';
  /** Passages that are tagged here already, under another id. */
  duplicates: 'skip' | 'add';
}

/** A record to be written, with what was there before. */
export interface Write {
  table: ImportedTable;
  key: string | [articleKey: string, hash: string];
  record: Article | Alias | Snapshot | Speaker | Annotation;
  before: object | null;
}

export interface Judgement {
  verdict: Verdict;
  writes: Write[];
}

/** A name for a wording, of whatever article. */
export const wordingName = (articleKey: string, hash: string): string => `${hash} ${articleKey}`;

const keyed = <K, T>(keys: readonly K[], records: readonly (T | undefined)[]): [K, T][] =>
  keys.flatMap((key, i) => (records[i] === undefined ? [] : [[key, records[i]] as [K, T]]));

const writes = (standing: Standing, choices: Choices) =>
  standing === 'new' || standing === 'newer' || (standing === 'conflict' && choices.conflicts === 'take');

const VERDICT_OF = { new: 'new', newer: 'changed', same: 'same', older: 'older', conflict: 'conflict' } as const;

/**
 * Some of the records that come in with what is stored of them, read at once; says of each in turn what becomes of it.
 * The gate of the store stands here for imports: what breaks a rule is refused whatever was chosen.
 */
export class ImportBatch {
  readonly #articles: Map<string, Article>;
  readonly #aliases: Map<string, Alias>;
  readonly #wordings: Map<string, Pick<Snapshot, 'text'>>;
  readonly #speakers: Map<string, Speaker>;
  readonly #annotations: Map<string, Annotation>;
  readonly #fromFile: KnownFromFile | null;

  /** @param fromFile what came before in the file without having been stored: in a dry run */
  static async read(
    db: OnRecordDatabase,
    records: readonly IncomingRecord[],
    fromFile: KnownFromFile | null,
  ): Promise<ImportBatch> {
    const articles = records.filter((record) => record.type === 'article');
    const annotations = records.flatMap((record) => (record.type === 'annotation' ? record.annotation : []));
    const urls = articles.flatMap(({ aliases }) => aliases.map(({ url }) => url));
    const keys = [
      ...new Set([
        ...articles.map(({ article }) => article.key),
        ...urls,
        ...annotations.map(({ articleKey }) => articleKey),
      ]),
    ];
    const wordings = new Map(
      [
        ...articles.flatMap(({ snapshots }) => snapshots.map((one) => [one.articleKey, one.hash] as const)),
        ...annotations.flatMap((annotation) =>
          passagesOf(annotation).flatMap((passage) =>
            passage.scope === 'article' ? [[annotation.articleKey, passage.snapshot] as const] : [],
          ),
        ),
      ].map(([key, hash]) => [wordingName(key, hash), [key, hash] as [string, string]]),
    );
    const speakerIds = [
      ...new Set([
        ...records.flatMap((record) => (record.type === 'speaker' ? record.speaker.id : [])),
        ...annotations.flatMap(({ attribution }) => attribution.speakerId ?? []),
      ]),
    ];
    const ids = annotations.map(({ id }) => id);
    return new ImportBatch(
      new Map(keyed(keys, await db.articles.bulkGet(keys))),
      new Map(keyed(urls, await db.aliases.bulkGet(urls))),
      new Map(keyed([...wordings.keys()], await db.snapshots.bulkGet([...wordings.values()]))),
      new Map(keyed(speakerIds, await db.speakers.bulkGet(speakerIds))),
      new Map(keyed(ids, await db.annotations.bulkGet(ids))),
      fromFile,
    );
  }

  private constructor(
    articles: Map<string, Article>,
    aliases: Map<string, Alias>,
    wordings: Map<string, Pick<Snapshot, 'text'>>,
    speakers: Map<string, Speaker>,
    annotations: Map<string, Annotation>,
    fromFile: KnownFromFile | null,
  ) {
    this.#articles = articles;
    this.#aliases = aliases;
    this.#wordings = wordings;
    this.#speakers = speakers;
    this.#annotations = annotations;
    this.#fromFile = fromFile;
  }

  /**
   * What becomes of the record. Those after it may refer to it. Never waits: a transaction that waits for anything but the
   * database is committed.
   * @param duplicateOf the annotation here that has the same passage
   * @throws OnRecordError `invalid-record` when it breaks a rule of the store
   */
  judge(record: IncomingRecord, choices: Choices, duplicateOf: string | undefined): Judgement {
    if (record.type === 'article') return this.#article(record, choices);
    if (record.type === 'speaker') return this.#speaker(record, choices);
    return this.#annotation(record, choices, duplicateOf);
  }

  #article({ article, aliases, snapshots, onlyIfNew }: IncomingArticle, choices: Choices): Judgement {
    const stored = this.#articles.get(article.key);
    const standing = stored && onlyIfNew ? 'same' : standingOf(stored, article);
    const all: Write[] = [];
    if (writes(standing, choices)) {
      all.push({ table: 'articles', key: article.key, record: article, before: stored ?? null });
      this.#articles.set(article.key, article);
    }
    for (const alias of aliases) {
      // An address leads to one article only: the first that had it.
      if (this.#aliases.has(alias.url) || this.#articles.has(alias.url)) continue;
      all.push({ table: 'aliases', key: alias.url, record: alias, before: null });
      this.#aliases.set(alias.url, alias);
    }
    for (const snapshot of snapshots) {
      const name = wordingName(snapshot.articleKey, snapshot.hash);
      if (this.#wordings.has(name)) continue;
      const key: [string, string] = [snapshot.articleKey, snapshot.hash];
      all.push({ table: 'snapshots', key, record: snapshot, before: null });
      this.#wordings.set(name, snapshot);
    }
    const isAddedTo = standing === 'same' && all.length > 0;
    return { verdict: isAddedTo ? 'changed' : VERDICT_OF[standing], writes: all };
  }

  #speaker({ speaker, onlyIfNew }: IncomingSpeaker, choices: Choices): Judgement {
    const stored = this.#speakers.get(speaker.id);
    const standing = stored && onlyIfNew ? 'same' : standingOf(stored, speaker);
    if (!writes(standing, choices)) return { verdict: VERDICT_OF[standing], writes: [] };
    this.#speakers.set(speaker.id, speaker);
    const write: Write = { table: 'speakers', key: speaker.id, record: speaker, before: stored ?? null };
    return { verdict: VERDICT_OF[standing], writes: [write] };
  }

  #annotation(
    { annotation, onlyIfNew }: IncomingAnnotation,
    choices: Choices,
    duplicateOf: string | undefined,
  ): Judgement {
    this.#check(annotation);
    const stored = this.#annotations.get(annotation.id);
    const standing = stored && onlyIfNew ? 'same' : standingOf(stored, annotation);
    if (!stored && duplicateOf !== undefined && choices.duplicates === 'skip') {
      return { verdict: 'duplicate', writes: [] };
    }
    const revivals = this.#revivals(annotation);
    const isWanted = writes(standing, { ...choices, conflicts: 'take' });
    const judged = isWanted && revivals.length > 0 ? 'conflict' : standing;
    if (!writes(judged, choices)) return { verdict: VERDICT_OF[judged], writes: [] };
    this.#annotations.set(annotation.id, annotation);
    for (const { record } of revivals) {
      if ('key' in record) this.#articles.set(record.key, record);
      else this.#speakers.set(record.id, record);
    }
    const write: Write = { table: 'annotations', key: annotation.id, record: annotation, before: stored ?? null };
    return { verdict: VERDICT_OF[judged], writes: [...revivals, write] };
  }

  /** What has to be brought back with an annotation: its article and its speaker, as far as they are deleted here. */
  #revivals({ articleKey, attribution, deletedAt }: Annotation) {
    if (deletedAt !== null) return [];
    const article = this.#fromFile?.bringsBack(articleKey) ? undefined : this.#articles.get(articleKey);
    const speakerId = attribution.speakerId ?? '';
    const speaker = this.#fromFile?.bringsBack(speakerId) ? undefined : this.#speakers.get(speakerId);
    const revivals: (Write & { record: Article | Speaker })[] = [];
    if (article && article.deletedAt !== null) {
      revivals.push({ table: 'articles', key: articleKey, record: { ...article, deletedAt: null }, before: article });
    }
    if (speaker && speaker.deletedAt !== null) {
      revivals.push({ table: 'speakers', key: speakerId, record: { ...speaker, deletedAt: null }, before: speaker });
    }
    return revivals;
  }

  /** @throws OnRecordError `invalid-record` */
  #check(annotation: Annotation): void {
    const { articleKey, attribution, segments, placements } = annotation;
    if (!this.#articles.has(articleKey) && !this.#fromFile?.hasArticle(articleKey)) {
      throw refuse('The article of this passage is missing.');
    }
    const { speakerId } = attribution;
    if (speakerId !== null && !this.#speakers.has(speakerId) && !this.#fromFile?.hasSpeaker(speakerId)) {
      throw refuse('The speaker of this passage is missing.');
    }
    checkKind(annotation);
    if (placements.some((placement) => placement.segments.length !== segments.length)) {
      throw refuse('This passage has more or fewer parts than were placed.');
    }
    for (const passage of passagesOf(annotation)) {
      checkPassage(passage, passage.scope === 'article' ? this.#wording(articleKey, passage.snapshot) : undefined);
    }
  }

  #wording(articleKey: string, hash: string): Pick<Snapshot, 'text'> | undefined {
    return this.#wordings.get(wordingName(articleKey, hash)) ?? this.#fromFile?.wording(articleKey, hash);
  }
}
