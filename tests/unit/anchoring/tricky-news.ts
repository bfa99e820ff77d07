import { blocks } from './tricky-pair';

/** Reports with a quote and with a claim, both of which the pairs put in. */
export const OPENING =
  'The council of Lindby sat until midnight on Tuesday over a budget that nobody in the room seemed to like.';
export const TILL = 'She pointed to the empty till of the town, and to a winter that cost more than any before it.';
export const VOTE = 'A vote is set for the second week of May, when the last of the figures should be in.';

export const council = (
  quote: string,
  around: (words: string) => string = (words) => `“${words}” said Ada Holm, the mayor.`,
) => blocks(OPENING, `${around(quote)} ${TILL}`, VOTE);

export const bank = (claim: string) =>
  blocks(
    'The bank published its report on the fishing towns of the coast on Monday morning.',
    `According to the report, ${claim}, which surprised most of those who had followed the summer’s figures.`,
    'The next report is due in the autumn, and it will be the last under the present chairman.',
  );
