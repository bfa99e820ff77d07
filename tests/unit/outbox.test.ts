import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '@/lib/annotations/command';
import { OnRecordError, toFailure } from '@/lib/annotations/failure';
import { newId } from '@/lib/annotations/ids';
import {
  bringsWork,
  createDrain,
  createWriter,
  discardFailed,
  type OutboxStorage,
  readFailed,
  retryFailed,
} from '@/lib/outbox';

const { session } = fakeBrowser.storage;

const command = (at = '2026-11-24T10:00:00.000Z'): Command => ({
  id: newId(),
  at,
  type: 'deleteAnnotation',
  annotationId: newId(),
});

/** A store that keeps receipts, as the real one does, and refuses what it is told to. */
class Store {
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
class Background {
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

const full: OutboxStorage = {
  get: (keys) => session.get(keys),
  remove: (keys) => session.remove(keys),
  set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')),
};

const notFound = new OnRecordError('not-found', 'It is gone. Tag it again.');
const DEAD = () => Promise.reject(new Error('The message port closed before a response was received.'));
const impatient = { retryDelays: [1, 1], patience: 50 };

const waiting = async () => Object.keys(await session.get(null)).filter((key) => key.startsWith('outbox:'));

let store: Store;
let background: Background;

beforeEach(() => {
  fakeBrowser.reset();
  store = new Store();
  background = new Background(store);
});

const writerTo = (send: (message: { command: Command }) => Promise<unknown>, storage: OutboxStorage = session) =>
  createWriter({ storage, send, ...impatient });

describe('a write', () => {
  it('is stored and sent before the call returns', async () => {
    const set = vi.spyOn(session, 'set');
    const send = vi.fn(background.receive);
    const given = command();
    const written = writerTo(send).write(given);
    const [items = {}] = set.mock.calls[0] ?? [];
    expect(Object.values(items)).toEqual([given]);
    expect(Object.keys(items)[0]).toMatch(new RegExp(`^outbox:\\d{15}:\\d{6}:${given.id}$`));
    expect(send).toHaveBeenCalledWith({ to: 'background', type: 'write', command: given });
    await written;
    set.mockRestore();
  });

  it('is done and leaves nothing behind once it is acknowledged and the outbox is drained', async () => {
    const given = command();
    await writerTo(background.receive).write(given);
    await background.start();
    expect(store.applied).toEqual([given.id]);
    expect(await session.get(null)).toEqual({});
  });

  it('is not acknowledged before it is applied', async () => {
    const applying = Promise.withResolvers<void>();
    const apply = vi.fn(() => applying.promise);
    const drain = createDrain({ storage: session, apply });
    let isAcknowledged = false;
    const written = createWriter({
      storage: session,
      send: async ({ command: given }) => {
        await drain.write(given);
        return { ok: true, value: null };
      },
    })
      .write(command())
      .then(() => {
        isAcknowledged = true;
      });
    await vi.waitFor(() => expect(apply).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isAcknowledged).toBe(false);
    applying.resolve();
    await written;
  });

  it('survives a worker that is stopped before it applies', async () => {
    const given = command();
    const send = vi.fn(background.receive).mockImplementationOnce(DEAD);
    await writerTo(send).write(given);
    expect(store.applied).toEqual([given.id]);
  });

  it('survives a worker that is stopped between applying and acknowledging, and is done once', async () => {
    const given = command();
    const send = vi.fn(background.receive).mockImplementationOnce(async (message) => {
      await store.apply(message.command);
      return undefined;
    });
    await writerTo(send).write(given);
    await background.start();
    expect(store.applied).toEqual([given.id]);
    expect(await waiting()).toEqual([]);
  });

  it('survives a worker that never answers', async () => {
    const given = command();
    const send = vi.fn(background.receive).mockImplementationOnce(() => new Promise(() => {}));
    await writerTo(send).write(given);
    expect(store.applied).toEqual([given.id]);
  });

  it('survives a view that is closed at once, whether or not its message arrived', async () => {
    const given = command();
    void writerTo(() => new Promise(() => {}))
      .write(given)
      .catch(() => undefined);
    await background.start();
    expect(store.applied).toEqual([given.id]);
    expect(await waiting()).toEqual([]);
  });

  it('says so when nobody answers, and is done when the worker is back', async () => {
    const given = command();
    const written = writerTo(DEAD).write(given);
    await expect(written).rejects.toMatchObject({ code: 'unreachable', message: expect.stringMatching(/is kept/) });
    await background.start();
    expect(store.applied).toEqual([given.id]);
  });

  it('says so when the extension was reloaded under the view', async () => {
    const send = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(writerTo(send).write(command())).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('arrives by message alone when session storage is full', async () => {
    const given = command();
    await writerTo(background.receive, full).write(given);
    expect(store.applied).toEqual([given.id]);
  });

  it('does not claim to be kept when storage is full and nobody answers', async () => {
    const written = writerTo(DEAD, full).write(command());
    await expect(written).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/could not keep/),
    });
  });

  it('is refused when the answer is not one', async () => {
    await expect(writerTo(async () => 'yes').write(command())).rejects.toMatchObject({ code: 'invalid-message' });
  });
});

describe('several writes', () => {
  it('are carried out in the order of the calls', async () => {
    const given = Array.from({ length: 30 }, () => command());
    const writer = writerTo(background.receive);
    await Promise.all(given.map((one) => writer.write(one)));
    expect(store.applied).toEqual(given.map(({ id }) => id));
  });

  it('are carried out in order even if the first message is lost', async () => {
    const [first, second] = [command(), command()];
    const send = vi.fn(background.receive).mockImplementationOnce(DEAD);
    const writer = writerTo(send);
    const both = [writer.write(first), writer.write(second)];
    await Promise.all(both);
    expect(store.applied).toEqual([first.id, second.id]);
  });

  it('that wait for a worker are carried out in order, one at a time', async () => {
    const given = Array.from({ length: 12 }, () => command());
    const writer = writerTo(DEAD);
    await Promise.allSettled(given.map((one) => writer.write(one)));
    let running = 0;
    const drain = createDrain({
      storage: session,
      apply: async (one) => {
        expect(++running).toBe(1);
        await store.apply(one);
        running--;
      },
    });
    await Promise.all([drain.drain(), drain.drain()]);
    expect(store.applied).toEqual(given.map(({ id }) => id));
  });
});

describe('a refused write', () => {
  it('is reported, kept aside with its reason, and does not hold up the others', async () => {
    const [bad, good] = [command(), command()];
    store.refused.set(bad.id, notFound);
    const writer = writerTo(background.receive);
    const both = [writer.write(bad), writer.write(good)];
    await expect(both[0]).rejects.toMatchObject({ code: 'not-found', message: notFound.message });
    await both[1];
    await background.start();
    expect(store.applied).toEqual([good.id]);
    expect(await waiting()).toEqual([]);
    expect(await readFailed(session)).toEqual([{ id: bad.id, command: bad, failure: notFound.toFailure() }]);
  });

  it('is kept aside when the view that sent it is gone', async () => {
    const bad = command();
    store.refused.set(bad.id, notFound);
    await writerTo(DEAD)
      .write(bad)
      .catch(() => undefined);
    await background.start();
    expect(await readFailed(session)).toMatchObject([{ id: bad.id }]);
  });

  it('stays in the outbox when there is no room to keep it aside', async () => {
    const bad = command();
    store.refused.set(bad.id, notFound);
    await writerTo(DEAD)
      .write(bad)
      .catch(() => undefined);
    await new Background(store, full).start();
    expect(await waiting()).toHaveLength(1);
  });

  it('is kept aside, too, when it came by message alone', async () => {
    const bad = command();
    store.refused.set(bad.id, notFound);
    await expect(writerTo(background.receive, full).write(bad)).rejects.toMatchObject({ code: 'not-found' });
    expect(await readFailed(session)).toMatchObject([{ id: bad.id }]);
  });

  it('can be retried, and is kept until that worked', async () => {
    const bad = command();
    store.refused.set(bad.id, notFound);
    const writer = writerTo(background.receive);
    await writer.write(bad).catch(() => undefined);
    await expect(retryFailed(session, writer, bad.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await readFailed(session)).toHaveLength(1);
    store.refused.clear();
    await retryFailed(session, writer, bad.id);
    expect(store.applied).toEqual([bad.id]);
    expect(await readFailed(session)).toEqual([]);
    await expect(retryFailed(session, writer, bad.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not kept aside any longer when the entry that came after its message could be carried out', async () => {
    const given = command();
    store.refused.set(given.id, new OnRecordError('quota-exceeded', 'Free some space.'));
    await background.receive({ command: given });
    expect(await readFailed(session)).toHaveLength(1);
    store.refused.clear();
    await session.set({ [`outbox:000000000000001:000000:${given.id}`]: given });
    await background.start();
    expect(await session.get(null)).toEqual({});
  });

  it('can be discarded', async () => {
    const bad = command();
    store.refused.set(bad.id, notFound);
    await writerTo(background.receive)
      .write(bad)
      .catch(() => undefined);
    await background.start();
    await discardFailed(session, bad.id);
    await background.start();
    expect(await session.get(null)).toEqual({});
  });

  it('comes in the order in which the person did it', async () => {
    const late = command('2026-11-24T12:00:00.000Z');
    const early = command('2026-11-24T11:00:00.000Z');
    for (const one of [late, early]) store.refused.set(one.id, notFound);
    const writer = writerTo(background.receive);
    await Promise.allSettled([writer.write(late), writer.write(early)]);
    expect((await readFailed(session)).map(({ id }) => id)).toEqual([early.id, late.id]);
  });

  it('that is no command is kept aside and can only be discarded', async () => {
    await session.set({ 'outbox:000000000000001:000000:x': { id: 'x', type: 'explode' } });
    await background.start();
    expect(store.applied).toEqual([]);
    const failed = await readFailed(session);
    expect(failed).toEqual([{ id: 'x', command: null, failure: expect.objectContaining({ code: 'invalid-message' }) }]);
    await expect(retryFailed(session, writerTo(background.receive), 'x')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a change of session storage', () => {
  it('brings work only when something was put into the outbox', () => {
    expect(bringsWork({ 'outbox:1': { newValue: command() } })).toBe(true);
    expect(bringsWork({ 'outbox:1': { newValue: undefined } })).toBe(false);
    expect(bringsWork({ 'failed:1': { newValue: command() }, 'draft:1': { newValue: 'a' } })).toBe(false);
  });
});
