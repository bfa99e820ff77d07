/** A store and a background that the tests of the outbox can stop and refuse as they like. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '@/lib/annotations/command';
import { OnRecordError, toFailure } from '@/lib/annotations/failure';
import { newId } from '@/lib/annotations/ids';
import { createDrain, createWriter, type OutboxStorage } from '@/lib/outbox';

export const { session } = fakeBrowser.storage;

export const command = (at = '2026-11-24T10:00:00.000Z'): Command => ({
  id: newId(),
  at,
  type: 'deleteAnnotation',
  annotationId: newId(),
});

/** Changes of one field, the earlier ones first. */
export function notes(...texts: string[]): Command[] {
  const annotationId = newId();
  return texts.map((note, i) => ({
    id: newId(),
    at: `2026-11-24T10:00:0${i}.000Z`,
    type: 'updateAnnotation',
    annotationId,
    patch: { note },
    capture: null,
  }));
}

/** A store that keeps receipts, as the real one does, and refuses what it is told to. */
export class Store {
  readonly applied: string[] = [];
  readonly refused = new Map<string, OnRecordError>();

  readonly apply = async (given: Command): Promise<void> => {
    await Promise.resolve();
    const refusal = this.refused.get(given.id);
    if (refusal) throw refusal;
    if (!this.applied.includes(given.id)) this.applied.push(given.id);
  };
}

/** A background that can be stopped at any moment, as the browser may. */
export class Background {
  private drain;
  constructor(store: Store, storage: OutboxStorage = session) {
    this.drain = createDrain({ storage, apply: store.apply });
  }

  readonly receive = async ({ command: given }: { command: Command }): Promise<unknown> => {
    try {
      await this.drain.write(given);
      return { ok: true, value: null };
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  };

  readonly start = () => this.drain.drain();
}

export const full: OutboxStorage = {
  get: (keys) => session.get(keys),
  remove: (keys) => session.remove(keys),
  set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')),
};

export const gone = new OnRecordError('speaker-gone', 'It is gone.');
export const DEAD = () => Promise.reject(new Error('The message port closed before a response was received.'));
export const impatient = { retryDelays: [1, 1], patience: 50 };

export const waiting = async () => Object.keys(await session.get(null)).filter((key) => key.startsWith('outbox:'));

export const writerTo = (send: (message: { command: Command }) => Promise<unknown>, storage: OutboxStorage = session) =>
  createWriter({ storage, send, ...impatient });
