import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { follow } from '@/lib/store/follow';

const NAME = 'follow-test';
afterEach(() => Dexie.delete(NAME));

describe('following a query', () => {
  it('recovers when the database can be opened again', async () => {
    const db = openDatabase(NAME);
    const count = () => new Promise<number>((next, fail) => follow(db, () => db.speakers.count(), next, fail));
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      const error = new DOMException('The disk can not be read.', 'NotAllowedError');
      const request = Object.assign(new EventTarget(), { error, onerror: (_: Event) => undefined });
      setTimeout(() =>
        request.onerror({ target: request, preventDefault() {}, stopPropagation() {} } as unknown as Event),
      );
      return request as unknown as IDBOpenDBRequest;
    });
    await expect(count()).rejects.toThrow('The disk can not be read.');
    open.mockRestore();
    await expect(count()).resolves.toBe(0);
    db.close();
  });

  it('gives every new state until it is stopped', async () => {
    const db = openDatabase(NAME);
    const states: number[] = [];
    const stop = follow(
      db,
      () => db.receipts.count(),
      (n) => states.push(n),
      () => undefined,
    );
    await vi.waitFor(() => expect(states).toEqual([0]));
    await db.receipts.add({ id: 'one', at: '2026-11-24T00:00:00.000Z' });
    await vi.waitFor(() => expect(states).toEqual([0, 1]));
    stop();
    await db.receipts.add({ id: 'two', at: '2026-11-24T00:00:00.000Z' });
    await new Promise((done) => setTimeout(done, 50));
    expect(states).toEqual([0, 1]);
    db.close();
  });
});
