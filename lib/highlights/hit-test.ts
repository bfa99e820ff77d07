import { characterAt } from './character-at';

interface Entry {
  readonly id: string;
  readonly range: Range;
}

/**
 * Makes a function that tells the ids of the passages whose words are at a point, the innermost first; none at a blank,
 * such as what is beside a line. It takes a time that grows with the logarithm of their number, after the first call.
 * Its arguments are CSS pixels from the viewport's corner, like an event's `clientX` and `clientY`.
 */
export function createHitTest(
  document: Document,
  passages: readonly { readonly id: string; readonly ranges: readonly Range[] }[],
): (x: number, y: number) => string[] {
  let trees: Map<Node, IntervalTree> | null = null;
  return (x, y) => {
    trees ??= plant(passages);
    const character = characterAt(document, x, y, [...trees.keys()].filter(isShadowRoot));
    if (!character) return [];
    return [...new Set(trees.get(character.startContainer.getRootNode())?.around(character) ?? [])];
  };
}

/** No range crosses the edge of a shadow root, so that each root has an order and a tree of its own. */
function plant(
  passages: readonly { readonly id: string; readonly ranges: readonly Range[] }[],
): Map<Node, IntervalTree> {
  const entries = new Map<Node, Entry[]>();
  for (const { id, ranges } of passages) {
    for (const range of ranges) {
      const root = range.startContainer.getRootNode();
      const known = entries.get(root);
      if (known) known.push({ id, range });
      else entries.set(root, [{ id, range }]);
    }
  }
  return new Map([...entries].map(([root, all]) => [root, new IntervalTree(all)]));
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

/** A balanced search tree over intervals, each node of which knows the farthest end below it. */
class IntervalTree {
  /** By their starts; of those that start together the longest first: what holds another stands before it. */
  readonly #entries: readonly Entry[];
  /** For the middle of each stretch of `#entries` that is halved in a search: the one that ends last in that stretch. */
  readonly #farthest: Range[] = [];

  constructor(entries: Entry[]) {
    this.#entries = entries.sort(
      ({ range: a }, { range: b }) =>
        a.compareBoundaryPoints(Range.START_TO_START, b) || b.compareBoundaryPoints(Range.END_TO_END, a),
    );
    this.#measure(0, entries.length);
  }

  /** The ids of those that hold all of `character`, the innermost first. */
  around(character: Range): string[] {
    const found: string[] = [];
    this.#collect(0, this.#entries.length, character, found);
    return found.reverse();
  }

  #measure(low: number, high: number): Range | null {
    const middle = (low + high) >> 1;
    let farthest = low < high ? (this.#entries[middle]?.range ?? null) : null;
    if (!farthest) return null;
    for (const half of [this.#measure(low, middle), this.#measure(middle + 1, high)]) {
      if (half && half.compareBoundaryPoints(Range.END_TO_END, farthest) > 0) farthest = half;
    }
    this.#farthest[middle] = farthest;
    return farthest;
  }

  #collect(low: number, high: number, character: Range, found: string[]): void {
    const middle = (low + high) >> 1;
    const entry = this.#entries[middle];
    const endsBefore = (range: Range | undefined) =>
      !range || range.compareBoundaryPoints(Range.END_TO_END, character) < 0;
    if (low >= high || !entry || endsBefore(this.#farthest[middle])) return;
    this.#collect(low, middle, character, found);
    if (entry.range.compareBoundaryPoints(Range.START_TO_START, character) > 0) return;
    if (!endsBefore(entry.range)) found.push(entry.id);
    this.#collect(middle + 1, high, character, found);
  }
}
