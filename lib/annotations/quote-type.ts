import type { QuoteType } from './annotation';
import type { TextQuoteSelector } from './passage';

/**
 * Opening quotation marks and what closes each, over the conventions of the languages that use them: English “…”,
 * German „…“ and »…«, Polish „…”, French « … », Swedish ”…”, Finnish »…», Japanese 「…」 and so on.
 */
const CLOSERS = new Map<string, string>([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”‟'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['‛', '’'],
  ['’', '’'],
  ["'", "'"],
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['〝', '〞〟'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['＂', '＂'],
  ['❝', '❞'],
]);

/** These may be apostrophes too: they count only as a pair. */
const MAYBE_APOSTROPHE = /['’‘‛‚]/;
const ANY_MARK = new RegExp(`[${[...CLOSERS].flat().join('')}]`, 'g');
const DOUBLE_MARK = new RegExp(
  `[${[...CLOSERS]
    .flat()
    .join('')
    .replace(/['’‘‛‚]/g, '')}]`,
);

/** Marks that open and close alike are told apart by what stands before and after them. */
function opensAt(text: string, index: number): boolean {
  const mark = text.charAt(index);
  if (!CLOSERS.has(mark)) return false;
  if (!CLOSERS.get(mark)?.includes(mark)) return true;
  return !/[\p{L}\p{N}.,!?…]$/u.test(text.slice(0, index)) && /^\S/.test(text.slice(index + 1));
}

function opensAgain(text: string, opener: string): boolean {
  for (let i = text.indexOf(opener); i >= 0; i = text.indexOf(opener, i + 1)) if (opensAt(text, i)) return true;
  return false;
}

/** Two marks that enclose the passage from within it or from right outside, and the words between them. */
function immediateEnclosure({ exact, prefix, suffix }: TextQuoteSelector): { opener: string; inner: string } | null {
  const trimmed = exact.trim();
  const text = `${prefix}${exact.trimStart()}`;
  const before = prefix.trimEnd().length - 1;
  const isInside = opensAt(text, prefix.length);
  if (!isInside && !opensAt(text, before)) return null;
  const opener = text.charAt(isInside ? prefix.length : before);
  const closers = CLOSERS.get(opener) ?? '';
  const inner = isInside ? trimmed.slice(1) : trimmed;
  // British and German style put the comma or full stop after the mark, American style before it.
  const withoutStop = inner.replace(/[\s.,;:!?…。、，]+$/, '');
  const last = withoutStop.slice(-1);
  if (last !== '' && closers.includes(last)) return { opener, inner: withoutStop.slice(0, -1) };
  const after = suffix.replace(/^[\s.,;:!?…。、，]+/, '').charAt(0);
  return after !== '' && closers.includes(after) ? { opener, inner } : null;
}

/** The passage is part of a longer quotation that opens before it and closes after it. */
function insideLongerQuotation({ exact, prefix, suffix }: TextQuoteSelector): boolean {
  const opener = prefix
    .match(ANY_MARK)
    ?.filter((mark) => !MAYBE_APOSTROPHE.test(mark))
    .at(-1);
  const closer = suffix.match(ANY_MARK)?.find((mark) => !MAYBE_APOSTROPHE.test(mark));
  if (opener === undefined || closer === undefined || DOUBLE_MARK.test(exact)) return false;
  const closers = CLOSERS.get(opener) ?? '';
  return !closers.includes(opener) && closers.includes(closer);
}

function holdsQuotedWords(text: string): boolean {
  if (DOUBLE_MARK.test(text)) return true;
  for (const { index, 0: mark } of text.matchAll(ANY_MARK)) {
    const rest = text.slice(index + 1);
    const closers = CLOSERS.get(mark) ?? '';
    if (closers === '' || !opensAt(text, index)) continue;
    if ([...rest].some((char, i, chars) => closers.includes(char) && !/[\p{L}\p{N}]/u.test(chars[i + 1] ?? '')))
      return true;
  }
  return false;
}

/**
 * How a passage is quoted, judged by the quotation marks in it and right around it: `direct` when they enclose it (a
 * comma or full stop may stand before the closing one), `mixed` when they stand within a passage that is otherwise
 * reported, `indirect` when there are none. A first guess that the person can change.
 */
export function quoteTypeOf(quote: TextQuoteSelector): QuoteType {
  const enclosure = immediateEnclosure(quote);
  if (enclosure) return opensAgain(enclosure.inner, enclosure.opener) ? 'mixed' : 'direct';
  if (insideLongerQuotation(quote)) return 'direct';
  return holdsQuotedWords(quote.exact) ? 'mixed' : 'indirect';
}
