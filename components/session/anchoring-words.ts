import { i18n } from '#i18n';
import { keptPlacement } from '@/lib/annotations/placement';
import type { Listed } from './reading-order';

/** Who said it is in doubt; what was said is not. */
export const attributionWords = (): string => i18n.t('anchoring.attribution');

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
  if (status === 'ambiguous') words.push(i18n.t('anchoring.ambiguous'));
  else if (parts > 1 && found > 0 && found < parts) words.push(i18n.t('anchoring.partly', { found, parts }));
  else if (status === 'orphan') words.push(i18n.t('anchoring.orphan'));
  else if (isUndecided(listed)) words.push(i18n.t('anchoring.changed'));
  if (attributionChanged) words.push(attributionWords());
  return words;
}
