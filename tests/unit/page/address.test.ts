import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAddress } from '@/entrypoints/page/address';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  go('/news/dredger');
  document.head.innerHTML = '<link rel="canonical" href="https://paper.example/dredger">';
});
afterEach(() => {
  life.abort();
  document.head.innerHTML = '';
});

const go = (path: string) => history.pushState(null, '', `http://localhost:3000${path}`);
const CLAIMS = { canonical: 'https://paper.example/dredger', og: null, amp: null };

function watched() {
  const onMove = vi.fn();
  return { onMove, address: watchAddress(window as Window & typeof globalThis, life.signal, onMove) };
}

describe('the address of a page', () => {
  it.each(['/news/dredger#comments', '/news/dredger?utm_source=letter', '/news/dredger/'])(
    'is that of the same article when it becomes %s',
    (path) => {
      const { onMove, address } = watched();
      go(path);
      address.check();
      expect(onMove).not.toHaveBeenCalled();
    },
  );

  it.each(['/news/locks', '/news/dredger?page=2'])('is that of another article when it becomes %s, once', (path) => {
    const { onMove, address } = watched();
    go(path);
    address.check();
    address.check();
    expect(onMove).toHaveBeenCalledTimes(1);
  });

  it('leaves behind what the page has claimed to be at the one before, until it claims something else', () => {
    const { address } = watched();
    expect(address.believable(CLAIMS)).toEqual(CLAIMS);
    go('/news/locks');
    address.check();
    expect(address.believable(CLAIMS)).toEqual({ canonical: null, og: null, amp: null });
    const others = { ...CLAIMS, canonical: 'https://paper.example/locks' };
    expect(address.believable(others)).toEqual(others);
  });

  it('is no longer watched once the script has stopped', () => {
    const { onMove, address } = watched();
    life.abort();
    go('/news/locks');
    address.check();
    expect(onMove).not.toHaveBeenCalled();
  });
});
