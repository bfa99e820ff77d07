import { afterEach, describe, expect, it } from 'vitest';
import { createPageReader } from '@/entrypoints/page/reader';

let life = new AbortController();
afterEach(() => life.abort());

/** A page of many lines, and a reader of it. */
function open(lines: number) {
  document.body.innerHTML = Array.from({ length: lines }, (_, i) => `<p>Boat ${i} is late.</p>`).join('');
  life = new AbortController();
  return createPageReader(document, life.signal);
}

describe('reading the page ahead', () => {
  it('goes in steps of few lines each, and gives the text that is then at hand', () => {
    const reader = open(400);
    const steps = [...reader.prepare()].length;
    expect(steps).toBeGreaterThan(2);
    const { index } = reader.textOf('page');
    expect(index.text).toMatch(/^Boat 0 is late\.\n\n.*Boat 399 is late\.$/s);
    expect([...reader.prepare()]).toEqual([]);
  });

  it('is given up when the page changes meanwhile: never is half of the one and half of the other read', async () => {
    const reader = open(400);
    const steps = reader.prepare();
    steps.next();
    document.body.prepend('Every boat is on time.');
    // Observers are told once the script has come to its end.
    await Promise.resolve();
    expect(steps.next().done).toBe(true);
    expect(reader.textOf('page').index.text).toMatch(/^Every boat is on time\./);
  });
});
