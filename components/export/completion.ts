import { type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, OnRecordError, toFailure } from '@/lib/annotations/failure';
import type { Instant } from '@/lib/annotations/ids';
import type { ExportInput } from '@/lib/store/reads';
import type { BuildExport } from './exporter';

export interface CompletionDependencies {
  /** Waits until all that was written before is stored or set aside. */
  drained(): Promise<void>;
  read(articleKey: string): Promise<ExportInput | null>;
  build: BuildExport;
  download(text: string, fileName: string, type: string): void;
  now(): Instant;
}

export type CompletionState =
  | { phase: 'working' }
  | { phase: 'exported'; name: string }
  | { phase: 'failed'; failure: Failure };

/** An export that a popup has begun and that is completed without it. */
export interface Completion {
  state: ReadonlySignal<CompletionState>;
  /** Hands the file over once; after a failure it may be called again. Never rejects: `state` tells what became of it. */
  run(): Promise<CompletionState>;
}

/** @param articleKey null when the address of the page does not say which article */
export function createCompletion(deps: CompletionDependencies, articleKey: string | null): Completion {
  const state = signal<CompletionState>({ phase: 'working' });

  async function read(): Promise<ExportInput> {
    const input = articleKey === null ? null : await deps.read(articleKey).catch(unreadable);
    if (!input) throw new OnRecordError('nothing-to-export', 'Nothing is tagged in this article.');
    return input;
  }

  async function complete(): Promise<string> {
    await deps.drained();
    const { text, name } = deps.build(await read(), deps.now());
    deps.download(text, name, 'application/json');
    return name;
  }

  return {
    state,
    async run() {
      state.value = { phase: 'working' };
      state.value = await complete().then(
        (name): CompletionState => ({ phase: 'exported', name }),
        (error: unknown): CompletionState => ({ phase: 'failed', failure: toFailure(error) }),
      );
      return state.value;
    },
  };
}

function unreadable(error: unknown): never {
  const reason = error instanceof Error ? error.name : String(error);
  throw new OnRecordError('unreadable-export', reason, { cause: error });
}
