import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusPages, INERT, sharedFolder } from './engine';
import { type ExtractionEngine, type Extractor, startExtractor } from './extractor';

declare const engine: ExtractionEngine;

let extractor: Extractor;
let page: Page;

beforeAll(async () => {
  extractor = await startExtractor();
  page = await extractor.browser.newPage();
});

afterAll(() => extractor?.close());

async function open(html: string): Promise<void> {
  extractor.server.set('/page', html, INERT);
  await page.goto(extractor.server.url('/page'), { waitUntil: 'domcontentloaded' });
  await page.evaluate(extractor.script);
}

/** Extracts the open page and compares the result with the page, character by character and block by block. */
function examine(url: string) {
  return page.evaluate((address) => {
    const before = document.documentElement.outerHTML;
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    const article = engine.extract(document, address);
    const { text, map, blocks, html, isArticle } = article;
    const misplaced: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const place = map.charAt(at);
      const there = place ? place.node.data.charAt(place.offset) : '\n';
      const isFolded = text.charAt(at) === ' ' && /[ \t\n\r\f]/.test(there);
      if (!isFolded && there !== text.charAt(at)) misplaced.push(at);
    }
    const differing = blocks.filter((block) => {
      const live = map.toRanges(block).map(String).join('');
      return squeeze(live) !== squeeze(text.slice(block.start, block.end));
    });
    const joined = blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n');
    return {
      isArticle,
      length: text.length,
      misplaced: misplaced.length,
      differing: differing.length,
      blocksMakeText: joined === text,
      untouched: before === document.documentElement.outerHTML,
      html,
    };
  }, url);
}

const corpus = sharedFolder('eval/extraction');

describe.skipIf(corpus === null)('on real news pages', () => {
  it('every character of every block stands on the page where the map says, and the page is untouched', async () => {
    const wrong: string[] = [];
    let articles = 0;
    for (const { name, html, url } of corpusPages(corpus ?? '')) {
      await open(html);
      const { misplaced, differing, blocksMakeText, untouched, isArticle } = await examine(url);
      if (isArticle) articles++;
      if (misplaced || differing || !blocksMakeText || !untouched) {
        wrong.push(`${name}: ${JSON.stringify({ misplaced, differing, blocksMakeText, untouched })}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(articles).toBeGreaterThan(180);
  }, 600_000);
});

describe('on pages of our own', () => {
  const sample = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'), 'utf8');

  it('maps the sample article', async () => {
    await open(sample);
    expect(await examine('https://harbourpost.example/a')).toMatchObject({
      isArticle: true,
      misplaced: 0,
      differing: 0,
      blocksMakeText: true,
      untouched: true,
    });
  });

  it('maps text that Readability only finds when it tries again', async () => {
    const short = 'The ferry is late again, said Ada Holm, who waits. '.repeat(3);
    await open(
      `<body><article><div class="comment">${short}<i>Still</i> waiting.<p>${short}</p>${short}</div></article>`,
    );
    const { length, ...found } = await examine('https://paper.example/ferry');
    expect(found).toMatchObject({ isArticle: true, misplaced: 0, differing: 0, untouched: true });
    expect(length).toBeGreaterThan(3 * (short.length - 1));
  });

  it('keeps scripts, handlers, styles and forms out of the HTML', async () => {
    const hostile =
      '<p onclick="steal()" style="color:red" class="x" id="y" align="center" bgcolor="red">Click <img src="x" onerror="steal()">' +
      '<a href="javascript:steal()">here</a> <svg><script>steal()</script></svg><math><mi xlink:href="javascript:steal()">x' +
      '</math></p><form action="/steal"><input name="password"></form><iframe srcdoc="steal()"></iframe>';
    await open(sample.replace('<h2>Who pays', `${hostile}<h2>Who pays`));
    const { html } = await examine('https://harbourpost.example/a');
    expect(html).toContain('Click');
    expect(html).not.toMatch(/steal|style=|class=|align=|bgcolor=|<form|<input|<iframe|<svg/);
  });

  it('keeps of links and lazy pictures the addresses that they have on the page', async () => {
    const more =
      '<p>A walk to the <a href="pier.html">pier</a> and back. <img class="lazy" data-src="/a.jpg" style="background-image:url(b.jpg)"></p>';
    const page = sample.replace('<head>', '<head><base href="https://cdn.example/story/">');
    await open(page.replace('<h2>Who pays', `${more}<h2>Who pays`));
    const { html } = await examine('https://harbourpost.example/a');
    expect(html).toContain('href="https://cdn.example/story/pier.html"');
    expect(html).toContain('src="https://cdn.example/a.jpg"');
  });

  it('refuses a page beyond the limits, and at once', async () => {
    await open('<body></body>');
    const refusal = await page.evaluate(() => {
      document.body.append(...Array.from({ length: 45_001 }, () => document.createElement('b')));
      try {
        engine.extract(document, 'https://paper.example/all');
        return null;
      } catch (error) {
        return error instanceof Error ? { ...error, message: error.message } : null;
      }
    });
    expect(refusal).toMatchObject({ code: 'too-large' });
  });
});
