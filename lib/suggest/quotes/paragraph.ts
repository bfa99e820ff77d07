import type { Quotation } from '../marks/quotations';
import type { Span } from '../span';
import type { Language } from './language';
import { type Phrase, phrasesIn, type Vocabulary } from './phrases';
import { type Located, type Token, tokensOf } from './tokens';

/** Tokens from `from` up to, not including, `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A paragraph with what the rules look at. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TokenRange[];
  readonly phrases: readonly Phrase[];
  /** The phrase of which the token is the first (the longest such), or the last. */
  readonly phraseFrom: ReadonlyMap<number, Phrase>;
  readonly phraseUpTo: ReadonlyMap<number, Phrase>;
  /** Of each quotation of the paragraph, by its index, the token that it is. */
  readonly quoteAt: ReadonlyMap<number, number>;
  /** Of each token the index of its sentence. */
  readonly sentenceAt: readonly number[];
  /** Tokens within a phrase: a verb of speech there is a noun ("the report"). */
  readonly inPhrase: ReadonlySet<number>;
}

/** All paragraphs of the text in order, each quotation within one of them. */
export function readParagraphs(
  text: string,
  spans: readonly Span[],
  quotations: readonly Quotation[],
  language: Language,
): Paragraph[] {
  const located: Located[][] = spans.map(() => []);
  quotations.forEach((quotation, index) => {
    located[quotation.paragraph]?.push({ quotation, index });
  });
  const tokens = spans.map((span, index) => tokensOf(text, span, located[index] ?? [], language));
  const vocabulary = vocabularyOf(tokens);
  return spans.map((span, index) => {
    const list = tokens[index] ?? [];
    const sentences = sentencesIn(text, list, quotations, language);
    const phrases = sentences.flatMap((sentence) => phrasesIn(list, sentence, language, vocabulary));
    return {
      ...span,
      index,
      tokens: list,
      sentences,
      phrases,
      phraseFrom: new Map(phrases.map((phrase) => [phrase.from, phrase])),
      phraseUpTo: new Map(phrases.map((phrase) => [phrase.to - 1, phrase])),
      quoteAt: new Map(list.flatMap(({ quote }, i) => (quote < 0 ? [] : [[quote, i] as const]))),
      sentenceAt: sentences.flatMap(({ from, to }, s) => Array.from({ length: to - from }, () => s)),
      inPhrase: new Set(phrases.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k))),
    };
  });
}

function vocabularyOf(paragraphs: readonly (readonly Token[])[]): Vocabulary {
  const ordinary = new Set<string>();
  const proper = new Set<string>();
  for (const tokens of paragraphs)
    tokens.forEach(({ kind, isCapital, lower }, i) => {
      if (kind !== 'word') return;
      if (!isCapital) ordinary.add(lower);
      else if (tokens[i - 1]?.kind === 'word') proper.add(lower);
    });
  return { ordinary, proper };
}

const STOP = /^[.!?…]$/;
const CLOSING = /^[)\]’'”"]$/;
/** How far after "…?" a verb of speech is looked for that makes the sentence go on. */
const ATTRIBUTION_REACH = 7;

function sentencesIn(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  language: Language,
): TokenRange[] {
  const sentences: TokenRange[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(i)) continue;
    while (CLOSING.test(tokens[i + 1]?.text ?? '')) i++;
    sentences.push({ from, to: i + 1 });
    from = i + 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;

  function endsSentence(i: number): boolean {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token || !next) return true;
    const startsNew = next.isCapital || next.kind === 'quote' || /^[\d([“‘"—–―-]/.test(next.text);
    if (token.kind === 'mark') {
      if (token.text === '.' && /^[)\]]$/.test(next.text)) return tokens[i + 2]?.isCapital ?? true;
      return STOP.test(token.text) && startsNew && !STOP.test(next.text);
    }
    if (token.kind === 'word') return token.text.endsWith('.') && startsSentence(next, i + 2);
    if (token.kind !== 'quote' || !startsNew || /^[,;:.—–―-]$/.test(next.text)) return false;
    const end = quotations[token.quote]?.inner.end ?? 0;
    const last = /[’'”"]/.test(text.charAt(end - 1)) ? text.charAt(end - 2) : text.charAt(end - 1);
    if (!/[.!?…]/.test(last)) return false;
    return last === '.' || !goesOn(i + 1);
  }

  /** After "the U.S." a word that is no name. */
  function startsSentence(next: Token, after: number): boolean {
    if (!next.isCapital) return false;
    const { lower } = next;
    const isPlain =
      language.determiners.has(lower) ||
      language.pronouns.has(lower) ||
      language.conjunctions.has(lower) ||
      language.prepositions.has(lower);
    return isPlain && !(tokens[after]?.isCapital ?? false);
  }

  function goesOn(start: number): boolean {
    for (let i = start; i < Math.min(tokens.length, start + ATTRIBUTION_REACH); i++) {
      const token = tokens[i];
      if (!token || token.kind === 'quote' || STOP.test(token.text)) return false;
      if (language.cues.get(token.lower)?.form === 'finite') return true;
    }
    return false;
  }
}
