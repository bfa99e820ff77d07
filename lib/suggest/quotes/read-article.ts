import { findQuotations, type Quotation } from '../marks/quotations';
import type { QuoteOptions } from '../quote-suggestion';
import { paragraphsOf } from '../text/paragraphs';
import { chooseLanguage } from './choose-language';
import { type Language, PLAIN } from './language';
import { type Paragraph, readParagraphs } from './paragraph';

/** An article in sentences, phrases and quotations. */
export interface ReadArticle {
  readonly language: Language;
  /** There are rules for who speaks in its language. */
  readonly isKnown: boolean;
  readonly quotations: readonly Quotation[];
  readonly paragraphs: readonly Paragraph[];
}

/** Headlines only repeat what the text has; code has marks of its own. */
const NOT_SPOKEN = /^(?:h[1-6]|pre|code)$/;

/** Reads what of an article can be somebody's words; null where nothing can. Offsets are UTF-16, into `text`. */
export function readArticle(text: string, { lang, blocks }: QuoteOptions): ReadArticle | null {
  const known = chooseLanguage(text, lang);
  const language = known ?? PLAIN;
  const spoken = blocks?.filter(({ tag }) => !NOT_SPOKEN.test(tag));
  if (blocks && blocks.length > 0 && spoken?.length === 0) return null;
  const spans = paragraphsOf(text, spoken);
  const quotations = findQuotations(text, spans);
  const paragraphs = readParagraphs(text, spans, quotations, language);
  return { language, isKnown: known !== null, quotations, paragraphs };
}
