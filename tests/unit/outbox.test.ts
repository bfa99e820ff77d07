import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bringsWork, createDrain, createWriter, drained } from '@/lib/outbox';
import { Background, command, DEAD, full, impatient, Store, session, waiting, writerTo } from './outbox-in-test';

let store: Store;
let background: Background;

beforeEach(() => {
  fakeBrowser.reset();
  store = new Store();
  background = new Background(store);
});

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
    await expect(written).rejects.toMatchObject({ code: 'unreachable-kept' });
    await background.start();
    expect(store.applied).toEqual([given.id]);
  });

  it('says so when the extension was reloaded under the view', async () => {
    const send = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(writerTo(send).write(command())).rejects.toMatchObject({ code: 'unreachable-kept' });
  });

  it('arrives by message alone when session storage is full', async () => {
    const given = command();
    await writerTo(background.receive, full).write(given);
    expect(store.applied).toEqual([given.id]);
  });

  it('does not claim to be kept when storage is full and nobody answers', async () => {
    const written = writerTo(DEAD, full).write(command());
    await expect(written).rejects.toMatchObject({ code: 'unreachable-lost' });
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

describe('a change of session storage', () => {
  it('brings work only when something was put into the outbox', () => {
    expect(bringsWork({ 'outbox:1': { newValue: command() } })).toBe(true);
    expect(bringsWork({ 'outbox:1': { newValue: undefined } })).toBe(false);
    expect(bringsWork({ 'failed:1': { newValue: command() }, 'draft:1': { newValue: 'a' } })).toBe(false);
  });
});

describe('waiting until all is drained', () => {
  const done = async () => {
    await background.start();
    return { ok: true, value: null };
  };

  it('ends when what another view has written is carried out', async () => {
    const given = command();
    await session.set({ [`outbox:000000000000001:000000:${given.id}`]: given });
    await drained({ send: done });
    expect(store.applied).toEqual([given.id]);
  });

  it('survives a worker that is stopped before it answers, or that never answers', async () => {
    const send = vi
      .fn(done)
      .mockImplementationOnce(DEAD)
      .mockImplementationOnce(() => new Promise(() => {}));
    await drained({ send, ...impatient });
    expect(send).toHaveBeenCalledTimes(3);
    expect(send).toHaveBeenCalledWith({ to: 'background', type: 'drain' });
  });

  it('fails with a sentence when nobody answers or the background has failed', async () => {
    await expect(drained({ send: DEAD, ...impatient })).rejects.toMatchObject({ code: 'unreachable' });
    const failure = { code: 'storage-failed', message: 'The memory can’t be read.' };
    await expect(drained({ send: async () => ({ ok: false, failure }) })).rejects.toMatchObject(failure);
  });
});
