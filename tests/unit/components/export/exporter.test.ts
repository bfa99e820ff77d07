import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { type BuildExport, createExporter } from '@/components/export/exporter';
import type { ExportInput } from '@/lib/store/reads';
import { AT, annotationOf, KEY, READING } from '../sample-session';

const article = { key: KEY, url: READING.url, ...READING.metadata, createdAt: AT, updatedAt: AT, deletedAt: null };
const inputWith = (note: string): ExportInput => ({
  article,
  aliases: [],
  annotations: [annotationOf('told', { note })],
  snapshots: [],
  speakers: [],
});

/** Makes a file of the notes, which is enough to see which state was exported. */
const buildExport: BuildExport = ({ annotations }) => ({
  text: annotations.map(({ note }) => note).join(),
  name: 'notes.json',
});

async function exporter() {
  const files: string[] = [];
  let emit: (input: ExportInput | null) => void = () => undefined;
  let inStore: ExportInput | null = inputWith('first');
  const made = createExporter({
    watch(_, next) {
      emit = next;
      next(inStore);
      return () => undefined;
    },
    read: async () => inStore,
    download: (text) => files.push(text),
    load: async () => buildExport,
    now: () => AT,
  });
  made.follow(KEY, () => undefined);
  await Promise.resolve();
  return {
    made,
    files,
    emit: (input: ExportInput) => emit(input),
    stores: (input: ExportInput) => {
      inStore = input;
    },
  };
}

const quiet = { pending: signal(0), acknowledgedAt: () => null, settled: async () => undefined };

describe('the exporter', () => {
  it('has handed the file over when the press is handled, so that the popup may close', async () => {
    const { made, files } = await exporter();
    made.run(KEY, quiet);
    expect(files).toEqual(['first']);
    expect(made.exported.value?.name).toBe('notes.json');
  });

  it('waits for a write that is under way, and exports it too', async () => {
    const { made, files, stores } = await exporter();
    const settled = async () => stores(inputWith('second'));
    await made.run(KEY, { ...quiet, pending: signal(1), settled });
    expect(files).toEqual(['second']);
  });

  it('reads the store when a write was acknowledged that it has not heard of yet', async () => {
    const { made, files, stores } = await exporter();
    stores(inputWith('second'));
    const acknowledged = performance.now() + 1;
    await made.run(KEY, { ...quiet, acknowledgedAt: () => acknowledged });
    expect(files).toEqual(['second']);
  });

  it('exports what it heard last', async () => {
    const { made, files, emit } = await exporter();
    emit(inputWith('second'));
    made.run(KEY, quiet);
    expect(files).toEqual(['second']);
  });
});
