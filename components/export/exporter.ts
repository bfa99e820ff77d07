import { type ReadonlySignal, signal } from '@preact/signals';
import type { Writes } from '@/components/session/writes';
import type { Instant } from '@/lib/annotations/ids';
import type { ExportInput } from '@/lib/store/reads';

/** Makes the file of an export: its text and its name. */
export type BuildExport = (input: ExportInput, at: Instant) => { text: string; name: string };

export interface ExporterDependencies {
  /** Follows what an export of the article is made from. */
  watch(key: string, next: (input: ExportInput | null) => void, fail: (error: unknown) => void): () => void;
  download(text: string, fileName: string, type: string): void;
  /** Loads what makes the file: it is no part of what must be there for the popup to open. */
  load(): Promise<BuildExport>;
  /** Has the article exported where nothing is cut short, from the moment it returns; gives the name of the file. */
  handOver(articleKey: string): Promise<string>;
  now(): Instant;
}

export interface Exporter {
  /** The file that was exported last; `at` in ms of `performance.now()`. */
  exported: ReadonlySignal<{ name: string; at: number } | null>;
  follow(articleKey: string, fail: (error: unknown) => void): () => void;
  /**
   * Exports the article, once, though the popup may be closed right after the press: either the file is downloaded before
   * this returns or, when there is something to wait for first, it has by then been asked for elsewhere. What is being
   * written is exported too.
   */
  run(articleKey: string, writes: Pick<Writes, 'pending' | 'acknowledgedAt'>): Promise<void>;
}

/** How long (ms) after a write the followed input may lag behind the store. */
const LAG = 1000;

/** Exports from the store, and only from the store. */
export function createExporter(deps: ExporterDependencies): Exporter {
  const exported = signal<{ name: string; at: number } | null>(null);
  let current: ExportInput | null = null;
  let currentSince = 0;
  let build: BuildExport | null = null;

  function isCurrent(acknowledgedAt: number | null): boolean {
    if (acknowledgedAt === null || currentSince > acknowledgedAt) return true;
    return performance.now() - acknowledgedAt > LAG;
  }

  /** Null when there is something to wait for first. */
  function exportNow(writes: Pick<Writes, 'pending' | 'acknowledgedAt'>): string | null {
    if (writes.pending.value > 0 || !build || !current || !isCurrent(writes.acknowledgedAt())) return null;
    const { text, name } = build(current, deps.now());
    deps.download(text, name, 'application/json');
    return name;
  }

  return {
    exported,
    follow(articleKey, fail) {
      deps.load().then((loaded) => {
        build = loaded;
      }, fail);
      return deps.watch(
        articleKey,
        (input) => {
          current = input;
          currentSince = performance.now();
        },
        fail,
      );
    },
    async run(articleKey, writes) {
      const name = exportNow(writes) ?? (await deps.handOver(articleKey));
      exported.value = { name, at: performance.now() };
    },
  };
}
