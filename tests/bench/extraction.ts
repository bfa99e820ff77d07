import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { extract as Extract } from '../../lib/article/extract.ts';
import type { PageServer } from '../browser/serve.ts';
import { bundleEngine, corpusPages, INERT, sharedFolder } from '../e2e/engine.ts';

declare const engine: { extract: typeof Extract; bare: (page: Document) => unknown };

const SOURCE = `
  import { Readability } from '@mozilla/readability';
  export { extract } from '@/lib/article/extract';
  export const bare = (page) => new Readability(page.cloneNode(true)).parse();`;

type Side = 'ours' | 'bare';

/** How long extraction (text, blocks, metadata and the way back to the page) takes, over bare Readability: per page. */
export async function extractionRatios(page: Page, server: PageServer): Promise<number[]> {
  const script = await bundleEngine(SOURCE);
  const ratios: number[] = [];
  for (const [turn, { html, url }] of benchPages().entries()) {
    server.set('/page', html, INERT);
    const order: Side[] = turn % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
    const time = { ours: 0, bare: 0 };
    // Each side gets a page load of its own: neither profits from what the other has warmed up.
    for (const side of order) {
      await page.goto(server.url('/page'), { waitUntil: 'domcontentloaded' });
      await page.evaluate(script);
      time[side] = await page.evaluate(measure, side, url);
    }
    ratios.push(time.ours / time.bare);
  }
  return ratios;
}

function measure(side: Side, url: string): number {
  const start = performance.now();
  if (side === 'ours') engine.extract(document, url);
  else engine.bare(document);
  return performance.now() - start;
}

function benchPages(): { html: string; url: string }[] {
  const corpus = sharedFolder('eval/extraction');
  if (corpus) return corpusPages(corpus);
  const sample = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'), 'utf8');
  return Array.from({ length: 20 }, (_, i) => ({
    html: longer(sample, 1 + (i % 5)),
    url: 'https://harbourpost.example/tide-fund',
  }));
}

/** The sample with its text several times over: news is short, and a report on a summit is not. */
function longer(sample: string, times: number): string {
  return sample.replace(/(?<=<div class="story">).*?(?=<\/div>\s*<ul class="topics)/s, (story) => story.repeat(times));
}
