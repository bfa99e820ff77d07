import type { Block } from '../../annotations/article';
import { type Stretch, sentencesOf } from '../../sentences';
import { checkWorthinessInArticle } from './score';
import { statementIn, wordCount } from './statement';

/** A statement that may be worth checking: UTF-16 offsets into the article's text, `end` excluded. */
export interface ClaimSuggestion extends Stretch {
  /** How likely a person wants it checked, from 0 to 1: good for an order, not a judgement. */
  readonly probability: number;
}

export interface ClaimOptions {
  /** BCP 47 tag; null when it is not known, which counts as English. */
  readonly lang: string | null;
  /** The text's blocks; without them every line is one. */
  readonly blocks?: readonly Block[];
}

const MOST_CLAIMS = 5;
const LEAST_PROBABILITY = 0.7;
const LEAST_WORDS = 6;
/** Shorter than any such sentence. It spares the segmenter, which is slow to start, a hundred thousand scraps. */
const SHORTEST_STATEMENT = 15;
/** Longer than any sentence that a person would tag whole, in UTF-16 units. */
const LONGEST_STATEMENT = 500;
/** Two statements that share so much of their words say the same. */
const SAME = 0.6;

/** Blocks that hold no statements of the article's own running text. */
const NOT_PROSE = /^(?:h[1-6]|figcaption|pre|code|t[dh]|dt)$/;

/** How a block of prose ends; a headline, a link or a caption ends in a word. */
const PROSE_END = /[.!?…:;]["”’»)\]']*\s*$/;

/**
 * The few statements of an article that may be worth checking, at most five, in the order of the text. Each is the
 * sentence, or the part of it that is somebody's statement ("X said that …" without "X said that"). Says nothing about
 * who claims it. In languages other than English figures, dates and comparisons decide alone: there is no model for them.
 */
export function suggestClaims(text: string, { lang, blocks = linesOf(text) }: ClaimOptions): ClaimSuggestion[] {
  const prose = blocks.filter(
    ({ start, end, tag }) => !NOT_PROSE.test(tag) && end - start >= SHORTEST_STATEMENT && endsAsProse(text, start, end),
  );
  const candidates = sentencesOf(text, prose, lang)
    .flatMap(({ start, end }): ClaimSuggestion[] => {
      if (end - start > 2 * LONGEST_STATEMENT) return [];
      const sentence = text.slice(start, end);
      const part = statementIn(sentence);
      const statement = sentence.slice(part.start, part.end);
      if (statement.length > LONGEST_STATEMENT || wordCount(statement) < LEAST_WORDS) return [];
      const probability = checkWorthinessInArticle(statement, lang);
      return probability < LEAST_PROBABILITY ? [] : [{ start: start + part.start, end: start + part.end, probability }];
    })
    .sort((a, b) => b.probability - a.probability);

  const chosen: (ClaimSuggestion & { words: ReadonlySet<string> })[] = [];
  for (const candidate of candidates) {
    if (chosen.length === MOST_CLAIMS) break;
    const words = wordsOf(text.slice(candidate.start, candidate.end));
    if (!chosen.some((other) => likeness(words, other.words) >= SAME)) chosen.push({ ...candidate, words });
  }
  return chosen.map(({ start, end, probability }) => ({ start, end, probability })).sort((a, b) => a.start - b.start);
}

function endsAsProse(text: string, start: number, end: number): boolean {
  return PROSE_END.test(text.slice(Math.max(start, end - 12), end));
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** The share of their words that two statements have in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

function linesOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    tag: 'p',
  }));
}
