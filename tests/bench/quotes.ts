import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = resolve(ROOT, '.output/bench/quotes.mjs');

const SOURCE = `
  import nlp from 'compromise';
  import { suggestQuotes } from './lib/suggest/suggest-quotes';
  import { FEATURES } from './tests/unit/suggest/quotes/articles-features';
  import { NEWS } from './tests/unit/suggest/quotes/articles-news';
  export const texts = [...NEWS, ...FEATURES].map(({ paragraphs }) => paragraphs.join('\\n\\n'));
  export const ours = (text) => suggestQuotes(text, { lang: 'en' }).length;
  export const peer = (text) => nlp(text).quotations().length;`;

interface Engine {
  readonly texts: readonly string[];
  ours(text: string): number;
  peer(text: string): number;
}

/** An article has about so many characters; those of the tests are shorter, and are repeated. */
const ARTICLE = 5_000;
const RUNS = 5;
const LENGTHS = [1_000, 10_000, 50_000, 200_000];

export interface QuoteTimes {
  /** Median milliseconds for an article of 5,000 characters, in the same run. */
  readonly ours: number;
  readonly compromise: number;
  /** Milliseconds for texts of so many characters. */
  readonly growth: readonly { readonly length: number; readonly ms: number }[];
}

/** Times the quote suggestions against compromise's `.quotations()`, which finds quotations and no speakers. */
export async function quoteTimes(): Promise<QuoteTimes> {
  mkdirSync(resolve(ROOT, '.output/bench'), { recursive: true });
  await build({
    stdin: { contents: SOURCE, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: OUT,
    logLevel: 'warning',
  });
  const { texts, ours, peer }: Engine = await import(pathToFileURL(OUT).href);
  const articles = texts.map((text) => repeat(text, ARTICLE));
  const all = articles.join('\n\n');
  return {
    ours: median(articles.map((text) => timeOf(() => ours(text)))),
    compromise: median(articles.map((text) => timeOf(() => peer(text)))),
    growth: LENGTHS.map((length) => ({ length, ms: timeOf(() => ours(repeat(all, length))) })),
  };
}

const repeat = (text: string, length: number) => `${text}\n\n`.repeat(Math.ceil(length / text.length)).slice(0, length);

/** The least of several runs, in ms. */
function timeOf(run: () => number): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return Math.min(...times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
