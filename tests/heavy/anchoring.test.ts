import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { type PageServer, servePages } from '../browser/serve';
import { bundleEngine, INERT } from '../e2e/engine';
import type { anchor, describe as describeRange } from '../eval/engine';

declare const engine: { describe: typeof describeRange; anchor: typeof anchor };

/** Far above what it takes on a slow machine: whoever needs longer hangs. In ms. */
const PATIENCE = 30_000;

const SENTENCE = 'The same sentence stands here again, word for word. ';
const LETTERS = 'a'.repeat(1_000_000);

let server: PageServer;
let launched: LaunchedBrowser;

beforeAll(async () => {
  server = await servePages();
  launched = await launchChromium();
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

/** Describes a passage of each page, and looks for it there and, with the text of the page edited, there again. */
async function timed(html: string) {
  const page = await launched.browser.newPage();
  try {
    server.set('/hard', html, INERT);
    await page.goto(server.url('/hard'));
    await page.evaluate(await bundleEngine("export { anchor, describe } from './tests/eval/engine';"));
    return await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      const middle = nodes[nodes.length >> 1] as Text;
      const range = document.createRange();
      const from = middle.length >> 1;
      range.setStart(middle, Math.max(0, from - 20));
      range.setEnd(middle, Math.min(middle.length, from + 20));
      const words = range.toString();
      const start = performance.now();
      const selectors = engine.describe(range, document.body);
      if (!selectors) throw new Error('The passage could not be described.');
      const found = engine.anchor(selectors, document.body);
      // Ranges are live: what this one holds is read before the page is edited.
      const same = { status: found.status, words: found.range?.toString() ?? null };
      const first = nodes[0] as Text;
      first.data = `Edited. ${first.data}`;
      middle.data = `${middle.data.slice(0, from)} not ${middle.data.slice(from)}`;
      const edited = engine.anchor(selectors, document.body);
      return {
        ms: performance.now() - start,
        words,
        same,
        edited: { status: edited.status, words: edited.range?.toString() ?? null },
      };
    });
  } finally {
    await page.close();
  }
}

describe('time is bounded', () => {
  it('on a page of a megabyte of one letter', async () => {
    const { ms, same, edited, words } = await timed(`<p>${LETTERS}</p>`);
    expect(same).toEqual({ status: 'exact', words });
    expect(edited.status).not.toBe('exact');
    expect(ms).toBeLessThan(PATIENCE);
  });

  it('on a page of a megabyte of one letter, a space behind each', async () => {
    const { ms, same } = await timed(`<p>${'a '.repeat(500_000)}</p>`);
    expect(same.status).toBe('exact');
    expect(ms).toBeLessThan(PATIENCE);
  });

  it('on a page of ten thousand copies of one sentence', async () => {
    const { ms, same, edited, words } = await timed(`<p>${SENTENCE.repeat(10_000)}</p>`);
    expect(same).toEqual({ status: 'exact', words: words.trim() });
    expect(edited.status).not.toBe('exact');
    expect(ms).toBeLessThan(PATIENCE);
  });

  it('on a page of ten thousand paragraphs that are copies of one sentence', async () => {
    const { ms, same } = await timed(`<p>${SENTENCE}</p>`.repeat(10_000));
    expect(same.status).toBe('exact');
    expect(ms).toBeLessThan(PATIENCE);
  });

  it('on a page of two hundred thousand nodes', async () => {
    const nodes = Array.from({ length: 100_000 }, (_, i) => `<b>word ${i}</b><i> </i>`);
    const { ms, same, words } = await timed(nodes.join(''));
    expect(same).toEqual({ status: 'exact', words: words.trim() });
    expect(ms).toBeLessThan(PATIENCE);
  });
}, 180_000);
