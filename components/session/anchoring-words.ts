import { keptPlacement } from '@/lib/annotations/placement';
import type { Listed } from './reading-order';

/** Who said it is in doubt; what was said is not. */
export const ATTRIBUTION_CHANGED = 'Who said it may have changed: the words around this passage are different';

/** Whether the page has a new wording here on which nothing was decided yet. */
export function isUndecided({ annotation, anchoring }: Listed): boolean {
  return anchoring?.status === 'changed' && keptPlacement(annotation, anchoring.current) === null;
}

/**
 * What a person should know of how an annotation was found on the page, in words; empty when all is well. A passage
 * that merely moved is as good as one that did not.
 */
export function anchoringWords(listed: Listed): string[] {
  const { annotation, anchoring } = listed;
  if (!anchoring) return [];
  const { status, found, attributionChanged } = anchoring;
  const parts = annotation.segments.length;
  const words: string[] = [];
  if (status === 'ambiguous') words.push('Found in more than one place');
  else if (parts > 1 && found > 0 && found < parts) words.push(`${found} of ${parts} parts found`);
  else if (status === 'orphan') words.push('Not found on this page');
  else if (isUndecided(listed)) words.push('Page changed here');
  if (attributionChanged) words.push(ATTRIBUTION_CHANGED);
  return words;
}
