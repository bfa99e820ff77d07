import type { Frame } from './frames';
import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';

/** How a quotation and the words that name its speaker stand to each other. */
export type Rule =
  | 'right'
  | 'right-weak'
  | 'right-far'
  | 'phrase'
  | 'colon'
  | 'left'
  | 'left-far'
  | 'outer'
  | 'left-weak'
  | 'noun'
  | 'clause'
  | 'clause-weak'
  | 'main'
  | 'main-weak'
  | 'who'
  | 'own-sentence'
  | 'own-colon'
  | 'same-sentence'
  | 'same-paragraph'
  | 'introduced'
  | 'announced'
  | 'previous-subject'
  | 'ahead'
  | 'runs-on'
  | 'next-paragraph';

export interface Ranked {
  readonly frame: Frame;
  readonly rule: Rule;
  readonly score: number;
}

/** The best frame for a quotation, and how clear the choice was. */
export interface Choice extends Ranked {
  /** A frame with another subject is nearly as good. */
  readonly hasRival: boolean;
}

/** Scores less than this apart are nearly as good. */
const CLOSE = 2;

/** Between a verb of speech and its "that". */
const MOST_TO_THAT = 8;
const FARTHEST = 60;
/** Between "his statement on Monday that" and the quotation. */
const MOST_AFTER_NOUN = 4;
const SOFT = /^[,:;.—–―\-()…]$/;

/** The frame of its sentence that names who says the quotation at token `quote`; null where there is none. */
export function bestFrame(
  paragraph: Paragraph,
  sentence: TokenRange,
  frames: readonly Frame[],
  quote: number,
  language: Language,
): Choice | null {
  const ranking: Ranked[] = [];
  let best: Ranked | null = null;
  for (const frame of frames) {
    const ranked =
      frame.to <= quote ? rankLeft(paragraph, frame, quote) : rankRight(paragraph, sentence, frame, quote, language);
    if (ranked === null) continue;
    ranking.push(ranked);
    if (best === null || ranked.score > best.score) best = ranked;
  }
  if (best === null) return null;
  const chosen = best.frame.to <= quote ? outermost(best, frames, paragraph, language) : best;
  const hasRival = ranking.some(
    ({ frame, score }) => frame.subject !== chosen.frame.subject && chosen.score - score < CLOSE,
  );
  return { ...chosen, hasRival };
}

/** "She said that he wants …" is hers: a weak verb gives way to a verb of speech whose statement it is part of. */
function outermost(best: Ranked, frames: readonly Frame[], { tokens }: Paragraph, language: Language): Ranked {
  if (best.frame.strength === 3 || best.frame.kind === 'colon') return best;
  const takesStatement = ({ cue, kind, strength, to }: Frame): boolean => {
    if (kind === 'phrase') return true;
    const isThat = tokens.slice(to, to + MOST_TO_THAT).some(({ lower }) => language.that.has(lower));
    return (
      kind === 'verb' && strength === 3 && (isThat || language.plainCues.has(tokens[cue?.from ?? -1]?.lower ?? ''))
    );
  };
  const begins = best.frame.from - 1;
  const isNewClause = tokens[begins - 1]?.text === ',' && language.conjunctions.has(tokens[begins]?.lower ?? '');
  const outer = isNewClause ? undefined : frames.find((frame) => frame.to <= best.frame.from && takesStatement(frame));
  return outer ? { frame: outer, rule: 'outer', score: best.score } : best;
}

/** Whether a statement follows the frame: "he said they would". */
function beginsClause({ phraseFrom }: Paragraph, sentence: TokenRange, from: number): boolean {
  return from < sentence.to && phraseFrom.has(from);
}

function rankRight(
  paragraph: Paragraph,
  sentence: TokenRange,
  frame: Frame,
  quote: number,
  language: Language,
): Ranked | null {
  const { tokens } = paragraph;
  if (frame.from <= quote || frame.from - quote > FARTHEST) return null;
  let between = 0;
  let quotes = 0;
  for (let i = quote + 1; i < frame.from; i++) {
    if (tokens[i]?.kind === 'quote') quotes++;
    else if (!SOFT.test(tokens[i]?.text ?? '') && !isVerbPart(i)) between++;
  }
  function isVerbPart(i: number): boolean {
    const { lower = '' } = tokens[i] ?? {};
    return lower === 'as' || (i + 1 === frame.from && language.auxiliaries.has(lower));
  }
  const startsSentence = quote === sentence.from;
  if (between === 0 && quotes === 0) {
    const hasMark = /^[,.—–―-]$/.test(tokens[quote + 1]?.text ?? '');
    const isFirm = frame.kind !== 'noun' && (frame.strength === 3 || frame.kind === 'inverted');
    const isStatement = !startsSentence && beginsClause(paragraph, sentence, frame.to);
    const isRelative = frame.link === 'who' || frame.link === 'which';
    const bonus = (isRelative ? -1 : 0) + (startsSentence ? 3 : 0) + (hasMark ? 1 : 0) - (isStatement ? 5 : 0);
    if (frame.kind === 'phrase') return { frame, rule: 'phrase', score: 7 + bonus };
    if (isFirm && frame.link !== 'clause' && frame.link !== 'only') return { frame, rule: 'right', score: 7 + bonus };
    return { frame, rule: 'right-weak', score: 3 + bonus + frame.strength - (frame.kind === 'noun' ? 2 : 0) };
  }
  const score =
    1 + frame.strength - 0.15 * between - 1.5 * quotes + (startsSentence ? 1 : 0) + (frame.kind === 'phrase' ? 2 : 0);
  return { frame, rule: 'right-far', score };
}

function rankLeft({ tokens }: Paragraph, frame: Frame, quote: number): Ranked | null {
  const end = frame.to;
  if (quote - end > FARTHEST) return null;
  let between = 0;
  let quotes = 0;
  let breaks = 0;
  for (let i = end; i < quote; i++) {
    const token = tokens[i];
    if (token?.kind === 'quote') quotes++;
    else if (token?.text === ';') breaks++;
    else if (!SOFT.test(token?.text ?? '')) between++;
  }
  const distance = 0.12 * between + 0.3 * quotes + 2 * breaks;
  if (frame.kind === 'colon') return { frame, rule: 'colon', score: 7 - distance };
  if (frame.kind === 'phrase') return { frame, rule: 'phrase', score: 5 - distance };
  if (frame.kind === 'noun' && between > MOST_AFTER_NOUN) return null;
  if (frame.kind === 'noun') return { frame, rule: 'noun', score: 3 - distance };
  const score =
    2 +
    frame.strength -
    distance -
    (frame.link === 'clause' || frame.link === 'only' ? 0.5 : 0) -
    (frame.link === 'which' ? 1.5 : 0) +
    (between <= 1 ? 1 : 0);
  return { frame, rule: leftRule(frame, between), score };
}

function leftRule({ link, strength }: Frame, between: number): Rule {
  if (link === 'who' || link === 'which') return 'who';
  if (link === 'only') return strength === 3 ? 'main' : 'main-weak';
  if (link === 'clause') return strength === 3 ? 'clause' : 'clause-weak';
  if (strength < 3) return 'left-weak';
  return between > 6 ? 'left-far' : 'left';
}
