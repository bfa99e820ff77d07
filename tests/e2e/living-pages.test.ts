import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { EXTENSION_DIR, launchChromium } from '../browser/launch';
import { annotationTexts } from '../browser/popup-driver';
import { barButton, barSettled } from '../browser/selection-bar';
import { servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup } from '../browser/toolbar';
import { serviceWorker } from './interference';
import { SAMPLE } from './sample';
import { Visitor } from './visitor';

const FILLER =
  'The council of the harbour town sat until late and put most of what was before it off once more. '.repeat(9);
const ARTICLES: Record<string, { title: string; quote: string }> = {
  'dredger-tender': { title: 'Dredger goes to tender in spring', quote: 'We will dredge in May or not at all' },
  'lock-keepers': { title: 'Lock keepers ask for a night shift', quote: 'Nobody opens a gate in their sleep' },
};

const body = (name: string) => {
  const { title = '', quote = '' } = ARTICLES[name] ?? {};
  return `<h1>${title}</h1><p>${FILLER}</p><p>“${quote},” said Ines Holt. ${FILLER}</p><p>${FILLER}</p>`;
};

/** A page that goes from article to article by itself; it leaves its canonical link as it was first. */
const page = (
  name: string,
  shown = body(name),
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour</title>
  <link rel="canonical" href="/living/${name}">
  <script>
    const bodies = ${JSON.stringify(Object.fromEntries(Object.keys(ARTICLES).map((key) => [key, body(key)])))};
    const render = () => {
      const name = location.pathname.split('/').pop();
      if (name in bodies) document.querySelector('article').innerHTML = bodies[name];
    };
    function go(name, wait) { history.pushState(null, '', name); setTimeout(render, wait); }
    addEventListener('popstate', () => setTimeout(render, 50));
  </script></head><body><main><article>${shown}</article></main></body></html>`;

const quoteOf = (name: string) => ARTICLES[name]?.quote ?? '';
const evaluate = (at: Page, script: string) => at.evaluate(script);
const expectPainted = (at: Page, ...quotes: string[]) =>
  expect
    .poll(() => readHighlights(at), { timeout: 10_000 })
    .toEqual(quotes.length > 0 ? { 'on-record-quote': quotes } : {});

describe('a page that lives on after the click', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
  });
  afterEach(() => visitor.close());
  afterAll(() => visitor?.leave());

  /** Tags a quote with the bar beside its selection. */
  async function tagQuote(at: Page, quote: string): Promise<void> {
    await drag(at, quote, quote);
    await barButton(at, 'Quote');
    await at.keyboard.press('q');
  }

  async function atWork(path: string, html: string): Promise<Page> {
    const at = await visitor.open(path, html);
    await visitor.click();
    await visitor.closePopup();
    await at.bringToFront();
    return at;
  }

  it('is another article at another address: the paint of the one before goes, and that of this one comes', async () => {
    const [first = '', second = ''] = Object.keys(ARTICLES);
    for (const name of [first, second]) visitor.put(`/living/${name}`, page(name));
    const at = await atWork(`/living/${first}`, page(first));
    await tagQuote(at, quoteOf(first));
    await expectPainted(at, quoteOf(first));

    // The address changes before the text, and the paint goes at once.
    await evaluate(at, `go('${second}', 1500)`);
    await expectPainted(at);
    expect(await at.evaluate(() => document.body.innerText)).toContain(quoteOf(first));
    await at.waitForFunction((quote) => document.body.innerText.includes(quote), {}, quoteOf(second));
    await tagQuote(at, quoteOf(second));
    await expectPainted(at, quoteOf(second));

    await evaluate(at, 'history.back()');
    await expectPainted(at, quoteOf(first));
    await evaluate(at, 'history.forward()');
    await expectPainted(at, quoteOf(second));
    await evaluate(at, `history.replaceState(null, '', '${first}'); render()`);
    await expectPainted(at, quoteOf(first));

    const opened = await visitor.click();
    await expect.poll(() => annotationTexts(opened)).toEqual([expect.stringContaining(quoteOf(first))]);
    const { articles } = await visitor.export();
    // A canonical link that was left over from the article before says nothing of this one.
    expect(articles.map(({ key, aliases }) => [key, aliases])).toEqual([
      [visitor.address(`/living/${first}`).replace('http:', 'https:'), []],
    ]);
  });

  it('stays the same article when only its fragment or a parameter that tracks changes', async () => {
    const at = await atWork('/living/fragment', page('dredger-tender'));
    const quote = quoteOf('dredger-tender');
    await tagQuote(at, quote);
    await expectPainted(at, quote);
    for (const step of ["location.hash = 'comments'", "history.pushState(null, '', '?utm_source=letter')"]) {
      await evaluate(at, step);
      await barSettled();
      expect(await readHighlights(at)).toEqual({ 'on-record-quote': [quote] });
    }
  });

  it('has its text painted again when that is made anew, and when it comes late', async () => {
    const name = 'lock-keepers';
    const at = await atWork('/living/anew', page(name));
    await tagQuote(at, quoteOf(name));
    await expectPainted(at, quoteOf(name));
    await evaluate(
      at,
      "const { innerHTML } = document.querySelector('article'); document.querySelector('article').innerHTML = ''; ",
    );
    await expectPainted(at, '');
    await evaluate(at, "document.querySelector('article').innerHTML = bodies['lock-keepers']");
    await expectPainted(at, quoteOf(name));

    // Comes back a day later, on a page that brings its text only after the click.
    visitor.put('/living/anew', page(name, `<h1>Loading</h1><p>${FILLER}</p>`));
    await at.reload();
    await visitor.click();
    await barSettled();
    expect(await readHighlights(at)).toEqual({});
    await evaluate(at, "document.querySelector('article').innerHTML = bodies['lock-keepers']");
    await expectPainted(at, quoteOf(name));
  });

  it('paints in an open shadow root that comes late', async () => {
    const name = 'dredger-tender';
    const at = await atWork('/living/root', page(name));
    await tagQuote(at, quoteOf(name));
    await expectPainted(at, quoteOf(name));
    await evaluate(
      at,
      `const host = document.createElement('div');
       host.attachShadow({ mode: 'open' }).innerHTML = bodies['${name}'];
       document.querySelector('article').replaceChildren(host);`,
    );
    await expectPainted(at, quoteOf(name));
    expect(await at.evaluate(() => document.body.textContent)).not.toContain(quoteOf(name));
  });
});

describe('when the extension goes', () => {
  it('leaves the page as it was, without an error in its console', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'on-record-going-'));
    cpSync(EXTENSION_DIR, folder, { recursive: true });
    const server = await servePages({ '/going.html': SAMPLE });
    const { browser, extension, extensionId, close } = await launchChromium({ extensionDir: folder });
    try {
      const at = await browser.newPage();
      const troubles: string[] = [];
      at.on('pageerror', (error) => troubles.push(String(error)));
      at.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      await at.goto(server.url('/going.html'));
      const before = await at.evaluate(() => document.documentElement.outerHTML);
      await closePopup(await clickToolbarIcon(at, extension));
      await at.bringToFront();
      await drag(at, 'It is a start,', 'It is a start,');
      await barButton(at, 'Quote');
      await at.keyboard.press('q');
      await expectPainted(at, 'It is a start,');
      await drag(at, 'We leave with a signature', 'not with a promise,');
      await barButton(at, 'Quote');
      expect(await at.evaluate(() => document.documentElement.outerHTML)).not.toBe(before);

      const worker = await serviceWorker({ browser, extension, extensionId, close });
      await worker.evaluate(() => void setTimeout(() => Reflect.get(globalThis, 'chrome').management.uninstallSelf()));
      await expectPainted(at);
      await expect.poll(() => at.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await at.keyboard.press('q');
      await drag(at, 'It is a start,', 'It is a start,');
      await barSettled();
      expect(await at.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      expect(troubles).toEqual([]);
    } finally {
      await close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
