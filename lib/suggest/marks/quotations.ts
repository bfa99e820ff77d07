import type { Span } from '../span';
import { doubleMarksIn } from './marks';
import { type Pair, pairUp } from './pairs';
import { singleMarksIn } from './single-marks';

/** What stands between two marks in one paragraph. */
export interface Quotation extends Pair {
  readonly paragraph: number;
  /** The same quotation goes on at the start of the next paragraph, with its opening mark repeated. */
  readonly runsOn: boolean;
}

const words = (text: string, { inner }: Pair): number =>
  text.slice(inner.start, inner.end).split(/\s+/, 4).filter(Boolean).length;

const endsInStop = (text: string, { inner }: Pair): boolean => /[,.!?]/.test(text.charAt(inner.end - 1));

/** All quotations of a text in reading order; those within others belong to the outer one. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const doubles = paragraphs.map(({ start, end }) => pairUp(doubleMarksIn(text, start, end), end));
  const singles = paragraphs.map(({ start, end }) => pairUp(singleMarksIn(text, start, end), end));
  const count = (all: readonly Pair[][]) =>
    all.flat().filter((pair) => pair.isOpen || words(text, pair) >= (endsInStop(text, pair) ? 2 : 3)).length;
  const outside = singles.map((list, paragraph) => outsideOf(list, doubles[paragraph] ?? []));
  const pairs = count(outside) > 2 * count(doubles) ? singles : doubles;
  const found: Quotation[] = [];
  pairs.forEach((list, paragraph) => {
    for (const pair of list) {
      const next = pairs[paragraph + 1]?.[0];
      const start = paragraphs[paragraph + 1]?.start ?? 0;
      const runsOn = pair.isOpen && next !== undefined && text.slice(start, next.outer.start).trim() === '';
      if (pair.isOpen && !runsOn) continue;
      const inner = trimmed(text, pair.inner);
      if (inner.end > inner.start) found.push({ ...pair, inner, paragraph, runsOn });
    }
  });
  return found;
}

/** The pairs of single marks that don't just nest in one of double marks; both lists are in order. */
function outsideOf(singles: readonly Pair[], doubles: readonly Pair[]): Pair[] {
  let i = 0;
  return singles.filter(({ outer, isOpen }) => {
    while ((doubles[i]?.outer.end ?? Number.POSITIVE_INFINITY) < outer.end) i++;
    const double = doubles[i];
    return !isOpen && !(double && double.outer.start <= outer.start);
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return { start, end };
}
