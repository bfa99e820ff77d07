import type { ChangeFlag } from '@/lib/anchoring/changes';
import type { AnchorStatus } from '@/lib/messaging';

/** A passage in an article, the article as it reads later, and what a careful person would say became of the passage. */
export interface TrickyPair {
  readonly name: string;
  /** BCP 47; English when left out. */
  readonly lang?: string;
  /** The article, blocks apart by blank lines; the passage stands between ⟦ and ⟧. */
  readonly before: string;
  /** Later; where the passage must be found, if it is found, stands between ⟦ and ⟧. */
  readonly after: string;
  /** More than one only where careful people would differ. */
  readonly expect: AnchorStatus | readonly AnchorStatus[];
  /** When changed: exactly what is flagged. */
  readonly flags?: readonly ChangeFlag[];
  /** When found: whether what says who said it, or what stood around, is no longer what it was. */
  readonly attributionChanged?: boolean;
}

/** A marked text without its marks, and where they stood; null for a text without. */
export function unmark(marked: string): { text: string; place: { start: number; end: number } | null } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), place: start < 0 ? null : { start, end } };
}

export const blocks = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');
