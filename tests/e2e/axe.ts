import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

/** How a person has set up their screen. */
export type Look = 'light' | 'dark' | 'forced';
export const LOOKS: readonly Look[] = ['light', 'dark', 'forced'];

/** Shows a page as it is seen in a light, a dark or a high-contrast ("forced colours") system. */
export async function wear(page: Page, look: Look): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
      // A colour that is measured halfway to another one is neither.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * What axe finds wrong with a page as it is now, by all of its rules, best practices included; one line for each
 * element: the rule, the element, what is the matter.
 * `colours`: false where the system chooses the colours and axe, which does not see that, would judge our own.
 */
export async function violations(page: Page, { colours = true } = {}): Promise<string[]> {
  await page.evaluate(SOURCE);
  const results = await page.evaluate(
    (judgeColours) =>
      axe.run(document, {
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: judgeColours } },
      }),
    colours,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
