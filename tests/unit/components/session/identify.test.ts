import { describe, expect, it } from 'vitest';
import { identify } from '@/components/session/identify';

const NO_URLS = { canonical: null, og: null, amp: null };

describe('identify', () => {
  it('asks again when the worker was stopped before it answered', async () => {
    let asked = 0;
    const send = async () => {
      asked += 1;
      if (asked === 1) throw new Error('The message port closed before a response was received.');
      return asked === 2 ? undefined : { ok: true, value: { articleKey: 'https://a.example/b' } };
    };
    expect(await identify(send, 'http://a.example/b', NO_URLS, undefined, [0, 0, 0])).toBe('https://a.example/b');
    expect(asked).toBe(3);
  });

  it('says so when nobody ever answers', async () => {
    await expect(identify(async () => undefined, 'http://a.example', NO_URLS, undefined, [0])).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('passes a refusal on', async () => {
    const failure = { code: 'storage-blocked', message: 'Close the other tabs.' };
    await expect(identify(async () => ({ ok: false, failure }), 'x', NO_URLS, undefined, [0])).rejects.toMatchObject(
      failure,
    );
  });
});
