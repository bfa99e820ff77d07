import { drain, type Steps } from '../steps';
import type { BlockText } from './block-text';
import { walkSteps } from './block-walk';
import { flatTree } from './flat-tree';

export interface PageText extends BlockText {
  /** The open shadow roots whose text is part of it or may come to be. */
  readonly roots: readonly ShadowRoot[];
}

/** Reads all that a reader of the page sees, headline, captions, comments and open shadow roots included. The page is only read. */
export const readPageText = (page: Document): PageText => drain(readPageSteps(page));

/**
 * The same in steps, between which the page must not change.
 * @param watch is given each open shadow root before it is read
 */
export function* readPageSteps({ body }: Document, watch?: (root: ShadowRoot) => void): Steps<PageText> {
  return body ? yield* visibleSteps(body, watch) : { text: '', blocks: [], pieces: [], roots: [] };
}

/** Reads what a reader of the page sees of an element. */
export const readVisibleText = (root: Element): PageText => drain(visibleSteps(root));

function* visibleSteps(root: Element, watch?: (root: ShadowRoot) => void): Steps<PageText> {
  const roots: ShadowRoot[] = [];
  const mute = new Set<Node>();
  // Some pages keep all of themselves from view until their scripts are done: that tells nothing of any part.
  const { body } = root.ownerDocument;
  const isVeiled = body !== null && styleOf(body)?.visibility === 'hidden';

  const enter = (element: Element) => {
    const sight = sightOf(element, isVeiled);
    if (sight === 'none') return false;
    if (sight === 'children') mute.add(element);
    if (element.shadowRoot) {
      roots.push(element.shadowRoot);
      watch?.(element.shadowRoot);
    }
    return true;
  };
  if (!enter(root)) return { text: '', blocks: [], pieces: [], roots };
  const text = yield* walkSteps(root, {
    tree: flatTree,
    skip: (element) => !enter(element),
    resolve: (node) => (mute.size > 0 && mute.has(flatTree.parent(node) ?? node) ? null : node),
    // The browser's own elements tell by their names.
    standsAlone: (element) => element.localName.includes('-') && !/^($|inline|contents)/.test(displayOf(element)),
  });
  return { ...text, roots };
}

/**
 * What of an element can be seen: all of it, nothing, or only those of its children that say so themselves. A document
 * without a window has no layout that could tell, and shows everything.
 */
export function sightOf(element: Element, isVeiled: boolean): 'all' | 'children' | 'none' {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return 'none';
  const sight = element.ownerDocument.defaultView ? sightInLayout(element, isVeiled) : 'all';
  // What these hold is passed over by layout, which tells so of the elements in them but not of bare text.
  const isClosed = hidden !== null || (element.localName === 'details' && !(element as HTMLDetailsElement).open);
  return sight === 'all' && isClosed ? 'children' : sight;
}

function sightInLayout(element: Element, isVeiled: boolean): 'all' | 'children' | 'none' {
  if (element.checkVisibility({ visibilityProperty: !isVeiled })) return 'all';
  // An element with `display: contents` has no box of its own: what it holds is shown like anything around it.
  if (!element.checkVisibility() && displayOf(element) !== 'contents') return 'none';
  return isVeiled || styleOf(element)?.visibility === 'visible' ? 'all' : 'children';
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

function displayOf(element: Element): string {
  return styleOf(element)?.display ?? '';
}
