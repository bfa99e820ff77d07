import type { Quotation } from '../marks/quotations';
import type { Span } from '../span';
import type { Language } from './language';

/** A word, a punctuation mark, or a whole quotation, which counts as one token. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  /** As written; '' for a quotation. */
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  readonly isCapital: boolean;
  /** Index of the quotation; -1 for words and marks. */
  readonly quote: number;
  /** A quotation with a comma or stop before its closing mark: somebody's words rather than a nickname. */
  readonly isSpoken: boolean;
}

/** A word, with what belongs to it: "U.S.", "al-Assad", "don't", "18.5". Or one other visible character. */
const PIECE = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[-'’.&@][\p{L}\p{N}]+)*%?|[^\s\p{L}\p{N}]/gu;
/** "J." in "J. D. Moore", but not "I." */
const INITIAL = /^[\p{Lu}--I]$/v;
const POSSESSIVE = /['’]s$/;

/** The tokens of one paragraph. Possessive endings and, in French, elided words are tokens of their own. */
export function tokensOf(text: string, paragraph: Span, quotations: readonly Located[], language: Language): Token[] {
  const tokens: Token[] = [];
  let from = paragraph.start;
  for (const { quotation, index } of quotations) {
    addWords(tokens, text, from, quotation.outer.start, language);
    const { start, end } = quotation.outer;
    const isSpoken = /[,.!?]/.test(text.charAt(quotation.inner.end - 1));
    tokens.push({ start, end, kind: 'quote', text: '', lower: '', isCapital: false, quote: index, isSpoken });
    from = end;
  }
  addWords(tokens, text, from, paragraph.end, language);
  return tokens;
}

export interface Located {
  readonly quotation: Quotation;
  readonly index: number;
}

function addWords(tokens: Token[], text: string, start: number, end: number, language: Language): void {
  for (const { 0: piece, index } of text.slice(start, end).matchAll(PIECE)) {
    const at = start + index;
    const next = text.charAt(at + piece.length);
    if (next === '.' && (INITIAL.test(piece) || language.abbreviations.has(piece.toLowerCase())))
      addWord(tokens, `${piece}.`, at);
    else if (piece === '.' && tokens[tokens.length - 1]?.end === at + 1) continue;
    else if (POSSESSIVE.test(piece)) {
      addWord(tokens, piece.slice(0, -2), at);
      addWord(tokens, piece.slice(-2), at + piece.length - 2);
    } else for (const part of language.split(piece)) addWord(tokens, part.text, at + part.at);
  }
}

function addWord(tokens: Token[], text: string, start: number): void {
  const first = text.charCodeAt(0);
  const isWord = text.length > 1 || /[\p{L}\p{N}]/u.test(text);
  tokens.push({
    start,
    end: start + text.length,
    kind: isWord ? 'word' : 'mark',
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    isCapital: first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text),
    quote: -1,
    isSpoken: false,
  });
}
