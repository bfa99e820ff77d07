import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import { discardFailed, readFailed, retryFailed } from '@/lib/outbox';
import { Background, command, DEAD, full, gone, notes, Store, session, waiting, writerTo } from './outbox-in-test';

let store: Store;
let background: Background;

beforeEach(() => {
  fakeBrowser.reset();
  store = new Store();
  background = new Background(store);
});

describe('a refused write', () => {
  it('is reported, kept aside with its reason, and does not hold up the others', async () => {
    const [bad, good] = [command(), command()];
    store.refused.set(bad.id, gone);
    const writer = writerTo(background.receive);
    const both = [writer.write(bad), writer.write(good)];
    await expect(both[0]).rejects.toMatchObject({ code: 'speaker-gone', message: gone.message });
    await both[1];
    await background.start();
    expect(store.applied).toEqual([good.id]);
    expect(await waiting()).toEqual([]);
    expect(await readFailed(session)).toEqual([{ id: bad.id, command: bad, failure: gone.toFailure() }]);
  });

  it('is kept aside when the view that sent it is gone', async () => {
    const bad = command();
    store.refused.set(bad.id, gone);
    await writerTo(DEAD)
      .write(bad)
      .catch(() => undefined);
    await background.start();
    expect(await readFailed(session)).toMatchObject([{ id: bad.id }]);
  });

  it('stays in the outbox when there is no room to keep it aside', async () => {
    const bad = command();
    store.refused.set(bad.id, gone);
    await writerTo(DEAD)
      .write(bad)
      .catch(() => undefined);
    await new Background(store, full).start();
    expect(await waiting()).toHaveLength(1);
  });

  it('is kept aside, too, when it came by message alone', async () => {
    const bad = command();
    store.refused.set(bad.id, gone);
    await expect(writerTo(background.receive, full).write(bad)).rejects.toMatchObject({ code: 'speaker-gone' });
    expect(await readFailed(session)).toMatchObject([{ id: bad.id }]);
  });

  it('can be retried, and is kept until that worked', async () => {
    const bad = command();
    store.refused.set(bad.id, gone);
    const writer = writerTo(background.receive);
    await writer.write(bad).catch(() => undefined);
    await expect(retryFailed(session, writer, bad.id)).rejects.toMatchObject({ code: 'speaker-gone' });
    expect(await readFailed(session)).toHaveLength(1);
    store.refused.clear();
    await retryFailed(session, writer, bad.id);
    expect(store.applied).toEqual([bad.id]);
    expect(await readFailed(session)).toEqual([]);
    await expect(retryFailed(session, writer, bad.id)).rejects.toMatchObject({ code: 'not-kept' });
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
    store.refused.set(bad.id, gone);
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
    for (const one of [late, early]) store.refused.set(one.id, gone);
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
    await expect(retryFailed(session, writerTo(background.receive), 'x')).rejects.toMatchObject({ code: 'not-kept' });
  });
});

describe('a refused write that a later one has decided anew is given up', () => {
  const fullDisk = new OnRecordError('quota-exceeded', 'Free some space.');
  const [first, second] = notes('a', 'ab') as [Command, Command];
  const put = (given: Command, n: number) => session.set({ [`outbox:00000000000000${n}:000000:${given.id}`]: given });

  beforeEach(() => store.refused.set(first.id, fullDisk));

  it('when both waited and nobody looked', async () => {
    await put(first, 1);
    await put(second, 2);
    await background.start();
    expect(store.applied).toEqual([second.id]);
    expect(await readFailed(session)).toEqual([]);
  });

  it('when the later one comes after the other was set aside, also by message alone', async () => {
    await put(first, 1);
    await background.start();
    expect(await readFailed(session)).toHaveLength(1);
    await background.receive({ command: second });
    expect(await readFailed(session)).toEqual([]);
  });

  it('when there was no room to set it aside: it must not overwrite the later one', async () => {
    await put(first, 1);
    await put(second, 2);
    await new Background(store, full).start();
    store.refused.clear();
    await background.start();
    expect(store.applied).toEqual([second.id]);
    expect(await waiting()).toEqual([]);
  });

  it('but not while the later one fails, too', async () => {
    store.refused.set(second.id, fullDisk);
    await put(first, 1);
    await put(second, 2);
    await background.start();
    expect((await readFailed(session)).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('but not for what decides something else', async () => {
    const [other] = notes('of another annotation') as [Command];
    await put(first, 1);
    await put(other, 2);
    await background.start();
    expect(await readFailed(session)).toMatchObject([{ id: first.id }]);
  });
});
