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
  paragraph: Paragraph,
  attribution: Attribution | null,
): boolean {
  const { inner, outer } = quotation;
  if (text.charAt(outer.start - 1) === '=') return false;
  const words = text.slice(inner.start, inner.end).match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
  const after = paragraph.tokens.find(({ start }) => start >= outer.end)?.text ?? '';
  const isSentence = ENDS_SENTENCE.test(text.slice(inner.start, inner.end)) || after === ',';
  const isOutright = attribution !== null && OUTRIGHT.test(attribution.rule);
  if (words.length < LEAST_WORDS) return isOutright && isSentence;
  if (isTitle(words) && !(isOutright && (opensAsSpeech(text, outer.start) || followsCue(text, paragraph, attribution, outer.start)))) return false;
  return true;
}

/** Nothing but space stands between the verb of speech and the opening mark: "chanted “Lock Them Up”". */
function followsCue(text: string, { tokens }: Paragraph, { cue }: Attribution, start: number): boolean {
  const end = tokens[(cue?.to ?? 0) - 1]?.end;
  return cue !== null && end !== undefined && end <= start && text.slice(end, start).trim() === '';
}

/** A comma, a colon or the start of a paragraph stands in front. */
function opensAsSpeech(text: string, start: number): boolean {
  return /[,:]\s*$/.test(text.slice(Math.max(0, start - 3), start));
}

const SMALL = /^(?:\p{Ll}{1,3}|with|from|into|over|that|than|when|your)$/u;

/** Each word but the small ones has a capital, as in a headline or the name of a film. */
function isTitle(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  const weighty = words.filter((word) => !SMALL.test(word));
  const capitals = weighty.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return /^[\p{Lu}\p{N}]/u.test(first) && weighty.length >= 2 && capitals === weighty.length && words.length <= 14;
}
