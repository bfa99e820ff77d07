/** `npm run bench`: sizes against their budgets, and times as ratios to a peer in the same run. */
import { EXTENSION_DIR, launchChromium } from '../browser/launch.ts';
import { servePages } from '../browser/serve.ts';
import { extractionRatios } from './extraction.ts';
import { weigh } from './sizes.ts';

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

console.log('Sizes (gzip)');
console.table(
  Object.fromEntries(
    weigh(EXTENSION_DIR).map(({ part, bytes, budget }) => [
      part,
      { size: kb(bytes), budget: kb(budget), within: bytes <= budget },
    ]),
  ),
);

const server = await servePages();
const { browser, close } = await launchChromium();
try {
  const ratios = await extractionRatios(await browser.newPage(), server);
  console.log(`\nTime of extraction, over bare Readability's, on ${ratios.length} pages (goal: median ≤ 1.25)`);
  console.table({ ratio: { median: quantile(ratios, 0.5).toFixed(3), p95: quantile(ratios, 0.95).toFixed(3) } });
} finally {
  await close();
  await server.close();
}
