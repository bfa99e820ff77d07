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

async function exporter(load = async () => buildExport) {
  const files: string[] = [];
  const handedOver: string[] = [];
  let emit: (input: ExportInput | null) => void = () => undefined;
  const made = createExporter({
    watch(_, next) {
      emit = next;
      next(inputWith('first'));
      return () => undefined;
    },
    download: (text) => files.push(text),
    load,
    handOver: async (key) => {
      handedOver.push(key);
      return 'elsewhere.json';
    },
    now: () => AT,
  });
  made.follow(KEY, () => undefined);
  await Promise.resolve();
  return {
    made,
    files,
    handedOver,
    emit: (input: ExportInput) => emit(input),
  };
}

const quiet = { pending: signal(0), acknowledgedAt: () => null };

describe('the exporter', () => {
  it('has handed the file over when the press is handled, so that the popup may close', async () => {
    const { made, files, handedOver } = await exporter();
    made.run(KEY, quiet);
    expect(files).toEqual(['first']);
    expect(handedOver).toEqual([]);
    expect(made.exported.value?.name).toBe('notes.json');
  });

  it('has handed the article over when the press is handled while a write is under way', async () => {
    const { made, files, handedOver } = await exporter();
    const run = made.run(KEY, { ...quiet, pending: signal(1) });
    expect(handedOver).toEqual([KEY]);
    await run;
    expect(files).toEqual([]);
    expect(made.exported.value?.name).toBe('elsewhere.json');
  });

  it('has handed it over, too, when a write was acknowledged that it has not heard of yet', async () => {
    const { made, files, handedOver } = await exporter();
    const acknowledged = performance.now() + 1;
    made.run(KEY, { ...quiet, acknowledgedAt: () => acknowledged });
    expect([handedOver, files]).toEqual([[KEY], []]);
  });

  it('has handed it over, too, when what makes the file has not loaded', async () => {
    const { made, files, handedOver } = await exporter(() => new Promise(() => {}));
    made.run(KEY, quiet);
    expect([handedOver, files]).toEqual([[KEY], []]);
  });

  it('exports what it heard last', async () => {
    const { made, files, emit } = await exporter();
    emit(inputWith('second'));
    made.run(KEY, quiet);
    expect(files).toEqual(['second']);
  });
});
