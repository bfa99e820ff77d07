import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drag } from '../browser/drag';
import { readHighlights } from '../browser/highlights';
import { pressButton, pressOnCard, tag, waitUntilSaved } from '../browser/popup-driver';
import { Visitor } from './visitor';

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/sample/article.html'), 'utf8');

const QUOTE = 'Nobody moors here before noon';
const SLOTTED = 'The pilots wait outside.';
/** Below the article: a component whose shadow root has a slot, and a component within it. */
const CARD = `<section id="card"><template shadowrootmode="open">
    <style>p { margin: 12px 0; color: #123 }</style>
    <h2>Tide card</h2><p>“${QUOTE},” said Ada Holm.</p><slot></slot><slot name="note"><p>No notes today.</p></slot>
    <div id="inner"><template shadowrootmode="open"><p>Printed by the harbour office.</p></template></div>
  </template><p>${SLOTTED}</p></section>`;
const PAGE = SAMPLE.replace('</body>', `${CARD}</body>`);

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

async function tagDragged(from: string, to: string): Promise<void> {
  await drag(visitor.page, from, to);
  const popup = await visitor.click();
  await tag(popup, 'Quote', from.slice(0, 20));
  await pressButton(popup, 'Done');
  await waitUntilSaved(popup);
}

describe('words in an open shadow root', () => {
  it('are tagged, found again and painted where they are', async () => {
    const page = await visitor.open('/shadow.html', PAGE);
    await tagDragged(QUOTE, QUOTE);
    expect(await visitor.exported()).toMatchObject([{ kind: 'quote', scope: 'page', exact: QUOTE }]);

    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': [QUOTE] });
    const painted = await page.evaluate(() => {
      const [range] = CSS.highlights.get('on-record-quote') ?? [];
      const root = document.querySelector('#card')?.shadowRoot;
      const paragraph = range?.startContainer.parentElement ?? document.body;
      return {
        isInRoot: root !== undefined && range?.startContainer.getRootNode() === root,
        sheets: root?.adoptedStyleSheets.length,
        background: getComputedStyle(paragraph, '::highlight(on-record-quote)').backgroundColor,
        html: root?.innerHTML,
      };
    });
    expect(painted).toMatchObject({ isInRoot: true, sheets: 0, background: 'rgba(255, 190, 0, 0.24)' });
    expect(painted.html).not.toContain('on-record');
    await visitor.expectUntouched();
  });

  it('are seen to be painted', async () => {
    const page = await visitor.open('/shadow-pixels.html', PAGE);
    await tagDragged(QUOTE, QUOTE);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const clip = await page.evaluate(() => {
      const paragraph = document.querySelector('#card')?.shadowRoot?.querySelector('p');
      paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = paragraph?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + scrollX, y: y + scrollY, width: Math.min(width, 300), height };
    });
    const shoot = async () => Buffer.from(await page.screenshot({ clip })).toString('base64');
    const painted = await shoot();
    await page.evaluate(() => CSS.highlights.clear());
    expect(await shoot()).not.toBe(painted);
  });

  it('run on into what stands in a slot, as a range for each root', async () => {
    await visitor.open('/slot.html', PAGE);
    await tagDragged(QUOTE, SLOTTED);
    const words = `${QUOTE},” said Ada Holm.\n\n${SLOTTED}`;
    expect(await visitor.exported()).toMatchObject([{ kind: 'quote', scope: 'page', exact: words }]);
    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': [`${QUOTE},” said Ada Holm.`, SLOTTED] });
  });

  it('are read anew when the root changes, and a root within a root is one like any other', async () => {
    const page = await visitor.open('/nested-roots.html', PAGE);
    await visitor.click();
    await page.evaluate(() => {
      const inner = document.querySelector('#card')?.shadowRoot?.querySelector('#inner')?.shadowRoot;
      inner?.append('Reprinted on Tuesday.');
    });
    await tagDragged('Reprinted on Tuesday.', 'Reprinted on Tuesday.');
    expect(await readHighlights(page)).toMatchObject({ 'on-record-quote': ['Reprinted on Tuesday.'] });
  });
});

describe('a passage that is shown', () => {
  const FAR = 'The last sluice was closed by hand.';
  const filler = '<p>Line after line of the ledger, and nothing that anybody would look for.</p>'.repeat(60);
  const LEDGER = `<!doctype html><html lang="en"><title>Ledger</title><style>#ledger { height: 240px; overflow: auto }</style>
    ${filler}<div id="ledger">${filler}<p>${'A long paragraph goes on and on. '.repeat(120)}${FAR}</p>${filler}</div>${filler}`;

  it('stands in view, in a scroller within the page and at the end of a long paragraph, without gliding if motion is to be reduced', async () => {
    const page = await visitor.open('/ledger.html', LEDGER);
    await visitor.tag('Claim', FAR);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const popup = await visitor.click();
    await page.evaluate(async () => {
      scrollTo({ top: 0, behavior: 'instant' });
      document.querySelector('#ledger')?.scrollTo({ top: 0, behavior: 'instant' });
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      Object.assign(globalThis, { scrolls: 0 });
      addEventListener('scroll', () => Object.assign(globalThis, { scrolls: Reflect.get(globalThis, 'scrolls') + 1 }));
    });
    await pressOnCard(popup, FAR, 'Show on page');
    const isInView = () => {
      const [range] = CSS.highlights.get('on-record-focus') ?? [];
      if (!(range instanceof Range)) return false;
      const { top, bottom } = range.getBoundingClientRect();
      const box = document.querySelector('#ledger')?.getBoundingClientRect();
      return box !== undefined && top > box.top && bottom < box.bottom && top > 0 && bottom < innerHeight;
    };
    await page.waitForFunction(isInView);
    // The event of a jump comes with the next frame; a glide would send more of them.
    await page.waitForFunction(() => Reflect.get(globalThis, 'scrolls') > 0);
    await new Promise((done) => setTimeout(done, 300));
    expect(await page.evaluate(() => Reflect.get(globalThis, 'scrolls'))).toBe(1);
  });
});
