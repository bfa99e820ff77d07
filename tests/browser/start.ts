/** `npm start`: shows On Record at work in a browser; `-- --help` says how else. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readArguments, type StartArguments, USAGE, UsageError } from './arguments.ts';
import { buildIfStale } from './build.ts';
import { provideBrowser } from './provide-browser.ts';
import { type PageServer, servePages } from './serve.ts';
import { type TourResult, type TourScript, takeTour } from './tour.ts';
import { hasDisplay, visit } from './visit.ts';

const SAMPLE = resolve(import.meta.dirname, '../fixtures/sample');

/** A page to open, and the server that it may come from. */
interface Stage {
  url: string;
  server: PageServer | null;
  script: TourScript | null;
}

async function start({ headless, out, page, yes }: StartArguments): Promise<void> {
  if (!headless && !hasDisplay()) {
    throw new Error(
      'There is no screen here to open a window on. To see On Record at work without one, run\n\n    npm start -- --headless --out DIR\n',
    );
  }
  if (page !== null && !isUrl(page) && !existsSync(page)) throw new Error(`There is no file ${page}.`);
  await provideBrowser(yes);
  await buildIfStale();
  const { url, server, script } = await setStage(page);
  try {
    if (out !== null) report(await takeTour(url, out, script));
    else {
      console.log(`On Record is open on ${url}. Select some words, click its icon and press Q, C or S.`);
      console.log('Close the window or press Ctrl-C when you are done; nothing is kept.');
      await visit(url);
    }
  } finally {
    await server?.close();
  }
}

async function setStage(page: string | null): Promise<Stage> {
  if (page !== null && isUrl(page)) return { url: page, server: null, script: null };
  if (page === null) {
    const path = '/news/2026/11/24/harbour-cities-common-tide-fund';
    const server = await servePages({ [path]: readFileSync(join(SAMPLE, 'article.html')) });
    return { url: server.url(path), server, script: JSON.parse(readFileSync(join(SAMPLE, 'tags.json'), 'utf8')) };
  }
  // Browsers save what a page needs beside it, in a folder named after it.
  const name = basename(page).replace(/\.\w+$/, '');
  const server = await servePages({}, { [`/${name}_files/`]: join(dirname(resolve(page)), `${name}_files`) });
  // Without a charset in the header the page's own declaration counts.
  server.set(`/${name}.html`, readFileSync(page), { 'content-type': 'text/html' });
  return { url: server.url(`/${encodeURIComponent(name)}.html`), server, script: null };
}

const isUrl = (page: string) => /^https?:\/\//i.test(page);

function report({ title, quotes, claims, mentions, speakers, files }: TourResult): void {
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  console.log(`Tagged “${title}”`);
  console.log(
    `${count(quotes, 'quote')}, ${count(claims, 'claim')}, ${count(mentions, 'speaker mention')}; ${count(speakers, 'speaker')}`,
  );
  for (const file of files) console.log(file);
}

try {
  const args = readArguments(process.argv.slice(2));
  if (args.help) console.log(USAGE);
  else await start(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
