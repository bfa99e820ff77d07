import { drain, type Steps } from '../steps';
import { type BlockText, BlockTextBuilder } from './block-text';
import { lightTree, type Tree } from './flat-tree';

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

/** What these hold is not text that a reader of the page sees. */
const SKIPPED_TAGS = new Set(
  (
    'script style noscript template head title meta link iframe object embed video audio canvas textarea select ' +
    'datalist input svg img picture progress meter map'
  ).split(' '),
);

/** Blocks that say what they are; the others are paragraphs, or what the nearest such block around them is. */
const TELLING_TAGS = new Set('h1 h2 h3 h4 h5 h6 li blockquote figcaption caption pre td th dt dd'.split(' '));

interface WalkOptions {
  /** The live text node that a text node of `root` stands for; null for one to be left out. */
  readonly resolve: (node: Text) => Text | null;
  /** Whether an element is to be passed over with all it holds. */
  readonly skip?: (element: Element) => boolean;
  /** Whether an element whose name doesn't tell stands in a block of its own. */
  readonly standsAlone?: (element: Element) => boolean;
  /** Where the walk goes; without it through the nodes as they are written. */
  readonly tree?: Tree;
}

/** How many nodes are read in one step. */
const STEP = 200;

/** Reads the text below `root` in blocks, at one go. */
export const walkBlocks = (root: Element, options: WalkOptions): BlockText => drain(walkSteps(root, options));

/** Reads the text below `root` in blocks, in steps. Iterative, so that no depth of nesting overflows the stack. */
export function* walkSteps(root: Element, options: WalkOptions): Steps<BlockText> {
  const { resolve, skip, standsAlone, tree = lightTree } = options;
  const builder = new BlockTextBuilder();
  const tags: string[] = ['p'];
  const isBlock = (element: Element) => BLOCK_TAGS.has(element.localName) || standsAlone?.(element) === true;
  let preformatted = 0;

  let node: Node | null = tree.first(root);
  for (let read = 1; node; read++) {
    if (read % STEP === 0) yield;
    let within: Node | null = null;
    if (node.nodeType === Node.TEXT_NODE) {
      const live = resolve(node as Text);
      if (live) builder.add(live, preformatted > 0);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (element.localName === 'br') builder.lineBreak();
      else if (!SKIPPED_TAGS.has(element.localName) && !skip?.(element)) {
        if (isBlock(element)) {
          const around = tags.at(-1) ?? 'p';
          const tag = TELLING_TAGS.has(element.localName) ? element.localName : around;
          tags.push(tag);
          builder.startBlock(tag);
          if (element.localName === 'pre') preformatted++;
        }
        within = tree.first(element);
        if (!within) leave(element);
      }
    }
    let next: Node | null = within ?? tree.next(node);
    while (!next) {
      node = tree.parent(node);
      if (!node || node === root) return builder.finish();
      leave(node as Element);
      next = tree.next(node);
    }
    node = next;
  }
  return builder.finish();

  function leave(element: Element): void {
    if (!isBlock(element)) return;
    tags.pop();
    if (element.localName === 'pre') preformatted--;
    builder.startBlock(tags.at(-1) ?? 'p');
  }
}
