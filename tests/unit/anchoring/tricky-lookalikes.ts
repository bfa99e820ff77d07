import { blocks, type TrickyPair } from './tricky-pair';
import { FERRY, SHELTER, story } from './tricky-story';

const ROADS = 'The county spent the day counting what the storm had taken from each of its towns.';
const NEXT = 'The count goes on in the villages inland, where most of the roads are still closed.';

const YES = '“We will raise the wall next year,” said Ada Holm, the mayor of Lindby. She had slept for two hours.';
const NO = '“We will not raise the wall next year,” said Per Lund, the mayor of Tarn. He had not slept at all.';

/** Another passage that is much like the one recorded stands nearby. */
export const LOOKALIKES: readonly TrickyPair[] = [
  {
    name: 'one of several sentences built alike is deleted',
    before: story(
      ROADS,
      'In Lindby, ⟦12 houses were lost to the sea⟧. In Tarn, 9 houses were lost to the sea. In Aby, 4 houses were lost to the sea.',
      NEXT,
    ),
    after: story(ROADS, 'In Tarn, 9 houses were lost to the sea. In Aby, 4 houses were lost to the sea.', NEXT),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'one of several sentences built alike is corrected',
    before: story(
      ROADS,
      'In Lindby, 12 houses were lost to the sea. In Tarn, ⟦9 houses were lost to the sea⟧. In Aby, 4 houses were lost to the sea.',
      NEXT,
    ),
    after: story(
      ROADS,
      'In Lindby, 12 houses were lost to the sea. In Tarn, ⟦8 houses were lost to the sea⟧. In Aby, 4 houses were lost to the sea.',
      NEXT,
    ),
    expect: 'changed',
    flags: ['number'],
  },
  {
    name: 'one of several sentences built alike is corrected to the figure of its neighbour',
    before: story(
      ROADS,
      'In Lindby, 12 houses were lost to the sea. In Tarn, ⟦9 houses were lost to the sea⟧. In Aby, 4 houses were lost to the sea.',
      NEXT,
    ),
    after: story(
      ROADS,
      'In Lindby, 12 houses were lost to the sea. In Tarn, ⟦12 houses were lost to the sea⟧. In Aby, 4 houses were lost to the sea.',
      NEXT,
    ),
    expect: 'changed',
    flags: ['number'],
  },
  {
    name: 'two sentences built alike swap their figures',
    before: story(ROADS, 'In Lindby, ⟦12 houses were lost to the sea⟧. In Tarn, 9 houses were lost to the sea.', NEXT),
    after: story(ROADS, 'In Lindby, ⟦9 houses were lost to the sea⟧. In Tarn, 12 houses were lost to the sea.', NEXT),
    expect: ['changed', 'ambiguous'],
    flags: ['number'],
  },
  {
    name: 'a row of a list built alike is deleted',
    before: story(ROADS, 'Lindby: 12 houses, 3 boats', '⟦Tarn: 9 houses, 5 boats⟧', 'Aby: 4 houses, 2 boats', NEXT),
    after: story(ROADS, 'Lindby: 12 houses, 3 boats', 'Aby: 4 houses, 2 boats', NEXT),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a quote is deleted while its opposite stands in another mouth',
    before: story(ROADS, YES.replace('We will raise the wall next year,', '⟦We will raise the wall next year,⟧'), NO),
    after: story(ROADS, NO),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a quote is turned into its opposite, which stands in another mouth too',
    before: story(ROADS, YES.replace('We will raise the wall next year,', '⟦We will raise the wall next year,⟧'), NO),
    after: story(
      ROADS,
      YES.replace('We will raise the wall next year,', '⟦We will not raise the wall next year,⟧'),
      NO,
    ),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'a quote is turned into its opposite while its exact words are put into another mouth',
    before: story(ROADS, YES.replace('We will raise the wall next year,', '⟦We will raise the wall next year,⟧'), NO),
    after: story(
      ROADS,
      YES.replace('We will raise the wall next year,', '⟦We will not raise the wall next year,⟧'),
      NO.replace('will not', 'will'),
    ),
    expect: ['changed', 'ambiguous'],
    flags: ['negation'],
  },
  {
    name: 'the quote is deleted from the opening and stays in the body',
    before: blocks(
      '“⟦Nobody warned us of the wave,⟧” the mayor of Lindby says after the storm.',
      ROADS,
      FERRY,
      'Ada Holm stood on the wall. “Nobody warned us of the wave,” she said to the reporters.',
      NEXT,
    ),
    after: blocks(
      'The mayor of Lindby is angry after the storm.',
      ROADS,
      FERRY,
      'Ada Holm stood on the wall. “Nobody warned us of the wave,” she said to the reporters.',
      NEXT,
    ),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'the quote is edited in the body and stays in the opening',
    before: blocks(
      '“Nobody warned us of the wave,” the mayor of Lindby says after the storm.',
      ROADS,
      FERRY,
      'Ada Holm stood on the wall. “⟦Nobody warned us of the wave,⟧” she said to the reporters.',
      NEXT,
    ),
    after: blocks(
      '“Nobody warned us of the wave,” the mayor of Lindby says after the storm.',
      ROADS,
      FERRY,
      'Ada Holm stood on the wall. “⟦Somebody warned us of the wave,⟧” she said to the reporters.',
      NEXT,
    ),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'an answer of one word is deleted from among others',
    before: story('Were you warned?', '⟦No.⟧', 'Did you sleep?', 'No.', 'Will you stay on the point?', 'Yes.', SHELTER),
    after: story('Did you sleep?', 'No.', 'Will you stay on the point?', 'Yes.', SHELTER),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'an answer of one word is turned round among others',
    before: story('Were you warned?', '⟦No.⟧', 'Did you sleep?', 'No.', 'Will you stay on the point?', 'Yes.', SHELTER),
    after: story('Were you warned?', '⟦Yes.⟧', 'Did you sleep?', 'No.', 'Will you stay on the point?', 'Yes.', SHELTER),
    expect: ['changed', 'orphan', 'ambiguous'],
  },
  {
    name: 'a refrain is deleted from between others',
    before: story(
      'I waited for the boat, and it did not come. ⟦I waited for the bus, and it did not come.⟧ I waited for the train, and it did not come.',
      SHELTER,
    ),
    after: story('I waited for the boat, and it did not come. I waited for the train, and it did not come.', SHELTER),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a speaker takes a quote back and says much the same of something else',
    before: story(`“⟦The bridge was checked in March by two engineers,⟧” said Ada Holm. ${SHELTER}`, FERRY),
    after: story(`${SHELTER} “The wall was checked in June by two engineers,” said Ada Holm.`, FERRY),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'the entry of a live-blog is deleted and a newer one says the same of another town',
    before: blocks('14:05', '⟦The road to Lindby is closed until further notice.⟧ Use the old bridge.', '13:40', FERRY),
    after: blocks('16:10', 'The road to Tarn is closed until further notice. Use the north road.', '13:40', FERRY),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'a name of two words is deleted from among names',
    before: story(
      'Three of the crew are missing: Nils Berg, ⟦Ada Holm⟧ and Per Lund. The search began at dawn.',
      'Ada Holm is 41 years old.',
      SHELTER,
    ),
    after: story(
      'Two of the crew are missing: Nils Berg and Per Lund. The search began at dawn.',
      'Ada Holm is 41 years old.',
      SHELTER,
    ),
    expect: ['orphan', 'ambiguous'],
  },
];
