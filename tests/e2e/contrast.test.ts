import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { type Tag, tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { type PageServer, servePages } from '../browser/serve';
import { clickToolbarIcon, closePopup } from '../browser/toolbar';
import { wear } from './axe';

type Colour = readonly [red: number, green: number, blue: number];

const KINDS = ['quote', 'claim', 'speaker'] as const;
const PASSAGES = [...KINDS, 'nested', 'plain'] as const;
type Passage = (typeof PASSAGES)[number];

/** Capitals without tails: what is below the baseline is the line alone. */
const WORDS: Record<Passage, string> = {
  quote: 'HERE SOMEBODY SAID IT',
  claim: 'HERE THE CLAIM RUNS',
  speaker: 'HERE THE SPEAKER IS',
  nested: 'ALL THREE MEET HERE',
  plain: 'NOTHING MARKED HERE',
};

const FILLER =
  'the ferry came in late and nobody on the pier had an idea of when it would leave again for the islands. ';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ferry</title>
  <style>body { margin: 30px; font: bold 44px/1.8 sans-serif } small { font-size: 12px; line-height: 1.2 }</style>
  <article><h1>Ferry</h1>${PASSAGES.map((id) => `<p><span id="${id}">${WORDS[id]}</span><br><small>${FILLER.repeat(3)}</small></p>`).join('\n')}
  </article>`;

let server: PageServer;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  server = await servePages({ '/ferry.html': PAGE });
  launched = await launchChromium({ windowSize: { width: 1200, height: 1100 } });
  page = await launched.browser.newPage();
  await page.goto(server.url('/ferry.html'));
  await mark('quote', 'Quote');
  await mark('claim', 'Claim');
  await mark('speaker', 'Speaker');
  for (const kind of ['Quote', 'Claim', 'Speaker'] as const) await mark('nested', kind);
  await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) === 6);
  await page.evaluate(() => getSelection()?.removeAllRanges());
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

async function mark(passage: Passage, kind: Tag): Promise<void> {
  await selectText(page, WORDS[passage]);
  const popup = await clickToolbarIcon(page, launched.extension);
  await tag(popup, kind, WORDS[passage]);
  await waitUntilSaved(popup);
  await closePopup(popup);
}

/** Gives the article its colours, or the `whole` page; the rest of it has those of the system. */
const colour = (text: string, background: string, whole = true) =>
  page.evaluate(
    (ink, paper, selectors) => {
      for (const part of document.querySelectorAll<HTMLElement>('html, article')) {
        part.style.background = part.matches(selectors) ? paper : '';
        part.style.color = part.matches(selectors) ? ink : '';
      }
    },
    text,
    background,
    whole ? 'html' : 'article',
  );

interface Picture {
  width: number;
  height: number;
  /** Pixel rows from the top down to the baseline. */
  baseline: number;
  at(x: number, y: number): Colour;
}

/** A passage as it is painted. */
async function photograph(passage: Passage): Promise<Picture> {
  const box = await page.evaluate((id) => {
    const span = document.getElementById(id);
    if (!span) return null;
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return null;
    // The shorthand `font` is empty in forced colours.
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(span);
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const { fontBoundingBoxAscent } = context.measureText('H');
    const { x, y, width, height } = span.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height, ascent: fontBoundingBoxAscent };
  }, passage);
  if (!box) throw new Error(`The page has no passage “${passage}”.`);
  const [x, y] = [Math.ceil(box.x), Math.round(box.y)];
  const shot = await page.screenshot({
    clip: { x, y, width: Math.floor(box.width) - 1, height: Math.ceil(box.height) + 4 },
    captureBeyondViewport: true,
  });

  const { width, height, data } = PNG.sync.read(Buffer.from(shot));
  return {
    width,
    height,
    baseline: Math.round(box.y + box.ascent) - y,
    at: (column, row) => {
      const i = (row * width + column) * 4;
      return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
    },
  };
}

/** Relative luminance, by WCAG 2. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(rgb: Colour): number {
  const [r = 0, g = 0, b = 0] = rgb.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The distance of two colours in the cube of their bytes: 1 is hardly to be seen, 442 is black and white. */
const distance = (a: Colour, b: Colour) => Math.hypot(...a.map((byte, i) => byte - (b[i] ?? 0)));

/** The two colours that cover most of the letters' band: what is behind them, and the letters. */
function inkAndPaper({ width, baseline, at }: Picture): { ink: Colour; paper: Colour } {
  const counts = new Map<string, { rgb: Colour; count: number }>();
  for (let y = 2; y < baseline - 1; y++) {
    for (let x = 0; x < width; x++) {
      const rgb = at(x, y);
      const entry = counts.get(rgb.join()) ?? { rgb, count: 0 };
      entry.count++;
      counts.set(rgb.join(), entry);
    }
  }
  const byCount = [...counts.values()].sort((a, b) => b.count - a.count).map(({ rgb }) => rgb);
  const [paper] = byCount;
  const ink = byCount.find((rgb) => paper && distance(rgb, paper) > 20);
  if (!paper || !ink) throw new Error('There are no letters in this picture.');
  return { ink, paper };
}

/** Of a row of pixels: the lengths of the stretches that differ from the paper, and which share of the row they make. */
function strokes({ width, at }: Picture, y: number, paper: Colour): { runs: number[]; share: number } {
  const runs: number[] = [];
  let length = 0;
  for (let x = 0; x <= width; x++) {
    if (x < width && distance(at(x, y), paper) > 30) length++;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return { runs, share: runs.reduce((a, b) => a + b, 0) / width };
}

/** Text and background: each pair is easy to read before we paint. */
const PAGES: Readonly<Record<string, [ink: string, paper: string]>> = {
  white: ['#111111', '#ffffff'],
  black: ['#ffffff', '#000000'],
  'night grey': ['#e6e6e6', '#202124'],
  sepia: ['#3b2a14', '#f4ecd8'],
  'dark blue': ['#e8eefc', '#0b1f4b'],
  salmon: ['#33302e', '#fff1e5'],
  'dark green': ['#f3fff5', '#0a3d22'],
  'yellow on maroon': ['#ffe9a8', '#4a0d18'],
};

describe.each(
  Object.entries(PAGES).flatMap(([name, colours]) => [
    { where: `a page that is ${name}`, colours, whole: true },
    { where: `an article that is ${name} on a page that is not`, colours, whole: false },
  ]),
)('on $where', ({ colours: [ink, paper], whole }) => {
  beforeAll(async () => {
    await wear(page, 'light');
    await colour(ink, paper, whole);
  });

  it('what is painted can be read and differs from what is not', async () => {
    const plain = inkAndPaper(await photograph('plain'));
    expect(contrast(plain.ink, plain.paper)).toBeGreaterThanOrEqual(7);
    for (const passage of [...KINDS, 'nested'] as const) {
      const painted = inkAndPaper(await photograph(passage));
      expect(contrast(painted.ink, painted.paper), passage).toBeGreaterThanOrEqual(4.5);
      expect(distance(painted.paper, plain.paper), passage).toBeGreaterThan(15);
      expect(distance(painted.ink, plain.ink), `${passage} leaves the text its colour`).toBeLessThan(3);
    }
  });

  it('the lines stand out as WCAG asks of graphics', async () => {
    for (const passage of KINDS) expect(await lineContrast(passage), passage).toBeGreaterThanOrEqual(3);
  });
});

/** The contrast of a passage's line against its background. */
async function lineContrast(passage: Passage): Promise<number> {
  const picture = await photograph(passage);
  const { paper } = inkAndPaper(picture);
  let best = 1;
  for (let y = picture.baseline + 1; y < picture.height - 4; y++) {
    for (let x = 0; x < picture.width; x++) best = Math.max(best, contrast(picture.at(x, y), paper));
  }
  return best;
}

describe('in forced colours', () => {
  it('what is painted can be read and bears its line', async () => {
    await colour('#777777', '#888888');
    await wear(page, 'forced');
    for (const passage of [...KINDS, 'nested'] as const) {
      const picture = await photograph(passage);
      const { ink, paper } = inkAndPaper(picture);
      expect(contrast(ink, paper), passage).toBeGreaterThanOrEqual(4.5);
      expect(await lineContrast(passage), passage).toBeGreaterThanOrEqual(4.5);
    }
    expect(await lineContrast('plain')).toBe(1);
    await wear(page, 'light');
  });
});

describe('without colours', () => {
  /** Rows below the baseline that bear a line, and how it is drawn there. */
  async function lines(passage: Passage) {
    const picture = await photograph(passage);
    const { paper } = inkAndPaper(picture);
    const rows = [];
    for (let y = picture.baseline; y < picture.height - 4; y++) {
      const row = strokes(picture, y, paper);
      if (row.share > 0.2) rows.push({ below: y - picture.baseline, ...row });
    }
    return rows;
  }

  it('the kinds differ by their lines: unbroken, dashed and dotted, each further down', async () => {
    await wear(page, 'light');
    await colour('#111111', '#ffffff');
    const [quote, claim, speaker, nested, plain] = [
      await lines('quote'),
      await lines('claim'),
      await lines('speaker'),
      await lines('nested'),
      await lines('plain'),
    ];
    const places = (rows: { below: number }[]) => rows.map(({ below }) => below);
    expect(places(plain)).toEqual([]);
    expect(places(quote)).toEqual([2, 3]);
    expect(places(claim)).toEqual([4, 5]);
    expect(places(speaker)).toEqual([6, 7]);
    expect(places(nested)).toEqual([2, 3, 4, 5, 6, 7]);
    for (const row of [...quote, ...nested.slice(0, 2)]) expect(row.runs).toHaveLength(1);
    for (const { runs } of [...claim, ...nested.slice(2, 4)]) {
      expect(runs.length).toBeGreaterThan(20);
      expect(Math.min(...runs)).toBeGreaterThanOrEqual(4);
    }
    for (const { runs } of [...speaker, ...nested.slice(4)]) {
      expect(runs.length).toBeGreaterThan(60);
      expect(Math.max(...runs)).toBeLessThanOrEqual(3);
    }
  });
});

describe('the style sheet', () => {
  /** What `::highlight()` allows in Chromium and Firefox. @see https://drafts.csswg.org/css-pseudo/#highlight-styling */
  const ALLOWED =
    /^(color|background-color|text-decoration(-line|-style|-color|-thickness)?|text-underline-offset|text-shadow)$/;

  it('asks for nothing that a highlight can’t have', () => {
    const css = readFileSync(join(import.meta.dirname, '../../entrypoints/highlights.css'), 'utf8');
    const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/((?:::highlight\([^)]*\)[\s,]*)+)\{([^}]*)\}/g);
    const properties = [...rules].flatMap(([, , body = '']) =>
      [...body.matchAll(/([\w-]+)\s*:/g)].map(([, name]) => name ?? ''),
    );
    expect(properties.length).toBeGreaterThan(9);
    expect(properties.filter((name) => !ALLOWED.test(name))).toEqual([]);
  });
});
