import type { Annotation } from '@/lib/annotations/annotation';

/** The tagged words; where something stands between two segments, an ellipsis says so. */
export function passageWords({ segments }: Pick<Annotation, 'segments'>): string {
  return segments.map(({ quote }) => quote.exact.replace(/\s+/g, ' ').trim()).join(' … ');
}
