import { expect } from 'vitest';

/** The length of a hostile text, in UTF-16 units. */
const LENGTH = 200_000;

/** The processor's time for it in ms, the least of three runs: other processes and the collector have no part in it. */
function timeOf(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

/** `part` again and again. */
export const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/**
 * Expects `run` to take time in proportion to the length of its text.
 * @param make a text of a length
 */
export function expectProportionate(run: (text: string) => void, make: (length: number) => string): void {
  const [short, long] = [make(LENGTH / 8), make(LENGTH)];
  const eighth = timeOf(() => run(short));
  const whole = timeOf(() => run(long));
  // Eight times the text: 8 when linear, 64 when quadratic; between them is room for noise.
  expect(whole).toBeLessThan(24 * Math.max(eighth, 10));
}
