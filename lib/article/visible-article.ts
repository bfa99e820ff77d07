import { flatTree } from './flat-tree';
import { type PageText, readVisibleText } from './page-text';

/** An element that the page marks as its article, with what can be seen of it. */
export interface MarkedArticle extends PageText {
  readonly root: Element;
}

/** Elements by which pages mark their article, the most telling first. */
const MARKS = ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]'];
/** The entries of a live blog. */
const ENTRIES = '[itemprop~="liveBlogUpdate"]';
/** A page of teasers has hundreds of article elements; of each mark the largest are read. */
const MAX_READ = 3;

/**
 * What the page marks as its article: the largest element of each mark, the most telling mark first. Open shadow roots are
 * looked into as well. The page is only read.
 */
export function readMarkedArticles(page: Document): MarkedArticle[] {
  const scopes: ParentNode[] = [page, ...(page.body ? readVisibleText(page.body).roots : [])];
  const find = (selector: string) => scopes.flatMap((scope) => [...scope.querySelectorAll(selector)]);
  const entries = find(ENTRIES);
  const around = entries.length > 1 ? commonAncestor(entries) : null;
  const marked = MARKS.flatMap((selector) => {
    const elements = find(selector).map((root) => ({ root, size: root.getElementsByTagName('*').length }));
    const largest = elements.sort((a, b) => b.size - a.size).slice(0, MAX_READ);
    const read = largest.map(({ root }) => ({ root, ...readVisibleText(root) }));
    return read.sort((a, b) => b.text.length - a.text.length).slice(0, 1);
  });
  return around ? [{ root: around, ...readVisibleText(around) }, ...marked] : marked;
}

function commonAncestor(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements;
  let around: Node | null = first ?? null;
  while (around && !others.every((other) => around?.contains(other))) around = flatTree.parent(around);
  return around as Element | null;
}

/** How well a text agrees with another that is said to be the same, by their longer words: 0 to 1. */
export function agreement(text: string, said: string): number {
  const words = wordsOf(text);
  const saidWords = wordsOf(said);
  let shared = 0;
  for (const word of saidWords) if (words.has(word)) shared++;
  return (2 * shared) / (words.size + saidWords.size || 1);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[^\s.,;:!?"“”«»()<>。、！？]{4,}/g));
