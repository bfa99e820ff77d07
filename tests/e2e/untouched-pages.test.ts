import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Anchoring, PageReading, PageRequest } from '../../lib/messaging';
import { readHighlights } from '../browser/highlights';
import { INERT, sharedFolder } from './engine';
import { serviceWorker } from './interference';
import { Visitor } from './visitor';

const PAGES = 10;
const HIGHLIGHTS = 200;
/** UTF-16 units. */
const LENGTH = 24;
const HASH = '0'.repeat(64);

const folder = sharedFolder('eval/anchoring/data');
const names = folder === null ? [] : readdirSync(folder).sort();
/** Some of each kind, spread over the whole list. */
const chosen = names.filter((_, i) => i % Math.max(1, Math.floor(names.length / PAGES)) === 0).slice(0, PAGES);

/** What the extension's worker has of the browser's API. */
declare const chrome: {
  tabs: {
    query(info: { active: boolean }): Promise<{ id: number }[]>;
    sendMessage(tabId: number, message: PageRequest): Promise<{ ok: boolean; value: unknown }>;
  };
};

// A stranger does not have these pages; that they are not here is said when the file is loaded.
describe.runIf(folder !== null)('real pages', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
  });
  afterEach(() => visitor.close());
  afterAll(() => visitor?.leave());

  /** Asks the page script as the background does. */
  async function ask<T>(request: PageRequest): Promise<T> {
    const worker = await serviceWorker(visitor.launched);
    const reply = await worker.evaluate(async (message) => {
      const [tab] = await chrome.tabs.query({ active: true });
      return chrome.tabs.sendMessage(tab?.id ?? -1, message);
    }, request);
    expect(reply.ok).toBe(true);
    return reply.value as T;
  }

  it('are ten', () => {
    expect(chosen).toHaveLength(PAGES);
  });

  it.each(chosen)('have the same HTML with 200 highlights as without (%s)', async (name) => {
    const html = readFileSync(join(folder ?? '', name, 'base.html'), 'utf8');
    const page = await visitor.open(`/${name}.html`, html, INERT);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await visitor.click();
    // An open popup paints too, once it has read what is stored: nothing.
    await visitor.closePopup();
    const { text } = await ask<PageReading>({ to: 'page', type: 'read' });
    const step = (text.length - LENGTH) / HIGHLIGHTS;
    const annotations = Array.from({ length: HIGHLIGHTS }, (_, i) => {
      const start = Math.round(i * step);
      const position = { type: 'TextPositionSelector', start, end: start + LENGTH } as const;
      const exact = text.slice(position.start, position.end);
      const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const;
      const segments = [{ scope: 'article', snapshot: HASH, quote, position } as const];
      const kind = (['quote', 'claim', 'speaker'] as const)[i % 3] ?? 'quote';
      return { id: crypto.randomUUID(), kind, segments, mention: null, cue: null };
    });
    const anchored = await ask<Anchoring[]>({ to: 'page', type: 'anchor', snapshot: HASH, annotations });
    expect(anchored.filter(({ status }) => status === 'exact')).toHaveLength(HIGHLIGHTS);
    const painted = Object.values(await readHighlights(page)).flat();
    expect(painted.length).toBeGreaterThanOrEqual(HIGHLIGHTS);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});
