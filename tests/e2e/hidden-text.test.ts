import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtractionEngine, type Extractor, startExtractor } from './extractor';

declare const engine: ExtractionEngine;

const SENTENCE = 'The harbour board met again, and put the matter off until the next session. ';
const STORY = `<p>${SENTENCE.repeat(4)}</p>`;
const SECRET = 'The minister had promised the money, twice, to the towns along the river in the spring.';

let extractor: Extractor;
beforeAll(async () => {
  extractor = await startExtractor();
});
afterAll(() => extractor?.close());

/** The text of an article in which one paragraph is styled so. */
async function textWith(style: string, opening: string, root = ''): Promise<string> {
  const html = `<!doctype html><style>.odd{${style}}</style><body ${root}><article>${STORY.repeat(3)}${opening}<p>${SECRET}</p></div>${STORY.repeat(3)}</article>`;
  extractor.server.set('/page', html);
  const page = await extractor.browser.newPage();
  try {
    await page.goto(extractor.server.url('/page'));
    await page.evaluate(extractor.script);
    return await page.evaluate(() => engine.extract(document, location.href).text);
  } finally {
    await page.close();
  }
}

it.each([
  ['display: none', '<div class="odd">'],
  ['visibility: hidden', '<div class="odd">'],
  ['visibility: collapse', '<div class="odd">'],
  ['content-visibility: hidden', '<div class="odd">'],
  ['', '<div hidden>'],
])('what no reader sees is no part of the article (%s %s)', async (style, opening) => {
  const text = await textWith(style, opening);
  expect(text).toContain(SENTENCE.trim());
  expect(text).not.toContain(SECRET);
});

// What scrolls or fades into view, or is drawn where only screen readers look, is not told from it by its style.
it.each([
  'opacity: 0',
  'position: absolute; left: -9999px',
  'position: absolute; clip-path: inset(50%)',
  'color: #fff',
])('what is there for some readers stays (%s)', async (style) => {
  expect(await textWith(style, '<div class="odd">')).toContain(SECRET);
});

it('an article that is not shown yet is all there', async () => {
  const text = await textWith('visibility: hidden', '<div>', 'class="odd"');
  expect(text).toContain(SECRET);
  expect(text).toContain(SENTENCE.trim());
});
