import { type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, toFailure } from '@/lib/annotations/failure';
import type { Instant } from '@/lib/annotations/ids';
import { createBreather } from '@/lib/breather';
import type { MissingFields, Reviewer } from '@/lib/exchange/claim-review';
import { type ExportFormat, writeFile } from '@/lib/exchange/formats';
import { toExport } from '@/lib/exchange/json';
import type { OnRecordDatabase } from '@/lib/store/database';
import { articleKeys, everySpeaker, exportInputs, foundAnnotations } from '@/lib/store/export-source';

/** How much is exported. */
export type Scope =
  | { type: 'everything' }
  | { type: 'found'; query: string }
  | { type: 'article'; key: string; title: string };

export type ExportState =
  | { phase: 'idle' }
  | { phase: 'working'; done: number; total: number }
  | { phase: 'exported'; name: string; articles: number; missing: readonly MissingFields[] }
  | { phase: 'empty' }
  | { phase: 'cancelled' }
  | { phase: 'failed'; failure: Failure };

export interface ExportDependencies {
  db: OnRecordDatabase;
  download(content: Blob, fileName: string, type: string): void;
  sanitise(html: string): string;
  /** Is told that everything was saved in the format that can be brought back whole. */
  onBackup(at: Instant): void;
  now(): Instant;
}

/** An export of many articles: one at a time, with the page having its turn in between. */
export interface ExportJob {
  state: ReadonlySignal<ExportState>;
  /** Never rejects: `state` tells what became of it. */
  run(format: ExportFormat, scope: Scope, reviewer: Reviewer | null): Promise<void>;
  cancel(): void;
}

export function createExportJob({ db, download, sanitise, onBackup, now }: ExportDependencies): ExportJob {
  const state = signal<ExportState>({ phase: 'idle' });
  let stop = new AbortController();

  async function* articlesIn(keys: readonly string[], found: Map<string, Set<string>> | null, at: Instant) {
    const breathe = createBreather();
    let done = 0;
    for await (const input of exportInputs(db, keys, stop.signal)) {
      const wanted = found?.get(input.article.key);
      const annotations = wanted ? input.annotations.filter(({ id }) => wanted.has(id)) : input.annotations;
      yield toExport({ ...input, annotations }, at, sanitise);
      state.value = { phase: 'working', done: ++done, total: keys.length };
      await breathe();
    }
  }

  async function write(format: ExportFormat, scope: Scope, reviewer: Reviewer | null): Promise<ExportState> {
    const at = now();
    const found = scope.type === 'found' ? await foundAnnotations(db, scope.query) : null;
    const all = found ? [...found.keys()].sort() : scope.type === 'article' ? [scope.key] : await articleKeys(db);
    state.value = { phase: 'working', done: 0, total: all.length };
    const missing: MissingFields[] = [];
    const otherSpeakers = scope.type === 'everything' ? await everySpeaker(db) : [];
    if (all.length === 0 && otherSpeakers.length === 0) return { phase: 'empty' };
    const file = await writeFile(format, articlesIn(all, found, at), {
      exportedAt: at,
      only: scope.type === 'article' ? scope : null,
      otherSpeakers,
      reviewer,
      onMissing: (one) => missing.push(one),
    });
    if (!file) return { phase: 'empty' };
    download(file.blob, file.name, file.blob.type);
    if (format === 'on-record' && scope.type === 'everything') onBackup(at);
    return { phase: 'exported', name: file.name, articles: all.length, missing };
  }

  return {
    state,
    async run(format, scope, reviewer) {
      stop = new AbortController();
      const { signal: stopped } = stop;
      state.value = { phase: 'working', done: 0, total: 0 };
      state.value = await write(format, scope, reviewer).catch(
        (error: unknown): ExportState =>
          stopped.aborted ? { phase: 'cancelled' } : { phase: 'failed', failure: toFailure(error) },
      );
    },
    cancel: () => stop.abort(),
  };
}
