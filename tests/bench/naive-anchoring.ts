/** A peer for the bench: exact search in one string, the best of the hits by what adjoins it. What most projects write. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;

export function describeNaively(range: Range, root: Element): Quote {
  const before = root.ownerDocument.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const text = root.textContent ?? '';
  const start = before.toString().length;
  const exact = range.toString();
  const end = start + exact.length;
  return { exact, prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** Looks for all quotes in one index of the page; null for each whose words stand nowhere. */
export function anchorNaively(quotes: readonly Quote[], root: Element): (Range | null)[] {
  const text = root.textContent ?? '';
  const nodes: { node: Text; start: number }[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: length });
    length += (node as Text).length;
  }
  const placeOf = (offset: number): [Text, number] => {
    const at = nodes.findLastIndex(({ start }) => start <= offset);
    const { node, start } = nodes[at] ?? { node: root.ownerDocument.createTextNode(''), start: offset };
    return [node, offset - start];
  };
  return quotes.map(({ exact, prefix, suffix }) => {
    let best = { at: -1, score: -1 };
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      const score =
        alike([...text.slice(at - prefix.length, at)].reverse(), [...prefix].reverse()) +
        alike([...text.slice(at + exact.length, at + exact.length + suffix.length)], [...suffix]);
      if (score > best.score) best = { at, score };
    }
    if (best.at < 0) return null;
    const range = root.ownerDocument.createRange();
    range.setStart(...placeOf(best.at));
    range.setEnd(...placeOf(best.at + exact.length));
    return range;
  });
}

/** How many of the first characters are the same. */
function alike(a: readonly string[], b: readonly string[]): number {
  const differ = a.findIndex((char, i) => char !== b[i]);
  return differ < 0 ? a.length : differ;
}
