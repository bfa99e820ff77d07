import { logOdds, unpack } from './model';
import { isEnglish, ruleOdds } from './rules';
import { tokenise } from './tokens';
import { bias, gaps, step, weights } from './weights.json';

const model = unpack({ bias, step, gaps, weights });

/**
 * How likely a person wants a sentence checked that stands for itself, from 0 to 1. The model is for English only: in
 * other languages the rules judge alone, by figures, dates and comparisons.
 *
 * @param lang BCP 47 tag, or null when it is not known, which counts as English
 */
export function checkWorthiness(sentence: string, lang: string | null): number {
  return logistic(isEnglish(lang) ? logOdds(model, tokenise(sentence)) : ruleOdds(sentence, lang));
}

/** The same for a statement in a news article: what the model, which knows debates, learned, together with the rules. */
export function checkWorthinessInArticle(statement: string, lang: string | null): number {
  const learned = isEnglish(lang) ? logOdds(model, tokenise(statement)) : 0;
  return logistic(learned + ruleOdds(statement, lang));
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
