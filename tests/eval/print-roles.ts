/** `npm run eval:extraction -- PAGE.html…`: every block of a page in a real browser, with its role and the rule that decided. */
import { existsSync, readFileSync } from 'node:fs';
import type { extract as Extract } from '../../lib/article/extract.ts';
import { launchChromium } from '../browser/launch.ts';
import { servePages } from '../browser/serve.ts';
import { bundleEngine, INERT } from '../e2e/engine.ts';

declare const engine: { extract: typeof Extract };

const files = process.argv.slice(2);
const missing = files.filter((file) => !existsSync(file));
if (files.length === 0 || missing.length > 0) {
  console.error(missing.length > 0 ? `There is no ${missing.join(', ')}.` : 'npm run eval:extraction -- PAGE.html…');
  process.exit(2);
}

/** The blocks in the order of the page: an aside stands before the block that begins at its offset. */
function read() {
  const { blocks, asides, text, isArticle, title, byline, authors, publishedTime, lang, sources } = engine.extract(
    document,
    location.href,
  );
  const lines = blocks.flatMap(({ start, end, tag }) => [
    ...asides.filter(({ at }) => at === start),
    { role: 'body', rule: '', tag, text: text.slice(start, end) },
  ]);
  lines.push(...asides.filter(({ at }) => at === text.length));
  return { lines, isArticle, said: { title, byline, authors, publishedTime, lang, sources } };
}

const script = await bundleEngine(`export { extract } from '@/lib/article/extract';`);
const server = await servePages();
const { browser, close } = await launchChromium();
try {
  const page = await browser.newPage();
  for (const file of files) {
    server.set('/page', readFileSync(file, 'utf8'), INERT);
    await page.goto(server.url('/page'), { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    const { lines, isArticle, said } = await page.evaluate(read);
    console.log(`\n${file}${isArticle ? '' : ' (no article: the text of the whole page)'}\n`, said);
    for (const { role, rule, tag, text } of lines) {
      const words = text.replace(/\s+/g, ' ');
      const shown = words.length > 90 ? `${words.slice(0, 88)} …` : words;
      console.log(`${role.padEnd(11)} ${rule.padEnd(18)} ${`<${tag}>`.padEnd(12)} ${shown}`);
    }
  }
} finally {
  await close();
  await server.close();
}
