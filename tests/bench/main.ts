/** `npm run bench`: sizes against their budgets, and times as ratios to a peer in the same run. */
import { EXTENSION_DIR, launchChromium } from '../browser/launch.ts';
import { servePages } from '../browser/serve.ts';
import { anchoringTimes, type Time } from './anchoring.ts';
import { exportCosts } from './exchange.ts';
import { extractionRatios } from './extraction.ts';
import { libraryTimes } from './library.ts';
import { quoteTimes } from './quotes.ts';
import { weigh } from './sizes.ts';

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** How many times as long a peer takes; nothing to compare where it finds nothing. */
const times = (peer: Time, ours: Time) =>
  peer.found === 0 ? 'finds none' : `${(peer.ms / ours.ms).toFixed(1)}× (${percent(peer.found)} found)`;

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

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

const quotes = await quoteTimes();
console.log('\nQuotes and speakers in an article of 5,000 characters (goal: ≥ 10× compromise, linear growth)');
console.table({
  ms: quotes.ours.toFixed(2),
  'compromise .quotations()': `${quotes.compromise.toFixed(1)} ms, ${(quotes.compromise / quotes.ours).toFixed(1)}×`,
  ...Object.fromEntries(quotes.growth.map(({ length, ms }) => [`${length} characters`, `${ms.toFixed(1)} ms`])),
});

/** So many articles in each of these formats. */
const EXPORTS = [
  [1000, ['on-record', 'csv', 'markdown', 'web-annotation', 'schema-org', 'hypothesis', 'brat', 'doccano']],
  [10_000, ['on-record']],
] as const;

const server = await servePages();
const { browser, close } = await launchChromium();
try {
  const ratios = await extractionRatios(await browser.newPage(), server);
  console.log(`\nTime of extraction, over bare Readability's, on ${ratios.length} pages (goal: median ≤ 1.25)`);
  console.table({ ratio: { median: quantile(ratios, 0.5).toFixed(3), p95: quantile(ratios, 0.95).toFixed(3) } });

  const { rows, growth } = await anchoringTimes(await browser.newPage(), server);
  console.log(
    '\nAnchoring 1,000 highlights on a page of 1 MB of text: our time, and how many times as long peers take',
  );
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([what, { ours, naive, textQuote }]) => [
        what,
        {
          ms: Math.round(ours.ms),
          found: percent(ours.found),
          'naive search': times(naive, ours),
          'dom-anchor-text-quote': times(textQuote, ours),
        },
      ]),
    ),
  );
  console.log('Goals: describe ≥ 5× naive, same ≥ 1× naive, edited ≥ 20× dom-anchor-text-quote and < 2000 ms');
  console.log(`Twice the text takes ${growth.toFixed(2)} times as long (goal: ≤ 2.2)`);

  const [tenth, full] = [
    await libraryTimes(await browser.newPage(), server, 1_000),
    await libraryTimes(await browser.newPage(), server, 10_000),
  ];
  console.log('\nThe library with 1,000 and with 10,000 articles of 20 passages each');
  console.table(
    Object.fromEntries(
      Object.entries(full).map(([what, value]) => {
        const before = tenth[what as keyof typeof tenth];
        return [what, { tenth: before.toFixed(1), full: value.toFixed(1), growth: (value / before).toFixed(2) }];
      }),
    ),
  );
  console.log(
    `A search is ${(full.scan / full.search).toFixed(0)} times as fast as reading every annotation (goal: ≥ 20)`,
  );
  console.log('Goal: ten times the data costs ≤ 2 times as much for a key of a search and for opening an article');

  for (const [articles, formats] of EXPORTS) {
    const costs = await exportCosts(await browser.newPage(), server, articles, formats);
    console.log(`\nExport of ${articles} articles with ${articles * 20} passages (goal: the heap grows by ≤ 100 MB)`);
    console.table(
      Object.fromEntries(
        Object.entries(costs).map(([format, { ms, bytes, growth, longest }]) => [
          format,
          {
            seconds: (ms / 1000).toFixed(1),
            'size, MB': (bytes / 1e6).toFixed(1),
            'heap, MB': (growth / 1e6).toFixed(0),
            'longest task, ms': Math.round(longest),
          },
        ]),
      ),
    );
  }
} finally {
  await close();
  await server.close();
}
