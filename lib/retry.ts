/** Waits between attempts, in ms: a service worker that was stopped is back within about 60. */
export const RETRY_DELAYS: readonly number[] = [50, 200, 1000];

/**
 * Asks until there is an answer: the background may be stopped before it gives one.
 * @param attempt resolves with nothing (undefined or null) when nobody answered
 * @param delays waits between attempts, in ms; there is one attempt more than there are waits
 * @returns the answer, or undefined when no attempt got one
 */
export async function askUntilAnswered(attempt: () => Promise<unknown>, delays: readonly number[]): Promise<unknown> {
  for (const delay of [...delays, null]) {
    const answer = await attempt();
    if (answer !== undefined && answer !== null) return answer;
    if (delay !== null) await new Promise<void>((resolve) => setTimeout(resolve, delay));
  }
  return undefined;
}
