import type { DescribedPassage } from '@/lib/annotations/passage';

/** The words of passages; where something stands between two of them, an ellipsis says so. */
export function passageWords({ segments }: { readonly segments: readonly DescribedPassage[] }): string {
  return segments.map(({ quote }) => quote.exact.replace(/\s+/g, ' ').trim()).join(' … ');
}

/** Words without the quotation marks around them, for whoever sets their own. */
export const unquoted = (words: string): string => words.replace(/^[“”„«»"‟]+\s*|\s*[“”„«»"‟]+$/gu, '');
