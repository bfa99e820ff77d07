import { type ChangeFlag, compareWordings, type WordingPart } from '@/lib/anchoring/changes';
import type { DescribedPassage } from '@/lib/annotations/passage';

/** A part of an annotation whose words are others now. */
export interface ChangedPart {
  /** Counted from 1. */
  number: number;
  parts: readonly WordingPart[];
}

/** What has become of the words of an annotation, all of its parts taken together. */
export interface WordingChanges {
  changed: ChangedPart[];
  flags: ChangeFlag[];
  /** Such as "3.4 → 3.1 percent"; null when there is no short way to say it. */
  summary: string | null;
}

/** Compares two wordings part by part; a part that is null in `after` is the same there. */
export function changesBetween(
  before: readonly DescribedPassage[],
  after: readonly (DescribedPassage | null)[],
  lang: string | null,
): WordingChanges {
  const compared = before.flatMap(({ quote }, i) => {
    const now = after[i]?.quote.exact ?? quote.exact;
    return now === quote.exact ? [] : { number: i + 1, ...compareWordings(quote.exact, now, lang) };
  });
  // Marks that came or went alone are better said in words.
  const summaries = compared.flatMap(({ flags, summary }) =>
    summary === null || flags.join() === 'quotation-marks' ? [] : summary,
  );
  return {
    changed: compared.map(({ number, parts }) => ({ number, parts })),
    flags: [...new Set(compared.flatMap(({ flags }) => flags))],
    summary: summaries.length > 0 ? summaries.join('; ') : null,
  };
}
