/** What the judges of the engine run: the very functions that the extension ships. */
import { anchor as anchorIn, type Place } from '../../lib/anchoring/anchor';
import { anchorAllSteps } from '../../lib/anchoring/anchor-all';
import { type Description, describeIn } from '../../lib/anchoring/describe';
import { indexText, type TextIndex } from '../../lib/anchoring/text-index';
import { readPageText } from '../../lib/article/page-text';
import { TextMap } from '../../lib/article/text-map';
import { drain } from '../../lib/steps';

export { extract } from '../../lib/article/extract';

interface Read {
  readonly index: TextIndex;
  readonly map: TextMap;
  readonly observer: MutationObserver;
}

const known = new WeakMap<Element, Read>();

/** The text of the page, read again when it has changed. */
function read(root: Element): Read {
  const before = known.get(root);
  if (before && before.observer.takeRecords().length === 0) return before;
  before?.observer.disconnect();
  const { text, pieces, blocks } = readPageText(root.ownerDocument);
  const forget = () => known.delete(root);
  const observer = new MutationObserver(forget);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  const fresh = { index: indexText(text, blocks), map: new TextMap(pieces), observer };
  known.set(root, fresh);
  return fresh;
}

export function describe(range: Range, root: Element): Description | null {
  const { index, map } = read(root);
  const span = map.toSpan(range);
  return span && describeIn(index, span.start, span.end);
}

export interface Anchor {
  readonly range: Range | null;
  readonly status: Place['status'];
}

export function anchor(selectors: Description, root: Element): Anchor {
  const { index, map } = read(root);
  return toAnchor(anchorIn(index, selectors), map);
}

export function anchorAll(list: readonly Description[], root: Element): Anchor[] {
  const { index, map } = read(root);
  return drain(anchorAllSteps(index, list)).map((place) => toAnchor(place, map));
}

/** One range from the first to the last unit of the place. */
function toAnchor(place: Place, map: TextMap): Anchor {
  if (!('start' in place)) return { range: null, status: place.status };
  const ranges = map.toRanges(place);
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return { range: null, status: 'orphan' };
  const range = first.cloneRange();
  range.setEnd(last.endContainer, last.endOffset);
  return { range, status: place.status };
}
