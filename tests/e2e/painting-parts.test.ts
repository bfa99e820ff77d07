import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { type PageServer, servePages } from '../browser/serve';
import { launchScripted, type ScriptedBrowser } from './content-script';
import type { Words } from './painting-parts';

const CSS_FILE = readFileSync(join(import.meta.dirname, '../../entrypoints/highlights.css'), 'utf8');
const SOURCE = `export * from './tests/e2e/painting-parts.ts';`;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pier</title>
<style>
  body { margin: 20px; font: 20px/2.4 sans-serif }
  .veiled { visibility: hidden } .veiled b { visibility: visible } .contents { display: contents }
  #ledger { height: 200px; overflow: auto } .tall { height: 1500px }
</style>
<p id="light">The pier was built in one winter.</p>
<section id="host"><template shadowrootmode="open">
  <style>footer { visibility: hidden }</style><h2>Pier notes</h2><slot name="first"></slot><p>“No boat leaves today,” said Ada Holm.</p>
  <slot></slot><slot name="none"><em>Nobody wrote below.</em></slot><footer>Printed unseen.</footer>
</template><p>Written later.</p><p slot="first">Written last, read first.</p><p slot="nowhere">Without a slot.</p></section>
<div id="shut"><template shadowrootmode="closed"><p>Behind a closed door.</p></template></div>
<div class="contents"><p>In a wrapper without a box.</p></div>
<div class="veiled">Unseen <b>but this</b> and not this.</div>
<div style="display: none" id="gone">Not there.</div>
<details><summary>More</summary>Folded up.<p id="folded">And this.</p></details>
<div hidden="until-found"><p id="findable">Kept for those who search.</p></div>
<pier-sign>A sign.</pier-sign><pier-sign style="display: block">A board.</pier-sign>
<div class="tall"></div><div id="ledger"><div class="tall"></div><p id="far">Far down in the ledger.</p><div class="tall"></div></div><div class="tall"></div>
</html>`;

const PASSAGES: Words[] = [
  { id: 'outer', kind: 'quote', state: 'sure', words: 'The pier was built in one winter.' },
  { id: 'inner', kind: 'claim', state: 'doubt', words: 'built in one' },
  { id: 'shadow', kind: 'quote', state: 'sure', words: 'No boat leaves today' },
  { id: 'across', kind: 'speaker', state: 'sure', words: 'Ada Holm.\n\nWritten later.' },
];

let server: PageServer;
beforeAll(async () => {
  server = await servePages({ '/pier.html': PAGE });
});
afterAll(() => server?.close());

describe.each(['chromium', 'firefox'] as const)('in a content script of %s', (family) => {
  const css = family === 'firefox' ? CSS_FILE : null;
  let browser: ScriptedBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchScripted(family, SOURCE);
  });
  beforeEach(async () => {
    page = await browser.open(server.url('/pier.html'));
    // What the popup does with the page script's style sheet.
    await page.addStyleTag({ content: CSS_FILE });
  });
  afterEach(() => page?.close());
  afterAll(() => browser?.close());

  const paint = (passages: readonly Words[]) => browser.call(page, 'paint', passages, css);

  /** The middle of the first character of some words in an element's own text, or the same in its shadow root. */
  const pointAt = (selector: string, words: string, inShadowOf: string | null = null) =>
    page.evaluate(
      (path, text, host) => {
        const scope = host === null ? document : document.querySelector(host)?.shadowRoot;
        const node = scope?.querySelector(path)?.firstChild;
        if (!(node instanceof Text)) throw new Error(`There is no text in ${path}.`);
        const range = document.createRange();
        range.setStart(node, node.data.indexOf(text));
        range.setEnd(node, node.data.indexOf(text) + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return [x + width / 2, y + height / 2] as const;
      },
      selector,
      words,
      inShadowOf,
    );

  /** What an element, or one in a shadow root, looks like. */
  async function pictureOf(selector: string, inShadowOf: string | null): Promise<string> {
    const clip = await page.evaluate(
      (path, host) => {
        const scope = host === null ? document : document.querySelector(host)?.shadowRoot;
        const { x, y, width, height } = scope?.querySelector(path)?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + scrollX, y: y + scrollY, width, height };
      },
      selector,
      inShadowOf,
    );
    return Buffer.from(await page.screenshot({ clip })).toString('base64');
  }

  const hit = async ([x, y]: readonly [number, number]) => browser.call(page, 'hit', x, y);

  it('a page is read as it is shown: roots and slots in place and once, and nothing that can’t be seen', async () => {
    expect(await browser.call(page, 'text')).toBe(
      [
        'The pier was built in one winter.',
        'Pier notes',
        'Written last, read first.',
        '“No boat leaves today,” said Ada Holm.',
        'Written later.',
        'Nobody wrote below.',
        'In a wrapper without a box.',
        'but this',
        'More',
        'A sign.',
        'A board.',
        'Far down in the ledger.',
      ].join('\n\n'),
    );
  });

  it('passages are painted by kind, those in doubt once more, and a range ends where a root does', async () => {
    expect(await paint(PASSAGES)).toEqual([1, 1, 1, 2]);
    expect(await readHighlights(page)).toEqual({
      'on-record-quote': ['The pier was built in one winter.', 'No boat leaves today'],
      'on-record-claim': ['built in one'],
      'on-record-speaker': ['Ada Holm.', 'Written later.'],
      'on-record-changed': ['built in one'],
    });
  });

  it.each([
    ['in a shadow root', 'p', '#host', 'shadow'],
    ['outside of any', '#light', null, 'outer'],
    ['in doubt', '#light', null, 'inner'],
  ])('what is painted %s can be seen, and is gone when the script stops', async (_place, selector, host, id) => {
    const shoot = () => pictureOf(selector, host);
    const before = await shoot();
    const certain = PASSAGES.map((passage) => ({ ...passage, state: 'sure' as const }));
    if (id === 'inner') await paint(certain);
    const without = await shoot();
    await paint(PASSAGES);
    expect(await shoot()).not.toBe(without);
    await browser.call(page, 'stop');
    expect(await shoot()).toBe(before);
    expect(
      await page.evaluate(() => [
        CSS.highlights.size,
        document.querySelector('#host')?.shadowRoot?.adoptedStyleSheets.length,
      ]),
    ).toEqual([0, 0]);
  });

  it('painting the same again touches nothing, and a change only what has changed', async () => {
    await paint(PASSAGES);
    await page.evaluate(() =>
      Object.assign(globalThis, { before: new Set([...CSS.highlights.values()].flatMap((all) => [...all])) }),
    );
    /** How many of the ranges are those of before, and how many there are. */
    const kept = () =>
      page.evaluate(() => {
        const before: Set<unknown> = Reflect.get(globalThis, 'before');
        const ranges = [...CSS.highlights.values()].flatMap((all) => [...all]);
        return [ranges.filter((range) => before.has(range)).length, ranges.length];
      });
    await paint(PASSAGES);
    expect(await kept()).toEqual([6, 6]);
    await paint([...PASSAGES.slice(1), { id: 'new', kind: 'quote', state: 'sure', words: 'The pier' }]);
    expect(await kept()).toEqual([5, 6]);
  });

  it('a point hits the passages whose words are there, the innermost first, and no blank does', async () => {
    await paint(PASSAGES);
    expect(await hit(await pointAt('#light', 'built'))).toEqual(['inner', 'outer']);
    expect(await hit(await pointAt('#light', 'pier'))).toEqual(['outer']);
    expect(await hit(await pointAt('p', 'boat', '#host'))).toEqual(['shadow']);
    expect(await hit(await pointAt('p', 'said', '#host'))).toEqual([]);
    expect(await hit(await pointAt('#host > p', 'later'))).toEqual(['across']);
    const [x, y] = await pointAt('#light', 'built');
    expect(await hit([x + 600, y])).toEqual([]);
    expect(await hit([x, y + 20])).toEqual([]);
    expect(await hit([x, y + 5])).toEqual(['inner', 'outer']);
    expect(await hit([-5, 9_000])).toEqual([]);
  });

  it.each([
    ['within a root', ['p', 'boat', '#host'], ['p', ' today', '#host'], 'boat leaves'],
    ['from the page into a root', ['#light', 'winter'], ['h2', ' notes', '#host'], 'winter.\n\nPier'],
    ['out of a root into its slot', ['p', 'Ada', '#host'], ['#host > p', ' later'], 'Ada Holm.\n\nWritten'],
    ['backwards, as the nodes are written', ['[slot=first]', 'read'], ['p', 'No boat', '#host'], 'read first.\n\n“'],
  ] as const)('a selection %s is known by its words', async (_where, from, to, words) => {
    await page.evaluate(
      (ends) => {
        const [start, end] = ends.map(([path = '', text = '', host]) => {
          const scope = host === undefined ? document : document.querySelector(host)?.shadowRoot;
          const node = scope?.querySelector(path)?.firstChild;
          if (!(node instanceof Text)) throw new Error(`There is no text in ${path}.`);
          return [node, node.data.indexOf(text)] as const;
        });
        if (start && end) getSelection()?.setBaseAndExtent(...start, ...end);
      },
      [[...from], [...to]],
    );
    expect(await browser.call(page, 'selected')).toBe(words);
  });

  it('a passage that is shown comes into view through all that scrolls, and glides there', async () => {
    await paint(PASSAGES);
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      addEventListener('scroll', () => seen.push(scrollY));
    });
    await browser.call(page, 'show', 'Far down in the ledger.');
    await page.waitForFunction(() => {
      const far = document.querySelector('#far')?.getBoundingClientRect();
      const ledger = document.querySelector('#ledger')?.getBoundingClientRect();
      return (
        far && ledger && far.top > ledger.top && far.bottom < ledger.bottom && far.top > 0 && far.bottom < innerHeight
      );
    });
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen').length)).toBeGreaterThan(2);
  });

  it('what is shown is marked for a moment, also in a root in which nothing is painted', async () => {
    await paint([]);
    await browser.call(page, 'show', 'Pier notes');
    const shoot = () => pictureOf('h2', '#host');
    const marked = await shoot();
    await page.waitForFunction(() => !CSS.highlights.has('on-record-focus'));
    expect(await shoot()).not.toBe(marked);
  });

  it.each(['#folded', '#findable'])('what a passage is folded up in is opened to show it (%s)', async (selector) => {
    await paint(PASSAGES);
    const isSeen = () => page.evaluate((path) => document.querySelector(path)?.checkVisibility() ?? false, selector);
    expect(await isSeen()).toBe(false);
    await browser.call(page, 'showWithin', selector);
    expect(await isSeen()).toBe(true);
  });

  it('a passage that is not shown at all moves nothing', async () => {
    await paint(PASSAGES);
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    await browser.call(page, 'showWithin', '#gone');
    expect(await page.evaluate(() => scrollY)).toBe(300);
  });
});
