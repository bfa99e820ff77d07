import type { Quotation } from '../marks/quotations';
import type { Attribution } from './attribute';
import type { Paragraph } from './paragraph';

/** Rules by which a sentence says outright who said the whole quotation. */
const OUTRIGHT = /^(?:right|left|colon|phrase|runs-on|same-paragraph)$/;
const ENDS_SENTENCE = /[.!?…,][’'”"]?$/;
const LEAST_WORDS = 3;

/** Whether a quotation is somebody's words, rather than a title, a nickname or a doubtful word. */
export function isWorthSuggesting(
  text: string,
  quotation: Quotation,
  index: number,
  paragraph: Paragraph,
  attribution: Attribution | null,
): boolean {
  const { inner, outer } = quotation;
  if (text.charAt(outer.start - 1) === '=') return false;
  const words = text.slice(inner.start, inner.end).match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
  const at = paragraph.quoteAt.get(index) ?? -2;
  const after = paragraph.tokens[at + 1]?.text ?? '';
  const isFirst = paragraph.sentences[paragraph.sentenceAt[at] ?? -1]?.from === at;
  const isSentence = ENDS_SENTENCE.test(text.slice(inner.start, inner.end)) || after === ',';
  const isOutright = attribution !== null && OUTRIGHT.test(attribution.rule);
  if (words.length < LEAST_WORDS) return isOutright && isSentence;
  if (
    isTitle(words) &&
    !(
      isOutright &&
      (isSpeech(text, quotation, isFirst, attribution) || followsCue(text, paragraph, quotation, attribution))
    )
  )
    return false;
  return true;
}

/** It begins the sentence and ends in a comma, or a colon stands in front. */
function isSpeech(text: string, { inner, outer }: Quotation, isFirst: boolean, { rule }: Attribution): boolean {
  const closing = text.charAt(inner.end - 1);
  return (
    (isFirst && rule === 'right' && /[,?!]/.test(closing)) ||
    /:\s*$/.test(text.slice(Math.max(0, outer.start - 3), outer.start))
  );
}

/** Nothing but a comma stands between the verb of speech and the opening mark: "chanted “Lock Them Up”". */
function followsCue(text: string, { tokens }: Paragraph, { outer }: Quotation, { cue }: Attribution): boolean {
  const end = tokens[(cue?.to ?? 0) - 1]?.end;
  const isListener = /^(?:told|tells)$/.test(tokens[(cue?.to ?? 0) - 1]?.lower ?? '');
  return end !== undefined && end <= outer.start && /^[,:]?\s*$/.test(text.slice(end, outer.start)) && !isListener;
}

const SMALL =
  /^(?:an?|the|of|in|on|at|to|for|by|and|or|but|nor|as|with|from|into|over|than|vs|de|la|le|der|die|das|und|et|y)$/;

/** Each word but the small ones has a capital, as in a headline or the name of a film. */
function isTitle(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  const weighty = words.filter((word) => !SMALL.test(word));
  const capitals = weighty.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return /^[\p{Lu}\p{N}]/u.test(first) && weighty.length >= 2 && capitals === weighty.length && words.length <= 14;
}
