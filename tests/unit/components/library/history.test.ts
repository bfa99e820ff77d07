import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlaceHistory } from '@/components/library/history';

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '#quotes');
});
afterEach(() => vi.useRealTimers());

describe('the address of the library', () => {
  it('follows what is typed once it rests, without a step to go back to', () => {
    const { go, place } = createPlaceHistory(window);
    const before = history.length;
    for (const query of ['f', 'fu', 'fund']) go({ query }, false);
    expect(place.value.query).toBe('fund');
    expect(location.hash).toBe('#quotes');
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#quotes?q=fund');
    expect(history.length).toBe(before);
  });

  it('takes a step at once, and keeps what was typed before it as the place to come back to', () => {
    const replace = vi.spyOn(history, 'replaceState');
    const push = vi.spyOn(history, 'pushState');
    const { go } = createPlaceHistory(window);
    go({ query: 'fund' }, false);
    go({ ref: 'a' }, true);
    expect(replace).toHaveBeenLastCalledWith(null, '', '#quotes?q=fund');
    expect(push).toHaveBeenLastCalledWith(null, '', '#quotes?q=fund&ref=a');
    push.mockClear();
    go({ ref: 'a' }, true);
    expect(push).not.toHaveBeenCalled();
  });

  it('leads to its place when somebody goes back or follows a link', () => {
    const { go, place } = createPlaceHistory(window);
    go({ query: 'unfinished' }, false);
    history.replaceState(null, '', '#claims?q=wall');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(place.value).toMatchObject({ view: 'claims', query: 'wall' });
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#claims?q=wall');
  });
});
