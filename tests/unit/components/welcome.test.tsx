import { describe, expect, it, vi } from 'vitest';
import { PinnedIcon } from '@/components/welcome/pinned-icon';
import { Practice, type PracticeProps } from '@/components/welcome/practice';
import { doing, find, show } from './rendering';

const KEYS = { quote: 'q', claim: 'c', speaker: 's' };

describe('where the icon is', () => {
  it('is told until it stands in the toolbar', async () => {
    const isPinned = vi.fn(async () => false);
    const root = await show(<PinnedIcon isPinned={isPinned} />);
    await vi.waitFor(() => expect(root.textContent).toContain('Press the puzzle piece'));
    isPinned.mockResolvedValue(true);
    await doing(() => window.dispatchEvent(new Event('focus')));
    await vi.waitFor(() => expect(root.textContent).toBe('The icon is in your toolbar.'));
  });

  it('is told where the browser does not say', async () => {
    const root = await show(<PinnedIcon isPinned={() => Promise.reject(new Error('unknown'))} />);
    await vi.waitFor(() => expect(root.textContent).toContain('Press the puzzle piece'));
  });
});

describe('the practice', () => {
  it('ticks off what was tried, says when that is all, and begins anew without what was painted', async () => {
    const practise = vi.fn<PracticeProps['practise']>();
    const root = await show(<Practice keys={KEYS} practise={practise} />);
    const [options, signal] = practise.mock.calls[0] ?? [];
    expect(options?.text.textContent).toContain('Mara Lindqvist');
    await doing(() => options?.onTag('quote'));
    await doing(() => options?.onTag('quote'));
    expect(root.querySelectorAll('.step-done')).toHaveLength(1);
    await doing(() => options?.onTag('claim'));
    await doing(() => options?.onTag('speaker'));
    expect(find(root, '[role="status"]').textContent).toContain('That is all.');
    await doing(() => find(root, 'button', 'Start again').click());
    expect(root.querySelectorAll('.step-done')).toHaveLength(0);
    expect(signal?.aborted).toBe(true);
    expect(practise).toHaveBeenCalledTimes(2);
  });
});
