import { afterAll, beforeAll, expect, it } from 'vitest';
import type { anchor } from '../../lib/anchoring/anchor';
import type { describeIn } from '../../lib/anchoring/describe';
import type { indexText } from '../../lib/anchoring/text-index';
import type { extract } from '../../lib/article/extract';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { type PageServer, servePages } from '../browser/serve';
import { bundleEngine, INERT } from '../e2e/engine';

declare const engine: {
  extract: typeof extract;
  describeIn: typeof describeIn;
  anchor: typeof anchor;
  indexText: typeof indexText;
};

const SOURCE = `
  export { extract } from '@/lib/article/extract';
  export { describeIn } from '@/lib/anchoring/describe';
  export { anchor } from '@/lib/anchoring/anchor';
  export { indexText } from '@/lib/anchoring/text-index';`;

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

/** An article of numbered sentences, every one its own, with `extra` elements of markup beside it. */
function longArticle(paragraphs: number, extra: number): string {
  const text = Array.from({ length: paragraphs }, (_, i) => {
    const sentences = Array.from(
      { length: 8 },
      (_, k) => `Witness ${i}-${k} said, in all, that number ${i * 8 + k} was <b>seen</b> by the gate.`,
    );
    return `<p>${sentences.join(' ')}</p>`;
  });
  return `<title>Long hearing</title><article>${text.join('')}</article><footer>${'<b></b>'.repeat(extra)}</footer>`;
}

it('reads and maps an article just below the limits, and finds a thousand passages again after it was edited', async () => {
  const page = await launched.browser.newPage();
  server.set('/long', longArticle(3_000, 17_000), INERT);
  await page.goto(server.url('/long'));
  await page.evaluate(await bundleEngine(SOURCE));
  const result = await page.evaluate(() => {
    const article = engine.extract(document, location.href);
    const before = engine.indexText(article.text);
    const passages = Array.from({ length: 1_000 }, (_, i) => {
      const words = `Witness ${i * 3}-4 said, in all, that number ${i * 24 + 4} was seen`;
      const start = article.text.indexOf(words);
      return { words, passage: engine.describeIn(before, start, start + words.length) };
    });
    const edited = `A correction was made.\n\n${article.text}`;
    const index = engine.indexText(edited);
    const wrong = passages.filter(({ words, passage }) => {
      const place = engine.anchor(index, passage);
      return !('start' in place) || edited.slice(place.start, place.end) !== words;
    });
    const painted = article.map.toRanges({ start: 0, end: article.text.length }).map(String).join('');
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    return {
      isArticle: article.isArticle,
      wrong: wrong.length,
      whole: squeeze(painted) === squeeze(article.text),
      length: article.text.length,
    };
  });
  expect(result).toMatchObject({ isArticle: true, wrong: 0, whole: true });
  expect(result.length).toBeGreaterThan(1_000_000);
}, 300_000);
