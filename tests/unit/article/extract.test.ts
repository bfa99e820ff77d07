import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXTRACTOR, extract } from '@/lib/article/extract';
import { pageOf, paragraph } from './pages';

const URL = 'https://paper.example/city/council-puts-off-answer';
const SAMPLE = readFileSync(join(import.meta.dirname, '../../fixtures/sample/article.html'), 'utf8');

const story = (extra = '') =>
  pageOf(
    `<nav><a href="/">Home</a></nav><main><h1>Council puts off its answer</h1><div class="story">
      ${paragraph('First')}${extra}${paragraph('Second')}${paragraph('Third')}</div></main><footer>Imprint</footer>`,
    '<title>Council puts off its answer</title>',
  );

/** Every character of the text stands on the page where the map says; only breaks between blocks and lines do not. */
function expectTrueMap({ text, map }: ReturnType<typeof extract>): void {
  for (let at = 0; at < text.length; at++) {
    const place = map.charAt(at);
    const there = place ? place.node.data.charAt(place.offset) : '\n';
    const isFolded = text.charAt(at) === ' ' && /[ \t\n\r\f]/.test(there);
    expect(isFolded ? ' ' : there).toBe(text.charAt(at));
  }
}

describe('extraction', () => {
  it('is signed with the version of Readability that is installed', () => {
    const installed = join(import.meta.dirname, '../../../node_modules/@mozilla/readability/package.json');
    const { version } = JSON.parse(readFileSync(installed, 'utf8'));
    expect(EXTRACTOR).toMatch(/^on-record\/\d+ readability\/\d/);
    expect(EXTRACTOR.endsWith(` readability/${version}`)).toBe(true);
  });

  it('gives the blocks joined by an empty line, with offsets that cut them out of the text', () => {
    const { text, blocks, isArticle } = extract(story('<h2>What comes next</h2>'), URL);
    expect(isArticle).toBe(true);
    expect(blocks.map(({ tag }) => tag)).toEqual(['p', 'h2', 'p', 'p']);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
    expect(text).toContain('\n\nWhat comes next\n\nSecond: the council');
    expect(text).not.toMatch(/Home|Imprint/);
  });

  it('knows for every character where it stands on the page, and leaves the page as it was', () => {
    const page = story('<p>A <b>bold</b>\n   word, then<br>a new line,&nbsp;and an <i> odd </i> space.</p>');
    const before = page.documentElement.outerHTML;
    const article = extract(page, URL);
    expect(article.text).toContain('A bold word, then\na new line,\u00a0and an odd space.');
    expectTrueMap(article);
    expect(article.html).not.toBe('');
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('traces text when Readability tries again and wraps loose text in paragraphs of its own', () => {
    // Below Readability's threshold of 500 characters: it retries with every flag off.
    const page = pageOf(
      `<article><div class="sidebar-comment">The same words. <i>Stressed.</i><p>One paragraph, with commas, and then some.</p>
        The same words. <b>Strong,</b> and loose text behind it, which goes on for a while, so that it counts.</div></article>`,
    );
    const article = extract(page, URL);
    expect(article.isArticle).toBe(true);
    expect(article.text).toBe(
      'The same words. Stressed.\n\nOne paragraph, with commas, and then some.\n\n' +
        'The same words. Strong, and loose text behind it, which goes on for a while, so that it counts.',
    );
    expectTrueMap(article);
    const second = article.map.charAt(article.text.lastIndexOf('The same'));
    expect(second?.node.nextSibling?.textContent).toBe('Strong,');
  });

  it('traces the text of links that only run scripts, which Readability writes anew', () => {
    const article = extract(
      story(`<p>A link that <a href="javascript:open()">runs a script</a>, in a sentence.</p>`),
      URL,
    );
    expect(article.text).toContain('A link that runs a script, in a sentence.');
    expectTrueMap(article);
  });

  it('leaves out the headline that is repeated above the text or as a caption', () => {
    const { text } = extract(story('<h3>Council puts off  its answer</h3>'), URL);
    expect(text).not.toContain('Council puts off');
  });

  it('keeps what is no part of the text beside it, with its role and the place where it stood', () => {
    const { text, blocks, asides, map } = extract(story('<p class="imgCaption">The town hall at night</p>'), URL);
    expect(text).not.toContain('town hall');
    expect(asides).toEqual([
      { role: 'caption', rule: 'named-caption', tag: 'p', text: 'The town hall at night', at: blocks[1]?.start },
    ]);
    expectTrueMap({ text, map } as ReturnType<typeof extract>);
  });

  it('keeps the text whole where next to nothing would be left of it', () => {
    const page = pageOf(`<article><p class="caption">${paragraph('First').slice(3, -4)}</p></article>`);
    expect(extract(page, URL)).toMatchObject({ isArticle: true, asides: [], text: expect.stringMatching(/^First: /) });
  });

  it('reads a page without an article as the text of its body, and says so', () => {
    const page = pageOf('<h1>Search</h1><p>No results.</p><script>let hidden = 1;</script><p hidden>Hidden.</p>');
    const article = extract(page, URL);
    expect(article.isArticle).toBe(false);
    expect(article.text).toBe('Search\n\nNo results.');
    expectTrueMap(article);
  });

  it('reads the sample article and nothing of what stands around it', () => {
    const page = new DOMParser().parseFromString(SAMPLE, 'text/html');
    const before = page.documentElement.outerHTML;
    const article = extract(page, 'https://harbourpost.example/news/tide-fund');
    expect(article).toMatchObject({
      isArticle: true,
      title: 'Harbour cities agree on a common tide fund after two days of talks',
      byline: 'R. Okafor',
      siteName: 'Harbour Post',
      publishedTime: '2026-11-24T09:40:00+01:00',
      lang: 'en-GB',
    });
    expect(article.text).toMatch(/^“We leave with a signature, not with a promise,” Commissioner Mara Lindqvist told/);
    expect(article.text).not.toMatch(/Advertisement|newsletter|Sail lessons/i);
    expectTrueMap(article);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
