import type { Block } from '../annotations/article';
import type { Span } from './span';

/** Who is thought to have said a quote. */
export interface SuggestedSpeaker {
  /** The fullest form of the name that the article has, without role: "Jens Stoltenberg", "NATO", "a spokesman". */
  readonly name: string;
  /** As the article describes them where it names them first: "NATO Secretary General". Null where it doesn't. */
  readonly role: string | null;
  /** The words near the quote that name them: a name, a pronoun or a description. */
  readonly mention: Span;
  readonly kind: 'person' | 'organisation' | 'unnamed';
  /** The mention is a pronoun, so that the name is a conclusion. */
  readonly isPronoun: boolean;
  /** From 0 to 1, set by hand: good for an order and for {@link SHIPPED_THRESHOLD}. */
  readonly probability: number;
}

/** A passage of the article that somebody says; nothing is stored until a person accepts it. */
export interface SuggestedQuote {
  /** In order, never touching; what stands between quotation marks excludes the marks, as in `lib/annotations`. */
  readonly segments: readonly Span[];
  readonly type: 'direct' | 'indirect' | 'mixed';
  /** Null where nobody is likely enough to be worth a guess. */
  readonly speaker: SuggestedSpeaker | null;
  /** The words that say that it was said: "told", "according to". */
  readonly cue: Span | null;
  /** 1: what stands between quotation marks. 2: reported speech, offered only to those who want it. */
  readonly tier: 1 | 2;
}

export interface QuoteOptions {
  /** BCP 47 tag of the page, checked against the text; null when it is not known. */
  readonly lang: string | null;
  /** The text's blocks; without them every line is one. */
  readonly blocks?: readonly Block[];
}

/** A speaker less probable than this is left open in the screens. */
export const SHIPPED_THRESHOLD = 0.85;
