import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLateText } from '@/entrypoints/page/late-text';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  life = new AbortController();
  document.body.innerHTML = '<p>First.</p>';
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** Changes the page now and, with `every` ms in between, for as long as `during` ms. */
async function change(during = 0, every = 50) {
  for (let passed = 0; passed <= during; passed += every) {
    document.body.append('More. ');
    // Mutations are told after what is under way.
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(every);
  }
}

function watched({ isLost = () => true, found = () => false }: { isLost?: () => boolean; found?: () => boolean } = {}) {
  const search = vi.fn(async () => found());
  const lateText = watchLateText(document, life.signal, { isLost, search });
  return { search, lateText };
}

describe('late text', () => {
  it('is searched once a page that has changed is left alone for a moment', async () => {
    const { search } = watched();
    await change();
    expect(search).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(400);
    expect(search).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('is not searched while nothing is lost', async () => {
    const { search } = watched({ isLost: () => false });
    await change(5000);
    expect(search).not.toHaveBeenCalled();
  });

  it('is searched less and less while a page never stops changing and nothing is found', async () => {
    const { search } = watched();
    await change(60_000);
    // Waits of 0.4, 0.8, 1.6 … 25.6 s.
    expect(search.mock.calls.length).toBeGreaterThan(4);
    expect(search.mock.calls.length).toBeLessThan(9);
  });

  it('is searched soon again when something was found, when other passages are expected, and after a time of quiet', async () => {
    let isFound = false;
    const { search, lateText } = watched({ found: () => isFound });
    const searchedSoon = async () => {
      search.mockClear();
      await change();
      await vi.advanceTimersByTimeAsync(450);
      return search.mock.calls.length;
    };
    await change(10_000);
    expect(await searchedSoon()).toBe(0);
    isFound = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await searchedSoon()).toBe(1);
    isFound = false;
    await change(10_000);
    lateText.expect();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await searchedSoon()).toBe(1);
    await change(10_000);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await searchedSoon()).toBe(1);
  });

  it('goes on being searched after a search that failed', async () => {
    const failure = new Error('Out of luck.');
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const search = vi.fn(() => Promise.reject(failure));
    watchLateText(document, life.signal, { isLost: () => true, search });
    await change();
    await vi.advanceTimersByTimeAsync(400);
    await change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(search).toHaveBeenCalledTimes(2);
    expect(reported).toHaveBeenCalledWith(failure);
    vi.unstubAllGlobals();
  });

  it('is not searched any more once the script has stopped', async () => {
    const { search } = watched();
    await change();
    life.abort();
    await vi.advanceTimersByTimeAsync(1000);
    await change(1000);
    expect(search).not.toHaveBeenCalled();
  });
});
