import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/annotations/hash';
import { codePoints } from './arbitraries';

describe('the hash of a text', () => {
  it('is the SHA-256 of its UTF-8 bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: codePoints }), async (text) => {
        expect(await sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('counts a lone surrogate as the replacement character', async () => {
    expect(await sha256Hex('a\ud83d')).toBe(await sha256Hex('a\ufffd'));
  });
});
