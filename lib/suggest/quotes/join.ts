import type { Quotation } from '../marks/quotations';
import type { Attribution } from './attribute';
import type { Paragraph } from './paragraph';

/**
 * The quotations that are one quote, as lists of their indices in order: those that run over several paragraphs, and the
 * halves of "“…,” she said, “…”". `isWorthy` leaves out single
 * ones; one that has a label of its own begins a quote.
 */
export function joinQuotations(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  attributions: readonly (Attribution | null)[],
  labels: readonly unknown[],
  isWorthy: (index: number) => boolean,
): number[][] {
  const joined: number[][] = [];
  quotations.forEach((_, index) => {
    if (!isWorthy(index)) return;
    const last = joined[joined.length - 1];
    const before = last?.[last.length - 1];
    const isJoined = !labels[index] && before === index - 1;
    if (last && isJoined && (quotations[before]?.runsOn || isSplit(before, index))) last.push(index);
    else joined.push([index]);
  });
  return joined;

  function isSplit(first: number, second: number): boolean {
    const [a, b] = [attributions[first], attributions[second]];
    const paragraph = paragraphs[quotations[first]?.paragraph ?? -1];
    if (!a || !b || !paragraph || !a.cue || a.rule !== 'right' || a.subject !== b.subject) return false;
    const { tokens } = paragraph;
    const at = (index: number) => paragraph.quoteAt.get(index) ?? -1;
    const [from, to] = [at(first), at(second)];
    if (a.paragraph !== paragraph.index || a.cue.from < from || a.cue.from > to) return false;
    return (
      !tokens.slice(from + 1, to).some(({ text }) => /^[.!?;]$/.test(text)) &&
      /^[,—–―-]$/.test(tokens[to - 1]?.text ?? '')
    );
  }
}
