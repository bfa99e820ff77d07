import { blocks, type TrickyPair } from './tricky-pair';
import { BEFORE, FERRY, QUOTED, SHELTER, STORM, story } from './tricky-story';

/** The passage is gone, or can't be told from others. */
export const GONE: readonly TrickyPair[] = [
  {
    name: 'a quote is deleted with the sentence that brings it',
    before: BEFORE,
    after: story(FERRY, SHELTER),
    expect: 'orphan',
  },
  {
    name: 'a sentence is deleted and its surroundings close up',
    before: story(
      `The road is closed at the church. ⟦Two trucks lie in the ditch behind it.⟧ The police turn everybody back.`,
      SHELTER,
    ),
    after: story('The road is closed at the church. The police turn everybody back.', SHELTER),
    expect: 'orphan',
  },
  {
    name: 'a sentence is deleted while the same words stand in another mouth',
    before: BEFORE,
    after: story(
      FERRY,
      SHELTER,
      `A sailor from the choir had other words for it. “${QUOTED}” he told his wife on the phone.`,
    ),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a quote is deleted from between its neighbours while the same words stand elsewhere',
    before: story(
      'The lamp went out at two. “⟦Nobody came to help us,⟧” said Ada Holm. By three it was lit again.',
      SHELTER,
    ),
    after: story(
      'The lamp went out at two. By three it was lit again.',
      SHELTER,
      '“Nobody came to help us,” said a man from the choir.',
    ),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a quote is deleted, and a like one of the same speaker stands further down',
    before: story('“⟦We will keep the school open all night,⟧” said Ada Holm. The kitchen was lit.', SHELTER),
    after: story('The kitchen was lit.', SHELTER, '“We will not keep the road open,” said Ada Holm.'),
    expect: 'orphan',
  },
  {
    name: 'the first of two equal quotes is deleted',
    before: story(
      '“⟦I will be there,⟧” said Ada Holm. The hall was full by then.',
      FERRY,
      '“I will be there,” said Per Lund. He was not.',
    ),
    after: story('The hall was full by then.', FERRY, '“I will be there,” said Per Lund. He was not.'),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'the second of two equal quotes stays when the first is deleted',
    before: story(
      '“I will be there,” said Ada Holm. The hall was full by then.',
      FERRY,
      '“⟦I will be there,⟧” said Per Lund. He was not.',
    ),
    after: story('The hall was full by then.', FERRY, '“⟦I will be there,⟧” said Per Lund. He was not.'),
    expect: 'exact',
  },
  {
    name: 'a pull-quote is deleted while the quote stands in the text',
    before: story(FERRY, `“${QUOTED}” said Ada Holm, who keeps the light on the point.`, SHELTER, `⟦${QUOTED}⟧`),
    after: story(FERRY, `“${QUOTED}” said Ada Holm, who keeps the light on the point.`, SHELTER),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'only the opening of the article is left, before a wall',
    before: BEFORE,
    after: blocks(STORM, 'Subscribe to go on reading.'),
    expect: 'orphan',
  },
  {
    name: 'the address now shows another article with the same speaker',
    before: BEFORE,
    after: blocks(
      'The light on the point is fifty years old.',
      'Ada Holm, who keeps it, has asked for a new lamp. “The old one has served,” said Ada Holm.',
    ),
    expect: 'orphan',
  },
  { name: 'the page is empty', before: BEFORE, after: '', expect: 'orphan' },
  {
    name: 'the same lines are repeated once more around one of many equal passages',
    before: `${'Row, row, row. '.repeat(10)}⟦Row, row, row.⟧ ${'Row, row, row. '.repeat(10)}`,
    after: 'Row, row, row. '.repeat(30),
    expect: 'ambiguous',
  },
  {
    name: 'a speaker’s short name is repeated, and another mention of it is deleted',
    before: story(
      'Holm had seen it coming. The wall was too low, ⟦Holm⟧ told the council in March, and nobody listened.',
      'Holm keeps the light.',
      SHELTER,
    ),
    after: story(
      'The wall was too low, ⟦Holm⟧ told the council in March, and nobody listened.',
      'Holm keeps the light.',
      SHELTER,
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'a speaker’s short name is replaced while it stands elsewhere',
    before: story(
      'The wall was too low, ⟦Holm⟧ told the council in March, and nobody listened.',
      'Holm keeps the light.',
      SHELTER,
    ),
    after: story(
      'The wall was too low, ⟦Lund⟧ told the council in March, and nobody listened.',
      'Holm keeps the light.',
      SHELTER,
    ),
    expect: ['changed', 'ambiguous', 'orphan'],
    flags: ['name'],
  },
  {
    name: 'the sentence with a speaker’s short name is deleted while the name stands elsewhere',
    before: story(
      'The wall was too low, ⟦Holm⟧ told the council in March, and nobody listened.',
      FERRY,
      'Holm keeps the light.',
      SHELTER,
    ),
    after: story(FERRY, 'Holm keeps the light.', SHELTER),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a cue of one word stays among others of its kind',
    before: story('“It is over,” said Holm. “It is not over,” ⟦said⟧ Lund. “We shall see,” said the choir.', SHELTER),
    after: blocks(
      'A note on the wind.',
      story('“It is over,” said Holm. “It is not over,” ⟦said⟧ Lund. “We shall see,” said the choir.', SHELTER),
    ),
    expect: 'exact',
  },
];
