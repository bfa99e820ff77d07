import type { ReadonlySignal } from '@preact/signals';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Article, ClaimedUrls } from '@/lib/annotations/article';
import type { Command } from '@/lib/annotations/command';
import type { Failure } from '@/lib/annotations/failure';
import type { Id, Instant } from '@/lib/annotations/ids';
import type { DescribedPassage, SnapshotHash } from '@/lib/annotations/passage';
import type { Speaker } from '@/lib/annotations/speaker';
import type { Anchorable, Anchoring, PageReading, PageSelection } from '@/lib/messaging';
import type { DraftStorage } from './drafts';

/** The news page that is being shown. */
export interface PageClient {
  /** @throws OnRecordError `forbidden-page`, or whatever failure the page script answered with. */
  read(): Promise<PageReading>;
  /** Finds and paints `annotations`, and nothing else. `snapshot` is the hash of the text that was read. */
  anchor(snapshot: SnapshotHash, annotations: Anchorable[]): Promise<Anchoring[]>;
  /** Brings an annotation into view, or one of the places it may be found in; false when it is not to be found. */
  show(id: Id, candidate: number | null): Promise<boolean>;
  /** Hears of every new selection on the page until the returned function is called. */
  watchSelection(next: (selection: PageSelection | null) => void): () => void;
  /** Hears of every annotation whose card is opened on the page until the returned function is called. */
  watchOpened(next: (id: Id) => void): () => void;
}

/** A speaker, with the articles in which they are named and the outlets of those. */
export interface KnownSpeaker {
  speaker: Speaker;
  articleKeys: string[];
  outlets: string[];
}

export interface ArticleRecord {
  article: Article | null;
  annotations: Annotation[];
}

/** What is stored, followed live: `next` is called with every new state until the returned function is called. */
export interface Records {
  watchArticle(key: string, next: (record: ArticleRecord) => void, fail: (error: unknown) => void): () => void;
  watchSpeakers(next: (speakers: KnownSpeaker[]) => void, fail: (error: unknown) => void): () => void;
}

/** Resolves once the command is stored for good. Puts it in safety in the same tick in which it is called. */
export interface Writer {
  write(command: Command): Promise<void>;
}

/** A command that was refused and is kept so that nothing is lost; null when what was kept can't be tried again. */
export interface FailedWrite {
  id: string;
  command: Command | null;
  failure: Failure;
}

export interface FailedWrites {
  read(): Promise<FailedWrite[]>;
  discard(id: string): Promise<void>;
}

/** Selectors for `text.slice(start, end)`; UTF-16 offsets. */
export type Describe = (text: string, start: number, end: number) => DescribedPassage;

/** Everything outside itself that the tagging session needs. */
export interface SessionDependencies {
  page: PageClient;
  records: Records;
  writer: Writer;
  failedWrites: FailedWrites;
  drafts: DraftStorage;
  /** What stays when the browser closes: `browser.storage.local`. */
  kept: DraftStorage;
  /** The key under which the page's article is or will be stored. */
  identify(url: string, claimedUrls: ClaimedUrls): Promise<string>;
  hash(text: string): Promise<SnapshotHash>;
  /** Loads what describes passages by their offsets, when it is needed. */
  loadDescribe(): Promise<Describe>;
  /** Whether reported speech is suggested as well; null until that is known. */
  wantsReported: ReadonlySignal<boolean | null>;
  /** The name of whoever annotates; null when they gave none. */
  annotator(): string | null;
  now(): Instant;
  newId(): Id;
}
