import { describe, it } from 'vitest';
import { suggestQuotes } from '../../lib/suggest/suggest-quotes';
import { expectProportionate, fill } from './growth';

const suggest = (text: string) => void suggestQuotes(text, { lang: 'en' });

describe('quotes in a hostile text of 200,000 characters', () => {
  it.each([
    ['straight quotation marks', '"'],
    ['opening marks', '“'],
    ['closing marks', '”'],
    ['low marks that nothing closes', '„a '],
    ['single marks', "'"],
    ['nested marks', '“a ‘b '],
    ['marks that open each paragraph', '“abc def ghi\n\n'],
    ['opening parentheses', '('],
    ['closing parentheses', ')'],
    ['capitals', 'A'],
    ['capitalised words', 'Abc '],
    ['initials', 'A.'],
    ['commas', ','],
    ['dashes', '— '],
    ['possessives', "Mara's "],
    ['names joined by “of”', 'of Mara '],
    ['one verb of speech', 'said '],
    ['verbs of speech that are joined', 'and said '],
    ['statements without an end', 'said that '],
    ['relative clauses', 'who said '],
    ['attributions', 'Mara Lindqvist said, '],
    ['“according to”', 'according to '],
    ['quotes in one paragraph', '“Go now,” he said. '],
    ['speakers behind colons', 'Mara: “b c d” '],
    ['pronouns', 'Mara Lind, the mayor of X, said “a b c”. She said “x y z”. '],
  ])(
    'of %s take time in proportion to its length',
    (_, part) => expectProportionate(suggest, (length) => fill(part, length)),
    60_000,
  );
});
