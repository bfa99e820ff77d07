import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anchor, describe as describeRange } from '../../eval/engine';

vi.setConfig({ testTimeout: 60_000 });

type Tree = string | { tag: string; children: Tree[] };

const text = fc
  .array(
    fc.constantFrom(
      ...[
        'The mayor ',
        'said that ',
        'nobody ',
        'knew. ',
        '“We will ',
        'see,” ',
        '3.4 percent ',
        '\n   ',
        '\u00a0',
        'e\u0301',
        '不会',
        ' ',
        'x',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    fc.record({
      tag: fc.constantFrom('p', 'div', 'b', 'i', 'a', 'span', 'li', 'ul', 'blockquote', 'td', 'br', 'script', 'aside'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));
const forest = fc.array(tree, { minLength: 1, maxLength: 6 });

function grow(parent: Element, trees: readonly Tree[]): void {
  const page = parent.ownerDocument;
  for (const one of trees) {
    if (typeof one === 'string') parent.append(page.createTextNode(one));
    else {
      const element = page.createElement(one.tag);
      if (one.tag !== 'br') grow(element, one.children);
      parent.append(element);
    }
  }
}

/** The page of the test itself: happy-dom knows ranges of no other. */
function pageOf(trees: readonly Tree[]): Document {
  document.body.replaceChildren();
  grow(document.body, trees);
  return document;
}

/** The text nodes that a reader sees. */
function textNodes(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('script')) nodes.push(node as Text);
  }
  return nodes;
}

/** A range between any two places in the text. */
function rangeOf(page: Document, [a, b, from, to]: readonly [number, number, number, number]): Range | null {
  const nodes = textNodes(page);
  if (nodes.length === 0) return null;
  const places = [
    { n: a % nodes.length, at: from },
    { n: b % nodes.length, at: to },
  ].map(({ n, at }) => {
    const node = nodes[n] as Text;
    const offset = at % (node.length + 1);
    // A letter in pieces is not cut.
    return { n, node, at: /\p{M}/u.test(node.data.charAt(offset)) ? offset + 1 : offset };
  });
  const [first, last] = places.sort((one, other) => one.n - other.n || one.at - other.at);
  if (!first || !last) return null;
  const range = page.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at);
  return range;
}

/** The visible characters in a range, each by its number among all of the page: white space and scripts don't count. */
function stretchOf(page: Document, range: Range): { start: number; end: number } | null {
  const nodes = textNodes(page);
  const first = nodes.indexOf(range.startContainer as Text);
  const last = nodes.indexOf(range.endContainer as Text);
  let seen = 0;
  let start: number | null = null;
  let end = 0;
  for (const [n, node] of nodes.entries()) {
    const from = n < first ? node.length : n === first ? range.startOffset : 0;
    const to = n > last ? 0 : n === last ? range.endOffset : node.length;
    for (let i = 0; i < node.length; i++) {
      if (/\s/.test(node.data.charAt(i))) continue;
      seen++;
      if (i < from || i >= to) continue;
      start ??= seen;
      end = seen;
    }
  }
  return start === null ? null : { start, end };
}

const ends = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());

describe('for any page and any range on it', () => {
  it('a range that was described is found again', () => {
    fc.assert(
      fc.property(forest, ends, (trees, places) => {
        const page = pageOf(trees);
        const range = rangeOf(page, places);
        const wanted = range && stretchOf(page, range);
        fc.pre(range !== null && wanted !== null);
        const selectors = describeRange(range, page.body);
        expect(selectors).not.toBeNull();
        if (!selectors) return;
        const found = anchor(JSON.parse(JSON.stringify(selectors)), page.body);
        expect(found.range && stretchOf(page, found.range)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('after text nodes were split and wrapped it is still found, or said not to be', () => {
    let found = 0;
    fc.assert(
      fc.property(
        forest,
        ends,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 }),
        (trees, places, cuts) => {
          const page = pageOf(trees);
          const range = rangeOf(page, places);
          const wanted = range && stretchOf(page, range);
          fc.pre(range !== null && wanted !== null);
          const selectors = describeRange(range, page.body);
          for (const [n, at, wraps] of cuts) {
            const nodes = textNodes(page);
            const node = nodes[n % nodes.length] as Text;
            const rest = node.splitText(at % (node.length + 1));
            if (!wraps) continue;
            const around = page.createElement('span');
            rest.replaceWith(around);
            around.append(rest);
          }
          const place = selectors && anchor(selectors, page.body);
          if (!place?.range) return;
          found++;
          expect(stretchOf(page, place.range)).toEqual(wanted);
        },
      ),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(40);
  });

  it('with other blocks put above and below it is found, or said not to be', () => {
    fc.assert(
      fc.property(forest, ends, forest, forest, (trees, places, above, below) => {
        const page = pageOf(trees);
        const range = rangeOf(page, places);
        const wanted = range && stretchOf(page, range);
        fc.pre(range !== null && wanted !== null);
        const selectors = describeRange(range, page.body);
        const before = page.createElement('div');
        grow(before, above);
        page.body.prepend(before);
        const after = page.createElement('div');
        grow(after, below);
        page.body.append(after);
        const shift = textNodes(page)
          .filter((node) => before.contains(node))
          .reduce((sum, { data }) => sum + data.replace(/\s/g, '').length, 0);
        const place = selectors && anchor(selectors, page.body);
        if (!place?.range) return;
        expect(stretchOf(page, place.range)).toEqual({ start: wanted.start + shift, end: wanted.end + shift });
      }),
      {
        numRuns: 60,
        examples: [
          [
            ['The mayor ', { tag: 'p', children: [] }],
            [0, 0, 0, 1],
            [
              { tag: 'p', children: ['The mayor 3.4 percent '] },
              { tag: 'blockquote', children: ['The mayor The mayor '] },
              { tag: 'p', children: [] },
            ],
            ['The mayor '],
          ],
        ],
      },
    );
  });
});
