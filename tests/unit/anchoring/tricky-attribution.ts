import { bank, council, OPENING, VOTE } from './tricky-news';
import { blocks, type TrickyPair } from './tricky-pair';

/** The words of the passage stand, but other words say whose they are. */
export const CHANGED_ATTRIBUTION: readonly TrickyPair[] = [
  {
    name: 'a quote is given to another speaker, named after it',
    before: council('⟦We will raise taxes next year,⟧'),
    after: council('⟦We will raise taxes next year,⟧', (words) => `“${words}” said Per Lund, her deputy.`),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'a quote is given to another speaker, named before it',
    before: council('⟦We will raise taxes next year.⟧', (words) => `Ada Holm told the meeting: “${words}”`),
    after: council('⟦We will raise taxes next year.⟧', (words) => `Per Lund told the meeting: “${words}”`),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'the cue is changed',
    before: council('⟦The bridge was safe when we opened it,⟧'),
    after: council('⟦The bridge was safe when we opened it,⟧', (words) => `“${words}” claimed Ada Holm, the mayor.`),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'the attribution goes from behind the quote to before it',
    before: council(
      '⟦The bridge was safe when we opened it.⟧',
      (words) => `“${words}” These were the words of the mayor.`,
    ),
    after: council('⟦The bridge was safe when we opened it.⟧', (words) => `In the words of the mayor: “${words}”`),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'indirect speech is denied by the words before it',
    before: bank('⟦the towns have paid back all that they owed⟧'),
    after: bank('⟦the towns have paid back all that they owed⟧').replace(
      'According to the report,',
      'It is not true that',
    ),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'a quote goes on with a condition that was not there',
    before: council('⟦We will raise taxes next year⟧'),
    after: council('⟦We will raise taxes next year⟧ only if the county forces us to'),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'a word is put in right before the passage',
    before: bank('⟦prices rose by 3.4 percent in a year⟧'),
    after: bank('core ⟦prices rose by 3.4 percent in a year⟧'),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'a word is put in right behind the passage',
    before: bank('⟦the towns have paid back all of their old debts⟧'),
    after: bank('⟦the towns have paid back all of their old debts⟧ twice'),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'the marks around a quote are taken off',
    before: council('⟦a tax on rain⟧', (words) => `Ada Holm spoke against what she called “${words}” in her speech.`),
    after: council('⟦a tax on rain⟧', (words) => `Ada Holm spoke against what she called ${words} in her speech.`),
    expect: ['moved', 'exact', 'changed'],
  },
  {
    name: 'two speakers swap their quotes',
    before: blocks(
      OPENING,
      '“⟦We have more money than we ever had before,⟧” said Ada Holm, the mayor, when the doors had been shut.',
      '“There will be nothing left of it by the autumn,” said Per Lund, who keeps the books of the harbour.',
      VOTE,
    ),
    after: blocks(
      OPENING,
      '“There will be nothing left of it by the autumn,” said Ada Holm, the mayor, when the doors had been shut.',
      '“⟦We have more money than we ever had before,⟧” said Per Lund, who keeps the books of the harbour.',
      VOTE,
    ),
    expect: ['moved', 'ambiguous', 'orphan'],
    attributionChanged: true,
  },
];
