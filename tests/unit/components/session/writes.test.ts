import { expect, it } from 'vitest';
import type { FailedWrite } from '@/components/session/dependencies';
import { createWrites } from '@/components/session/writes';
import type { Command } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import { uuid } from '../sample-session';

const ANNOTATION = uuid();
const note = (text: string): Command => ({
  type: 'updateAnnotation',
  id: uuid(),
  at: '2026-11-24T08:00:00.000Z',
  annotationId: ANNOTATION,
  patch: { note: text },
  capture: null,
});

/** Writes to a disk that is full while `isFull`; what is refused is kept, as the background does. */
function writesTo(disk: { isFull: boolean; isBroken?: boolean }, kept = new Map<string, FailedWrite>()) {
  const stored: string[] = [];
  const writes = createWrites(
    {
      async write(command) {
        if (command.type !== 'updateAnnotation') throw new Error('Only notes are written here.');
        if (disk.isFull) {
          const error = new OnRecordError(disk.isBroken ? 'invalid-record' : 'quota-exceeded', 'It can’t be saved.');
          kept.set(command.id, { id: command.id, command, failure: error.toFailure() });
          throw error;
        }
        stored.push(command.patch.note ?? '');
      },
    },
    { read: async () => [...kept.values()], discard: async (id) => void kept.delete(id) },
  );
  return { writes, stored, kept };
}

it('keeps of a text that could not be saved the last state, and Try again saves that', async () => {
  const disk = { isFull: true };
  const { writes, stored, kept } = writesTo(disk);
  await Promise.all([writes.run(note('a')), writes.run(note('ab')), writes.run(note('abc'))]);
  const [problem, ...others] = writes.problems.value;
  expect(others).toEqual([]);
  expect(kept.size).toBe(1);
  disk.isFull = false;
  if (problem) await writes.retry(problem);
  expect(stored).toEqual(['abc']);
  expect(writes.problems.value).toEqual([]);
  expect(kept.size).toBe(0);
});

it('gives a text up that could not be saved once a later one was', async () => {
  const disk = { isFull: true };
  const { writes, kept } = writesTo(disk);
  expect(await writes.run(note('a'))).toBe(false);
  disk.isFull = false;
  expect(await writes.run(note('ab'))).toBe(true);
  expect(writes.problems.value).toEqual([]);
  expect(kept.size).toBe(0);
});

it('takes up, of a text that was refused while nobody looked, the last state only', async () => {
  const kept = new Map<string, FailedWrite>();
  const failure = { code: 'quota-exceeded' as const, message: 'The disk is full.' };
  for (const command of [note('a'), note('ab')]) kept.set(command.id, { id: command.id, command, failure });
  const { writes } = writesTo({ isFull: false }, kept);
  await writes.recover();
  expect(writes.problems.value).toMatchObject([{ command: { patch: { note: 'ab' } } }]);
  expect(kept.size).toBe(1);
});

it('does not give a text up for a later one that no attempt will save', async () => {
  const disk = { isFull: true, isBroken: false };
  const { writes } = writesTo(disk);
  await writes.run(note('a'));
  disk.isBroken = true;
  await writes.run(note('ab'));
  expect(writes.problems.value.map(({ failure }) => failure.code)).toEqual(['quota-exceeded', 'invalid-record']);
});
