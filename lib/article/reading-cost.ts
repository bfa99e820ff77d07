import type { TraceableClone } from './traceable-clone';

/** So many characters take as long as one element. */
const TEXT_PER_ELEMENT = 140;

/** Of so many elements, evenly spread, is looked how deep they are nested: to count all would itself take its time. */
const SAMPLE = 20;

/**
 * How much Readability has to do for a page: it looks at each element and at each character anew for whatever stands around
 * it. About the number of looks at an element, each of which takes about 1 µs, or 3 µs when it tries again and again.
 */
export function readingCost({
  document,
  textLength,
  longestText,
}: Pick<TraceableClone, 'document' | 'textLength' | 'longestText'>): number {
  const elements = document.getElementsByTagName('*');
  const step = Math.ceil(elements.length / SAMPLE);
  let depths = 0;
  let looked = 0;
  for (let i = 0; i < elements.length; i += step) {
    depths += depthOf(elements[i] ?? null);
    looked++;
  }
  const depth = looked > 0 ? depths / looked : 0;
  const textDepth = Math.max(depth, depthOf(longestText));
  return Math.round(depth * elements.length + (textDepth * textLength) / TEXT_PER_ELEMENT);
}

function depthOf(node: Node | null): number {
  let depth = 0;
  for (let around = node?.parentNode; around; around = around.parentNode) depth++;
  return depth;
}
