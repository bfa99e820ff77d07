import { expect, it } from 'vitest';
import { type CompletionDependencies, createCompletion } from '@/components/export/completion';
import { OnRecordError } from '@/lib/annotations/failure';
import { AT, KEY, READING } from '../sample-session';

const article = { key: KEY, url: READING.url, ...READING.metadata, createdAt: AT, updatedAt: AT, deletedAt: null };

/** What was done, in order. */
function completion(change: Partial<CompletionDependencies> = {}, articleKey: string | null = KEY) {
  const steps: string[] = [];
  const made = createCompletion(
    {
      drained: async () => void steps.push('drained'),
      async read(key) {
        steps.push(`read ${key}`);
        return { article, aliases: [], annotations: [], snapshots: [], speakers: [] };
      },
      build: ({ article: { title } }, at) => ({ text: `${title}, ${at}`, name: 'ferry.json' }),
      download: (text, name, type) => steps.push(`download ${name} (${type}): ${text}`),
      now: () => AT,
      ...change,
    },
    articleKey,
  );
  return { made, steps };
}

it('waits for what was written, reads the store, and hands the file over', async () => {
  const { made, steps } = completion();
  expect(await made.run()).toEqual({ phase: 'exported', name: 'ferry.json' });
  expect(steps).toEqual([
    'drained',
    `read ${KEY}`,
    `download ferry.json (application/json): ${READING.metadata.title}, ${AT}`,
  ]);
});

it('hands nothing over, and says why, when it can’t be sure to have what was written', async () => {
  const { made, steps } = completion({
    drained: () => Promise.reject(new OnRecordError('unreachable', 'On Record is not answering.')),
  });
  expect(await made.run()).toMatchObject({ phase: 'failed', failure: { message: 'On Record is not answering.' } });
  expect(steps).toEqual([]);
});

it('says that the store can’t be read, and exports when it is tried again', async () => {
  let isBroken = true;
  const { made, steps } = completion({
    read: async () => {
      if (isBroken) throw new DOMException('The disk can’t be read.', 'UnknownError');
      return { article, aliases: [], annotations: [], snapshots: [], speakers: [] };
    },
  });
  await made.run();
  expect(made.state.value).toMatchObject({
    phase: 'failed',
    failure: { code: 'unreadable-export', message: expect.stringContaining('UnknownError') },
  });
  isBroken = false;
  expect(await made.run()).toMatchObject({ phase: 'exported' });
  expect(steps.filter((step) => step.startsWith('download'))).toHaveLength(1);
});

it.each([
  ['nothing is stored of the article', KEY],
  ['its address names no article', null],
])('says that nothing is tagged when %s', async (_, key) => {
  const { made } = completion({ read: async () => null }, key);
  expect(await made.run()).toMatchObject({
    phase: 'failed',
    failure: { code: 'nothing-to-export' },
  });
});
