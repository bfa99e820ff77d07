import { afterEach, expect, it, vi } from 'vitest';
import { rememberSpeakers } from '@/entrypoints/background/remembered-speakers';
import { openDatabase } from '@/lib/store/database';
import { speakerNamed } from './store/samples';

const db = openDatabase();
afterEach(async () => {
  vi.restoreAllMocks();
  await db.speakers.clear();
});

const namesIn = async (speakers: ReturnType<typeof rememberSpeakers>) =>
  (await speakers.known()).map(({ speaker }) => speaker.name);

it('reads the speakers once, and anew after a write', async () => {
  const reads = vi.spyOn(db, 'transaction');
  const speakers = rememberSpeakers(db);
  expect(await namesIn(speakers)).toEqual([]);
  await db.speakers.add(speakerNamed('Ada Brown'));
  expect(await namesIn(speakers)).toEqual([]);
  expect(reads).toHaveBeenCalledTimes(1);
  speakers.forget();
  expect(await namesIn(speakers)).toEqual(['Ada Brown']);
});

it('tries again after it could not read', async () => {
  const speakers = rememberSpeakers(db);
  vi.spyOn(db, 'transaction').mockRejectedValueOnce(new Error('Blocked.'));
  await expect(speakers.known()).rejects.toThrow('Blocked.');
  expect(await namesIn(speakers)).toEqual([]);
});
