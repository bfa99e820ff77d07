/** What the tests of painting call in a content script: the parts that the page script is made of, on the page as it is. */
import { readPageText } from '../../lib/article/page-text';
import { TextMap } from '../../lib/article/text-map';
import { createHitTest } from '../../lib/highlights/hit-test';
import { createPainter, type PaintedPassage } from '../../lib/highlights/painter';
import { RootStyles } from '../../lib/highlights/root-styles';

/** A passage by its words, the first of them on the page. */
export type Words = Omit<PaintedPassage, 'ranges'> & { readonly words: string };

let life = new AbortController();
let painter: ReturnType<typeof createPainter> | null = null;
let hitTest: ReturnType<typeof createHitTest> | null = null;

export function text(): string {
  return readPageText(document).text;
}

/** @param css the looks of the paint, to be brought into shadow roots; null where the browser does that */
export function paint(passages: readonly Words[], css: string | null): number[] {
  const { text, pieces, roots } = readPageText(document);
  const map = new TextMap(pieces, roots);
  const found = passages.map(({ words, ...passage }) => {
    const start = text.indexOf(words);
    return { ...passage, ranges: start < 0 ? [] : map.toRanges({ start, end: start + words.length }) };
  });
  painter ??= createPainter(window, life.signal, css === null ? undefined : new RootStyles(window, css));
  painter.paint(found);
  hitTest = createHitTest(document, found);
  return found.map(({ ranges }) => ranges.length);
}

export function hit(x: number, y: number): string[] {
  return hitTest?.(x, y) ?? [];
}

/** The words that are selected, as they stand in the page's text. */
export function selected(): string | null {
  const { text, pieces, roots } = readPageText(document);
  const [range] = document.getSelection()?.getComposedRanges({ shadowRoots: [...roots] }) ?? [];
  const span = range && new TextMap(pieces, roots).toSpan(range);
  return span ? text.slice(span.start, span.end) : null;
}

export function show(words: string): void {
  const { text, pieces } = readPageText(document);
  const start = text.indexOf(words);
  painter?.show(new TextMap(pieces).toRanges({ start, end: start + words.length }));
}

/** Shows all that an element holds, whether it is seen or not. */
export function showWithin(selector: string): void {
  const range = document.createRange();
  const element = document.querySelector(selector);
  if (!element || !painter) throw new Error(`There is no ${selector} to be shown.`);
  range.selectNodeContents(element);
  painter.show([range]);
}

export function stop(): void {
  life.abort();
  life = new AbortController();
  painter = null;
}
