import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INERT } from './engine';
import { type ExtractionEngine, type Extractor, startExtractor } from './extractor';

declare const engine: ExtractionEngine;

/** A page that takes longer than this, in ms, is a hang. What is tested takes a second here, and did 10 to 40 before. */
const HANG = 6_000;

const SENTENCE = 'The harbour board met again, and put the matter off until the next session. ';
const STORY = `<p>${SENTENCE.repeat(5)}</p>`.repeat(10);

let extractor: Extractor;
let page: Page;

beforeAll(async () => {
  extractor = await startExtractor();
});
beforeEach(async () => {
  page = await extractor.browser.newPage();
});
afterEach(() => page.close());
afterAll(() => extractor?.close());

interface Extraction {
  /** Null when the page was refused. */
  readonly text: string | null;
  readonly title: string | null;
  readonly htmlLength: number;
  /** The code of the failure with which it was refused. */
  readonly refusal: string | null;
  /** How long it took, in ms. */
  readonly took: number;
}

/** Extracts an article with something more in its body or head, after `grow` has had its way with it. */
async function extracted({ body = '', head = '', grow = () => {} }): Promise<Extraction> {
  const html = `<!doctype html><html><head>${head}</head><body><article>${STORY}${body}</article></body></html>`;
  extractor.server.set('/page', html, INERT);
  await page.goto(extractor.server.url('/page'), { waitUntil: 'domcontentloaded' });
  await page.evaluate(extractor.script);
  await page.evaluate(grow);
  return page.evaluate(() => {
    const start = performance.now();
    const took = () => performance.now() - start;
    try {
      const { text, title, html } = engine.extract(document, location.href);
      return { text, title, htmlLength: html.length, refusal: null, took: took() };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { text: null, title: null, htmlLength: 0, refusal: code, took: took() };
    }
  });
}

const nested = (levels: number, inside: string) => `${'<div>'.repeat(levels)}${inside}${'</div>'.repeat(levels)}`;
const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

describe('an article is read without a hang from a page with', () => {
  it.each<[what: string, parts: Parameters<typeof extracted>[0]]>([
    ['43,000 elements, 480 deep', { body: nested(480, `<p>${SENTENCE}</p>`).repeat(90) }],
    ['44,000 paragraphs, 200 deep', { body: nested(200, `<p>${SENTENCE}</p>`.repeat(44_000)) }],
    ['4 MB of text, 480 deep', { body: nested(480, `<p>${SENTENCE.repeat(30)}</p>`.repeat(1_800)) }],
    ['4 MB of text without a break', { body: `<p>${'x'.repeat(4_000_000)}</p>` }],
    ['thousands of elements that are never closed', { body: '<p><b><i>word '.repeat(300) }],
    ['2,000 templates', { body: `<template><div>${STORY}</div></template>`.repeat(2_000) }],
    [
      'a form whose fields are called like the ways through the page',
      {
        head: '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>',
        body: `<form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><p>${SENTENCE}</p></form>`,
      },
    ],
    ['200,000 comments', { body: '<!-- x -->'.repeat(200_000) }],
    ['a title of a megabyte', { head: `<title>${words(130_000)}</title>`, body: `<h2>${words(130_000)}</h2>` }],
    [
      'a title of a megabyte for networks, and many headings',
      {
        head: `<meta property="og:title" content="${words(130_000)}">`,
        body: `<h2>${'Other words. '.repeat(100)}</h2>${STORY}`.repeat(300),
      },
    ],
    [
      'linked data that nests 20,000 deep',
      { head: `<script type="application/ld+json">${'{"@graph":'.repeat(20_000)}1${'}'.repeat(20_000)}</script>` },
    ],
    ['a long list of pictures for a picture', { body: `<p>${SENTENCE}<img srcset="${'x'.repeat(100_000)} y"></p>` }],
    [
      '50,000 attributes',
      { body: `<div ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}>${SENTENCE}</div>` },
    ],
    ['long names for a picture', { body: `<p>${SENTENCE}<img data-of="${'a.jpg'.repeat(30_000)} y"></p>`.repeat(3) }],
    ['long addresses of a next page', { body: `<a rel="next" href="/p?${'a=1&'.repeat(2_000)}p=x"></a>`.repeat(800) }],
  ])('%s', async (_what, parts) => {
    const { text, took } = await extracted(parts);
    expect(text).toContain(SENTENCE.repeat(5).trim());
    expect(took).toBeLessThan(HANG);
  });

  it('20,000 elements within each other, none of them shown', async () => {
    const grow = () => {
      let within: Element = document.body;
      for (let depth = 0; depth < 20_000; depth++) {
        const next = document.createElement('div');
        if (depth === 0) next.hidden = true;
        within.append(next);
        within = next;
      }
      within.textContent = 'The bottom.';
    };
    const { text, took } = await extracted({ grow });
    expect(text).toContain(SENTENCE.repeat(5).trim());
    expect(text).not.toContain('The bottom.');
    expect(took).toBeLessThan(HANG);
  });

  it('names by the megabyte for what is around its paragraphs', async () => {
    const name = (i: number) => `class="${'alpha beta '.repeat(19)}${i}" id="${'gamma '.repeat(33)}${i}"`;
    const around = (inside: string) =>
      `${Array.from({ length: 38 }, (_, i) => `<div ${name(i)}>`).join('')}${inside}${'</div>'.repeat(38)}`;
    const live = '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>';
    const { text, took } = await extracted({ head: live, body: around(`<p>${SENTENCE}</p>`.repeat(3_000)).repeat(6) });
    expect(text).toContain(SENTENCE.repeat(5).trim());
    expect(took).toBeLessThan(HANG);
  });
});

describe('a page is refused, and at once, that has', () => {
  it.each<[what: string, grow: () => void]>([
    ['200,000 elements', () => document.body.insertAdjacentHTML('beforeend', '<b></b>'.repeat(200_000))],
    ['10 MB of text', () => document.body.append('Word. '.repeat(1_700_000))],
  ])('%s', async (_what, grow) => {
    const { refusal, took } = await extracted({ grow });
    expect(refusal).toBe('too-large');
    expect(took).toBeLessThan(HANG);
  });
});

it.each([
  ['that Readability reads', ''],
  ['that the page marks itself', '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>'],
])('of a picture that is written into a page %s, as 20 MB of data, only the place is kept', async (_which, head) => {
  const body = `<p>${SENTENCE}<img alt="Dike" src="data:image/png;base64,${'A'.repeat(20_000_000)}"></p>`;
  const { text, htmlLength, took } = await extracted({ body, head });
  expect(text).toContain(SENTENCE.trim());
  expect(htmlLength).toBeLessThan(20_000);
  expect(took).toBeLessThan(HANG);
});
