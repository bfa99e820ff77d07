import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE, MAX_UNPACKED, MAX_WHOLE } from '@/lib/exchange/import-limits';
import { readText } from '@/lib/exchange/read-text';
import { unzipped } from '@/lib/exchange/unzip';

/** A file that says it is so large. */
const ofSize = (size: number) => Object.defineProperty(new Blob(['{}']), 'size', { value: size });

const zipSaying = (size: number): Blob => {
  const bytes = zipSync({ 'a.json': new TextEncoder().encode('{}') });
  const view = new DataView(bytes.buffer);
  // In the directory at the end of the zip, which is what counts, the unpacked size stands 24 bytes after this mark.
  for (let at = 0; at + 28 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return new Blob([bytes]);
};

describe('a file that is too large', () => {
  it('is refused before it is read', async () => {
    await expect(Array.fromAsync(readText(ofSize(MAX_FILE + 1)))).rejects.toMatchObject({ code: 'too-large' });
    await expect(unzipped(ofSize(MAX_WHOLE + 1))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('within a small zip is refused before it is unpacked', async () => {
    await expect(unzipped(zipSaying(MAX_UNPACKED + 1))).rejects.toMatchObject({ code: 'too-large' });
    expect([...(await unzipped(zipSaying(2))).keys()]).toEqual(['a.json']);
  });
});

describe('the text of a file', () => {
  it('is whole where a character lies across two parts of it, and without a byte order mark', async () => {
    const text = `${'x'.repeat(999_998)}🌉é`;
    expect((await Array.fromAsync(readText(new Blob(['\uFEFF', text])))).join('')).toBe(text);
  });

  it('that ends within a character is refused', async () => {
    const cut = new Blob([new TextEncoder().encode('x🌉').slice(0, 3)]);
    await expect(Array.fromAsync(readText(cut))).rejects.toMatchObject({ code: 'not-utf8' });
  });
});
