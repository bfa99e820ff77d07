import { describe, it } from 'vitest';
import { checkWorthinessInArticle } from '../../lib/suggest/claims/score';
import { statementIn } from '../../lib/suggest/claims/statement';
import { suggestClaims } from '../../lib/suggest/claims/suggest-claims';
import { expectProportionate, fill } from './growth';

/** Ends in a full stop, lest it be passed over as no prose. */
const prose = (part: string) => (length: number) => `${fill(part, length - 1)}.`;

function suggest(text: string): void {
  suggestClaims(text, { lang: 'en' });
  // A sentence so long is passed over; what is done to shorter ones must be linear all the same.
  statementIn(text);
  checkWorthinessInArticle(text, 'en');
  checkWorthinessInArticle(text, 'de');
}

describe('a hostile text of 200,000 characters', () => {
  it.each([
    ['digits', '7'],
    ['figures', '1,000 '],
    ['numbers with separators', '1.1,1:'],
    ['capitals', 'A'],
    ['capitalised words', 'Said Xx '],
    ['initials', 'A. '],
    ['straight quotation marks', '"'],
    ['curly quotation marks', '“'],
    ['closing marks after commas', ',” '],
    ['parentheses', '('],
    ['apostrophes', "a'"],
    ['commas and cues', 'x, he said '],
    ['“according to”', 'According to '],
    ['colons', 'A: '],
    ['dashes', 'a-'],
    ['spaces', ' '],
    ['new lines', '\n.'],
    ['“in the only first of”', 'in the first of only '],
    ['short sentences', 'He paid $40 million in 2012. '],
  ])('of %s takes time in proportion to its length', (_, part) => expectProportionate(suggest, prose(part)), 60_000);
});
