import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { extract as Extract } from '../../lib/article/extract';
import type { sanitiseHtml as Sanitise } from '../../lib/article/sanitise';
import { pressButton, tagByKey, waitUntilSaved } from '../browser/popup-driver';
import { FETCHED, PAYLOADS } from '../fixtures/xss-payloads';
import { bundleEngine } from './engine';
import { SAMPLE } from './sample';
import { Visitor } from './visitor';

declare const engine: { extract: typeof Extract; sanitiseHtml: typeof Sanitise };

/** Keeps a page from leading away from itself by its markup alone, which would end the test. */
const HELD = { 'content-security-policy': "default-src 'none'; sandbox allow-same-origin" };
/** Of the payloads as many run, or have something fetched, where nobody sanitises them. The others are of older browsers. */
const ALIVE = 65;

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterAll(() => visitor?.leave());

const numbers = (sink: Sink) => [...new Set([...sink.ran, ...sink.fetched])].sort((a, b) => a - b);

interface Sink {
  /** The numbers of the payloads that ran, and of those that had something fetched. */
  readonly ran: number[];
  readonly fetched: number[];
  /** Whether the page is still the one that was opened. */
  readonly stayed: boolean;
}

let sinks = 0;
/** ms */
const PATIENCE = 20_000;

/**
 * Puts HTML where it would do the most harm: into a page that forbids nothing, as it comes from the network and once more
 * as it is read back, with somebody who presses, passes over and focuses whatever there is.
 */
async function sink(html: string): Promise<Sink> {
  // A page that a payload sends away at the wrong moment never answers.
  for (let attempt = 0; attempt < 3; attempt++) {
    const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE));
    const found = await Promise.race([sinkOnce(html), late]);
    if (found) return found;
  }
  throw new Error(`This does not answer: ${html}`);
}

async function sinkOnce(html: string): Promise<Sink> {
  const page = await visitor.launched.browser.newPage();
  const fetched: number[] = [];
  page.on('request', (request) => {
    const [, number] = new URL(request.url()).pathname.split(FETCHED);
    if (number !== undefined) fetched.push(Number(number));
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  const path = `/sink-${++sinks}.html`;
  visitor.put(path, `<!doctype html><meta charset="utf-8"><body>${html}`);
  try {
    await page.goto(visitor.address(path)).catch(() => undefined);
    const ran = await page.evaluate(meddle).catch(() => []);
    return { ran, fetched, stayed: page.url() === visitor.address(path) };
  } finally {
    await page.close();
  }
}

async function meddle(): Promise<number[]> {
  const turn = (ms: number) => new Promise((done) => setTimeout(done, ms));
  // Ordinary links may lead where they like.
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link instanceof HTMLAnchorElement && /^https?:$/.test(link.protocol)) event.preventDefault();
  });
  const touchAll = async () => {
    for (const element of document.querySelectorAll('body, body *')) {
      for (const type of ['mouseover', 'pointerdown', 'focus', 'click']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
    }
    await turn(60);
  };
  await touchAll();
  const { body } = document;
  if (body instanceof HTMLBodyElement) {
    const again = Reflect.get(body, 'outerHTML');
    if (typeof again === 'string') document.body.innerHTML = again;
    await touchAll();
  }
  const ran: unknown = Reflect.get(globalThis, 'canary');
  return Array.isArray(ran) ? ran : [];
}

/** An article with a payload in its midst. */
const article = (payload: string) => {
  const sentence = 'The harbour board met again, and put the matter off until the next session. ';
  const paragraphs = (count: number) => `<p>${sentence.repeat(4)}</p>`.repeat(count);
  return `<!doctype html><title>Dike</title><article>${paragraphs(4)}<p>${sentence}${payload}${sentence}</p>${paragraphs(4)}</article>`;
};

describe('markup that tries to run scripts', () => {
  it('does so where it is not sanitised', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
    const alive: number[] = [];
    for (const [n, { html }] of PAYLOADS.entries()) if (numbers(await sink(html)).includes(n)) alive.push(n);
    const kinds = new Set(alive.map((n) => PAYLOADS[n]?.kind));
    expect(kinds).toEqual(new Set(PAYLOADS.map(({ kind }) => kind)));
    expect(alive.length).toBeGreaterThanOrEqual(ALIVE);
  });

  it('does nothing once it was sanitised, by itself or in an article', async () => {
    const script = await bundleEngine(
      `export { extract } from '@/lib/article/extract'; export { sanitiseHtml } from '@/lib/article/sanitise';`,
    );
    visitor.put('/empty.html', '<!doctype html>');
    const page = await visitor.launched.browser.newPage();
    await page.goto(visitor.address('/empty.html'));
    await page.evaluate(script);
    const clean: string[] = [];
    const bare: string[] = [];
    for (const { html } of PAYLOADS) {
      const made = await page.evaluate(
        (around, payload) => {
          // Never shown, so that it leads nowhere and all of it counts as seen.
          const carrier = new DOMParser().parseFromString(around, 'text/html');
          const { html, isArticle } = engine.extract(carrier, 'https://paper.example/dike');
          return { html, isArticle, alone: engine.sanitiseHtml(payload) };
        },
        article(html),
        html,
      );
      expect(made).toMatchObject({ isArticle: true });
      clean.push(made.html);
      bare.push(made.alone);
    }
    await page.close();
    const all = [...clean, ...bare].map((html) => `<div>${html}</div>`).join('');
    expect(all).toContain('Words');
    expect(await sink(all)).toEqual({ ran: [], fetched: [], stayed: true });
  });

  it('does nothing in the popup, and is gone from what is stored and exported', async () => {
    // Some of them swallow what follows: those that come later stand in paragraphs of other pages.
    const groups = Object.values(Object.groupBy(PAYLOADS, ({ kind }) => kind)).map((group) => group ?? []);
    for (const [i, group] of groups.entries()) {
      const paragraphs = group.map(({ html }) => `<p>The board has words for this. ${html}</p>`).join('');
      const html = SAMPLE.replace('</article>', () => `${paragraphs}</article>`);
      await visitor.open(`/payloads-${i}.html`, html, HELD);
      // By what the popup has read: names may hide from the driver's scripts what it would select with.
      const popup = await visitor.click();
      await popup.waitForSelector('.selection-empty');
      await popup.keyboard.press('a');
      await popup.waitForSelector('.article-view-text:focus');
      await popup.keyboard.press('ArrowDown');
      await tagByKey(popup, 'Quote');
      await pressButton(popup, 'Done');
      await waitUntilSaved(popup);
      expect(await popup.evaluate(readOwn)).toEqual({ canary: undefined, scripts: true, images: 0 });
      const [snapshot] = (await visitor.export()).articles.flatMap(({ snapshots }) => snapshots);
      expect(snapshot?.html).toContain('<p>');
      expect(await sink(snapshot?.html ?? '')).toEqual({ ran: [], fetched: [], stayed: true });
      await visitor.close();
    }
  });
});

/** What of a page has come into one of ours. */
function readOwn() {
  return {
    canary: Reflect.get(globalThis, 'canary'),
    scripts: [...document.scripts].every(({ src }) => src.startsWith('chrome-extension:')),
    images: document.querySelectorAll('img, iframe, object, embed').length,
  };
}
