import type { Browser } from 'puppeteer-core';

/** What the driver's connection can do besides what puppeteer makes of it. */
interface BidiBrowser {
  connection: { send(method: string, params: unknown): Promise<{ result: unknown }> };
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/**
 * Calls a function in Firefox's own window, with all of the browser's rights. It must be whole in itself; arguments and
 * result are what JSON can hold. Needs the argument `-remote-allow-system-access`.
 * @throws Error what the function threw
 */
export async function inFirefoxWindow<A extends unknown[], T>(
  browser: Browser,
  run: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  const { connection } = browser as unknown as BidiBrowser;
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  const evaluated = (
    await connection.send('script.evaluate', {
      target: { context: tree.contexts[0]?.context },
      expression: `(async () => JSON.stringify((await (${run})(...${JSON.stringify(args)})) ?? null))()`,
      awaitPromise: true,
    })
  ).result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? 'It failed in Firefox.');
  return JSON.parse(evaluated.result?.value ?? 'null') as T;
}
