import { type ReadonlySignal, signal } from '@preact/signals';
import type { Kind } from '@/lib/annotations/annotation';
import { type Failure, toFailure } from '@/lib/annotations/failure';
import type { Id, Instant } from '@/lib/annotations/ids';
import { articleKey } from '@/lib/article/url';
import { createBreather } from '@/lib/breather';
import { ImportError } from '@/lib/exchange/import-error';
import { type ImportOptions, type OpenedImport, openImport } from '@/lib/exchange/open-import';
import type { OnRecordDatabase } from '@/lib/store/database';
import { interruptedImport, runImport } from '@/lib/store/import';
import type { Choices } from '@/lib/store/import-batch';
import { type ImportPlan, planImport } from '@/lib/store/import-plan';
import type { ImportRecord } from '@/lib/store/import-record';
import { undoImport } from '@/lib/store/import-undo';
import { findArticleKey } from '@/lib/store/reads';

export type ImportState =
  | { phase: 'idle' }
  /** The file is gone through without anything being stored. */
  | { phase: 'looking'; done: number }
  | { phase: 'planned'; file: OpenedImport; plan: ImportPlan; untagged: Kind | null; isResumed: boolean }
  | { phase: 'storing'; done: number; total: number }
  | { phase: 'imported'; record: ImportRecord }
  | { phase: 'undoing'; done: number }
  | { phase: 'undone'; kept: number }
  | { phase: 'cancelled'; during: Busy }
  | { phase: 'refused'; error: ImportError }
  | { phase: 'failed'; failure: Failure };

export interface ImportDependencies {
  db: OnRecordDatabase;
  sanitise(html: string): string;
  now(): Instant;
}

/** What can be cancelled. */
export type Busy = 'looking' | 'storing' | 'undoing';

/** An import, from the choice of a file to taking it back. None of it rejects: `state` tells what became of it. */
export interface ImportJob {
  state: ReadonlySignal<ImportState>;
  /** Finds out what the files are and what they would bring. */
  look(files: readonly File[], untagged?: Kind | null): Promise<void>;
  /** Goes through the same files again, with other passages taken for quotes or claims. */
  lookAgain(untagged: Kind | null): Promise<void>;
  /** Does what was planned. */
  run(choices: Choices): Promise<void>;
  undo(importId: Id): Promise<void>;
  cancel(): void;
  /** Back to the choice of a file. */
  reset(): void;
}

export function createImportJob({ db, sanitise, now }: ImportDependencies): ImportJob {
  const state = signal<ImportState>({ phase: 'idle' });
  let files: readonly File[] = [];
  let stop = new AbortController();

  function optionsFor(untagged: Kind | null): ImportOptions {
    const wordings = db.snapshots.toCollection().primaryKeys();
    return {
      at: now(),
      untagged,
      keyOf: async (url) => {
        try {
          return await findArticleKey(db, articleKey(url), []);
        } catch {
          // No address of a page: the row that has it is rejected.
          return null;
        }
      },
      articleWith: async (hash) => (await wordings).find(([, one]) => one === hash)?.[0] ?? null,
      stored: (id) => db.annotations.get(id),
    };
  }

  /** Does one thing at a time, and tells what became of it. */
  async function during(busy: Busy, job: (signal: AbortSignal) => Promise<ImportState>): Promise<void> {
    stop = new AbortController();
    const { signal: stopped } = stop;
    state.value = await job(stopped).catch((error: unknown): ImportState => {
      if (stopped.aborted) return { phase: 'cancelled', during: busy };
      if (error instanceof ImportError) return { phase: 'refused', error };
      return { phase: 'failed', failure: toFailure(error) };
    });
  }

  async function plan(untagged: Kind | null, stopped: AbortSignal): Promise<ImportState> {
    const file = await openImport(files, optionsFor(untagged));
    const planned = await planImport(db, file.read(), {
      signal: stopped,
      breathe: createBreather(),
      onProgress: (done) => {
        state.value = { phase: 'looking', done };
      },
    });
    const isResumed = (await interruptedImport(db, file.fingerprint)) !== undefined;
    return { phase: 'planned', file, plan: planned, untagged, isResumed };
  }

  function look(untagged: Kind | null): Promise<void> {
    state.value = { phase: 'looking', done: 0 };
    return during('looking', (stopped) => plan(untagged, stopped));
  }

  return {
    state,
    look(chosen, untagged = null) {
      files = chosen;
      return look(untagged);
    },
    lookAgain: look,
    async run(choices) {
      const planned = state.value;
      if (planned.phase !== 'planned') return;
      const { file, plan: made } = planned;
      state.value = { phase: 'storing', done: 0, total: made.total };
      await during('storing', async (stopped) => {
        const record = await runImport(db, file.read(), {
          signal: stopped,
          breathe: createBreather(),
          onProgress: (done) => {
            state.value = { phase: 'storing', done, total: made.total };
          },
          fileName: file.name,
          fingerprint: file.fingerprint,
          choices,
          duplicates: made.duplicates,
          sanitise,
          now,
        });
        return { phase: 'imported', record };
      });
    },
    async undo(importId) {
      state.value = { phase: 'undoing', done: 0 };
      await during('undoing', async (stopped) => {
        const onProgress = (done: number) => {
          state.value = { phase: 'undoing', done };
        };
        return { phase: 'undone', kept: await undoImport(db, importId, { signal: stopped, onProgress }) };
      });
    },
    cancel: () => stop.abort(),
    reset() {
      state.value = { phase: 'idle' };
    },
  };
}
