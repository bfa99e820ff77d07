import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { failureWords } from '@/components/failure-words';
import type { FailedWrites, Writer } from '@/components/session/dependencies';
import type { DraftStorage } from '@/components/session/drafts';
import { createWrites, type Writes } from '@/components/session/writes';
import type { Command } from '@/lib/annotations/command';
import { toFailure } from '@/lib/annotations/failure';
import type { Id, Instant } from '@/lib/annotations/ids';
import type { OnRecordDatabase } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';
import type { PlaceHistory } from './history';

export type SingleCommand = Exclude<Command, { type: 'batch' }>;
/** A command of which what every command has is still to be added. */
export type Deed = SingleCommand extends infer C ? (C extends SingleCommand ? Omit<C, 'id' | 'at'> : never) : never;

/** What was done last and can be taken back. */
export interface Undo {
  words: string;
  deeds: readonly Deed[];
}

/** What an act says when it is done, and how it is taken back. */
export interface Outcome {
  words: string;
  undo?: readonly Deed[];
}

export interface LibraryDependencies extends PlaceHistory {
  /** It is only read; what is written goes through the background. */
  db: OnRecordDatabase;
  writer: Writer;
  failedWrites: FailedWrites;
  /** Where what is half typed, and what was dismissed, is kept by article. */
  keepers: readonly Pick<DraftStorage & { remove(keys: string[]): Promise<void> }, 'remove'>[];
  now(): Instant;
  newId(): Id;
}

/** The state behind the library page. */
export interface Library extends PlaceHistory {
  writes: Writes;
  /** The last deletion or change that can be taken back. */
  undone: ReadonlySignal<Undo | null>;
  trouble: ReadonlySignal<string | null>;
  /** What is said aloud. */
  announcement: ReadonlySignal<string>;
  now(): Instant;
  newId(): Id;
  /** Follows a query of the database until the returned function is called. */
  follow<T>(read: (db: OnRecordDatabase) => Promise<T>, next: (value: T) => void): () => void;
  /** Reads once. */
  read<T>(read: (db: OnRecordDatabase) => Promise<T>): Promise<T>;
  /** Has something done, all of it at once; tells whether it was. */
  act(deeds: readonly Deed[], outcome?: Outcome): Promise<boolean>;
  undo(): Promise<void>;
  dismissUndo(): void;
  /** Forgets what is half typed and was dismissed in articles. */
  forgetUnfinished(articleKeys: readonly string[]): Promise<void>;
  report(error: unknown): void;
  dismissTrouble(): void;
}

/** So many commands at most make one transaction: the outbox has to hold them. */
const MOST_AT_ONCE = 1000;

export function createLibrary(deps: LibraryDependencies): Library {
  const { db, now, newId } = deps;
  const writes = createWrites(deps.writer, deps.failedWrites);
  const undone = signal<Undo | null>(null);
  const trouble = signal<string | null>(null);
  const announcement = signal('');

  const report = (error: unknown) => {
    trouble.value = failureWords(toFailure(error));
  };

  async function carryOut(deeds: readonly Deed[]): Promise<boolean> {
    for (let i = 0; i < deeds.length; i += MOST_AT_ONCE) {
      const commands = deeds
        .slice(i, i + MOST_AT_ONCE)
        .map((deed) => ({ ...deed, id: newId(), at: now() }) as SingleCommand);
      const [first, ...others] = commands;
      if (!first) continue;
      const one = others.length > 0 ? ({ type: 'batch', id: newId(), at: now(), commands } as const) : first;
      if (!(await writes.run(one))) return false;
    }
    return true;
  }

  writes.recover().catch(report);
  return {
    place: deps.place,
    go: deps.go,
    writes,
    undone,
    trouble,
    announcement,
    now,
    newId,
    report,
    follow: (read, next) => follow(db, () => read(db), next, report),
    read: (read) => read(db),
    async act(deeds, outcome) {
      const isDone = await carryOut(deeds);
      if (!isDone || !outcome) return isDone;
      announcement.value = outcome.words;
      if (outcome.undo) undone.value = { words: outcome.words, deeds: outcome.undo };
      return true;
    },
    async undo() {
      const last = undone.value;
      if (!last) return;
      undone.value = null;
      await carryOut(last.deeds);
    },
    dismissUndo() {
      undone.value = null;
    },
    async forgetUnfinished(articleKeys) {
      const keys = articleKeys.flatMap((key) => [`draft:${key}`, `dismissed:${key}`]);
      await Promise.all(deps.keepers.map((keeper) => keeper.remove(keys)));
    },
    dismissTrouble() {
      trouble.value = null;
    },
  };
}

export const LibraryContext = createContext<Library | null>(null);

/** The library that the view stands in. @throws Error when there is none. */
export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library) throw new Error('A view of the library stands outside of it.');
  return library;
}
