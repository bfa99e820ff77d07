import { functionWords, irregularPasts, numberWords } from './word-classes';

/** A sentence cut up for the model; the three lists run in parallel, one entry a token. */
export interface Tokens {
  /** In lower case; a number stands as its shape, such as `#%` or `#year`. */
  readonly words: readonly string[];
  /** Words without their endings. */
  readonly stems: readonly string[];
  /** Function words as they are, other words as what they look like: `@ed`, `@Cap`, `@number`… */
  readonly shapes: readonly string[];
}

const TOKEN = /\p{L}+(?:['’]\p{L}+)*|\d+(?:[.,:]\d+)*|[$€£%?!]/gu;

/** What transcripts keep of a speaker's hesitation. */
const HESITATION = /^(?:u+h+|um+)$/;

/** Cuts up a sentence. Takes time in proportion to its length. */
export function tokenise(sentence: string): Tokens {
  const raw = sentence.match(TOKEN) ?? [];
  const words: string[] = [];
  const stems: string[] = [];
  const shapes: string[] = [];
  raw.forEach((token, i) => {
    const lower = token.toLowerCase().replaceAll('’', "'");
    if (HESITATION.test(lower)) return;
    const word = /^\d/.test(token) ? numberShape(token, raw[i - 1], raw[i + 1]?.toLowerCase()) : lower;
    shapes.push(shapeOf(word, token, words.length === 0));
    words.push(word);
    stems.push(/^[a-z]/.test(word) ? stem(word) : word);
  });
  return { words, stems, shapes };
}

export const isNumber = (word: string): boolean => word.startsWith('#') || numberWords.has(word);

function numberShape(digits: string, before: string | undefined, after: string | undefined): string {
  if (before === '$' || before === '€' || before === '£') return '#$';
  if (after === '%' || after === 'percent') return '#%';
  if (/^(?:1[5-9]|20)\d\d$/.test(digits)) return '#year';
  if (digits.includes('.')) return '#.#';
  if (digits.includes(',')) return '#,#';
  return `#${Math.min(digits.length, 4)}`;
}

/** Endings with what stands in their place in the stem; the first that fits is taken off. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ["'s", ''],
  ['ies', 'y'],
  ['sses', 'ss'],
  ['ing', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
  ['ly', ''],
];

/** A rough stemmer: "taxes", "taxed" and "taxing" are one word to the model. */
function stem(word: string): string {
  if (word.length <= 3 || word.endsWith("n't")) return word;
  const found = ENDINGS.find(([ending]) => word.endsWith(ending) && word.length - ending.length >= 3);
  let stem = found ? word.slice(0, word.length - found[0].length) + found[1] : word;
  if (stem.endsWith('e') && stem.length > 4) stem = stem.slice(0, -1);
  const isDoubled = stem.length > 3 && stem[stem.length - 1] === stem[stem.length - 2];
  return isDoubled ? stem.slice(0, -1) : stem;
}

function shapeOf(word: string, token: string, isFirst: boolean): string {
  if (word.startsWith('#') || functionWords.has(word)) return word;
  if (numberWords.has(word)) return '@number';
  if (irregularPasts.has(word) || /[a-z]{3}ed$/.test(word)) return '@ed';
  if (!isFirst && /^\p{Lu}/u.test(token)) return '@Cap';
  if (word.length > 4 && word.endsWith('ing')) return '@ing';
  if (word.length > 4 && word.endsWith('ly')) return '@ly';
  if (/'(?:ve|s|re|ll|d|m)$|n't$/.test(word)) return word;
  if (word.endsWith('s') && !word.endsWith('ss')) return '@s';
  if (/(?:tion|ment|ity|ness)$/.test(word)) return '@noun';
  return '@word';
}
