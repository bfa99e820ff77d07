import type { Anchoring } from '@/lib/messaging';

/**
 * What a person should know of how an annotation was found on the page, in words; empty when all is well. A passage
 * that merely moved is as good as one that did not.
 */
export function anchoringWords(anchoring: Anchoring | null, segments: number): string[] {
  if (!anchoring) return [];
  const { status, found, attributionChanged } = anchoring;
  const words: string[] = [];
  if (status === 'ambiguous') words.push('Found in more than one place');
  else if (segments > 1 && found > 0 && found < segments) words.push(`${found} of ${segments} parts found`);
  else if (status === 'orphan') words.push('Not found on this page');
  else if (status === 'changed') words.push('Page changed here');
  if (attributionChanged) words.push('The words around it changed');
  return words;
}
