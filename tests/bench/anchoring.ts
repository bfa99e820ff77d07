import type { Page } from 'puppeteer-core';
import type { PageServer } from '../browser/serve.ts';
import { bundleEngine, INERT } from '../e2e/engine.ts';

/** What a side does with ranges, and with what it made of them; both in the page, both at one go. */
interface Side {
  describeAll(ranges: readonly Range[], root: Element): unknown[];
  anchorAll(selectors: readonly unknown[], root: Element): (Range | null)[];
}
declare const engine: Record<SideName, Side>;

const SOURCE = `
  import { anchorAll, describe } from './tests/eval/engine';
  import { anchorNaively, describeNaively } from './tests/bench/naive-anchoring';
  import { fromRange, toRange } from 'dom-anchor-text-quote';
  export const ours = {
    describeAll: (ranges, root) => ranges.map((range) => describe(range, root)),
    anchorAll: (list, root) => anchorAll(list, root).map((anchor) => anchor?.range ?? null),
  };
  export const naive = {
    describeAll: (ranges, root) => ranges.map((range) => describeNaively(range, root)),
    anchorAll: anchorNaively,
  };
  export const textQuote = {
    describeAll: (ranges, root) => ranges.map((range) => fromRange(root, range)),
    anchorAll: (list, root) => list.map((selector) => {
      try { return toRange(root, selector); } catch { return null; }
    }),
  };`;

const SIDES = ['ours', 'naive', 'textQuote'] as const;
type SideName = (typeof SIDES)[number];

/** What became of the page since: nothing, text put above, one word of every sentence changed. */
const CHANGES = ['same', 'shifted', 'edited'] as const;
type Change = (typeof CHANGES)[number];

const PAGE_LENGTH = 1_000_000;
const HIGHLIGHTS = 1_000;
/** dom-anchor-text-quote takes up to a second for each highlight: it does a few, and its time is scaled up. */
const FEW = 4;
const RUNS = 3;

/** Milliseconds for 1,000 highlights, and the share of them that was found. */
export interface Time {
  readonly ms: number;
  readonly found: number;
}

export interface AnchoringTimes {
  /** On a page of 1 MB of text. */
  readonly rows: Readonly<Record<'describe' | Change, Readonly<Record<SideName, Time>>>>;
  /** How many times as long ours takes on a page of twice the text, with reading the page, after the edits. */
  readonly growth: number;
}

/** Times of describing and anchoring, each on a fresh page: ours, and two peers' in the same run. */
export async function anchoringTimes(page: Page, server: PageServer): Promise<AnchoringTimes> {
  const script = await bundleEngine(SOURCE);
  server.set('/long', longPage(PAGE_LENGTH), INERT);
  server.set('/longer', longPage(2 * PAGE_LENGTH), INERT);

  const open = async (path: string, change: Change) => {
    await page.goto(server.url(path), { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    await page.evaluate(alter, change);
  };
  const describe = async (path: string, side: SideName) => {
    await open(path, 'same');
    return page.evaluate(describeHighlights, side, side === 'textQuote' ? FEW : HIGHLIGHTS);
  };
  const anchor = async (path: string, side: SideName, change: Change, selectors: unknown[]) => {
    const runs = [];
    for (let run = 0; run < (side === 'textQuote' ? 1 : RUNS); run++) {
      await open(path, change);
      runs.push(await page.evaluate(anchorHighlights, side, selectors));
    }
    return middle(runs);
  };

  const rows = { describe: {}, same: {}, shifted: {}, edited: {} } as Record<string, Record<string, Time>>;
  for (const side of SIDES) {
    const { ms, selectors } = await describe('/long', side);
    const add = (what: 'describe' | Change, time: Time) => {
      const scale = HIGHLIGHTS / selectors.length;
      rows[what] = { ...rows[what], [side]: { ms: time.ms * scale, found: time.found / selectors.length } };
    };
    add('describe', { ms, found: selectors.filter(Boolean).length });
    for (const change of CHANGES) add(change, await anchor('/long', side, change, selectors));
  }
  const { selectors } = await describe('/longer', 'ours');
  const twice = await anchor('/longer', 'ours', 'edited', selectors);
  return { rows: rows as AnchoringTimes['rows'], growth: twice.ms / (rows.edited?.ours?.ms ?? Number.NaN) };
}

function middle(runs: readonly Time[]): Time {
  const sorted = runs.toSorted((a, b) => a.ms - b.ms);
  return sorted[sorted.length >> 1] ?? { ms: Number.NaN, found: 0 };
}

/** Prose of made-up words, some often and most seldom used, as in a language; each paragraph has words in bold. */
function longPage(length: number): string {
  const next = random(7);
  const syllables = 'ba ce di fo gu la me ni po ru sa te vi xo zu ka re mi no du'.split(' ');
  const any = <T>(list: readonly T[], skew = 1) => list[Math.floor(next() ** skew * list.length)] as T;
  const words = Array.from({ length: 6_000 }, () =>
    Array.from({ length: 1 + Math.floor(next() * 4) }, () => any(syllables)).join(''),
  );
  const paragraphs: string[] = [];
  for (let written = 0; written < length; ) {
    const text = Array.from({ length: 40 + Math.floor(next() * 60) }, (_, i) => {
      const word = any(words, 2);
      written += word.length + 1;
      return `${i % 13 === 5 ? `<b>${word}</b>` : word}${i % 15 === 14 ? '.' : ''}`;
    });
    paragraphs.push(`<p>${text.join(' ')}</p>`);
  }
  return `<!doctype html><html lang="en"><title>Long</title><body><article>${paragraphs.join('\n')}</article></body></html>`;
}

/** A linear congruential generator: the page is the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function alter(change: Change): void {
  if (change === 'shifted') {
    const box = document.createElement('div');
    for (let i = 0; i < 20; i++) {
      const line = document.createElement('p');
      line.textContent = `Another story, number ${i}, that was not there before.`;
      box.append(line);
    }
    document.body.prepend(box);
  }
  if (change === 'edited') {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      if (data.length > 40) node.nodeValue = data.replace(/(\S+ \S+ \S+ )(\S+)( \S+ \S+ )/g, '$1edited$3');
    }
  }
}

function describeHighlights(side: SideName, count: number): { ms: number; selectors: unknown[] } {
  const paragraphs = [...document.querySelectorAll('article p')];
  const ranges = Array.from({ length: count }, (_, i) => {
    const paragraph = paragraphs[Math.floor((i * paragraphs.length) / count)] as Element;
    const range = document.createRange();
    const first = paragraph.firstChild as Text;
    const last = paragraph.childNodes[2 + (i % 3) * 2] ?? first;
    range.setStart(first, first.data.indexOf(' ') + 1);
    range.setEnd(last, (last as Text).data.lastIndexOf(' '));
    return range;
  });
  const start = performance.now();
  const selectors = engine[side].describeAll(ranges, document.body);
  return { ms: performance.now() - start, selectors };
}

function anchorHighlights(side: SideName, selectors: unknown[]): { ms: number; found: number } {
  const start = performance.now();
  const ranges = engine[side].anchorAll(selectors, document.body);
  return { ms: performance.now() - start, found: ranges.filter((range) => range !== null).length };
}
