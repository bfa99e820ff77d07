import { blocks, type TrickyPair } from './tricky-pair';
import { BEFORE, FERRY, LAST, QUOTE, QUOTED, SHELTER, STORM, story } from './tricky-story';

/** The passage is as it was; the page around it is not. */
export const OTHER_PLACES: readonly TrickyPair[] = [
  { name: 'nothing has changed', before: BEFORE, after: BEFORE, expect: 'exact', attributionChanged: false },
  {
    name: 'a correction note is put above',
    before: BEFORE,
    after: blocks('Correction: an earlier version of this article gave a wrong date for the storm.', BEFORE),
    expect: 'exact',
    attributionChanged: false,
  },
  {
    name: 'a correction note repeats the passage to say that it stands',
    before: BEFORE,
    after: blocks(`Correction: The words “${QUOTED}” are hers, not those of her brother.`, BEFORE),
    expect: 'exact',
  },
  {
    name: 'another paragraph far away is rewritten',
    before: BEFORE,
    after: BEFORE.replace(LAST, 'By noon the sun was out, and the first boats were on the water again.'),
    expect: 'exact',
  },
  {
    name: 'the text is repeated in a teaser below',
    before: BEFORE,
    after: blocks(BEFORE, 'Read more', `“${QUOTED}” says the keeper of the light`, 'Ten pictures of the storm'),
    expect: 'exact',
  },
  {
    name: 'the text is repeated in a teaser above',
    before: BEFORE,
    after: blocks('Live pictures', `“${QUOTED}” says the keeper of the light`, BEFORE),
    expect: 'exact',
  },
  {
    name: 'a pull-quote repeats the passage in the middle of the article',
    before: BEFORE,
    after: story(FERRY, QUOTE, SHELTER, QUOTED),
    expect: 'exact',
  },
  {
    name: 'a headline is copied to a list of what is read most',
    before: blocks('⟦Storm takes roof of net house⟧', BEFORE.replace(/[⟦⟧]/g, '')),
    after: blocks(
      '⟦Storm takes roof of net house⟧',
      BEFORE.replace(/[⟦⟧]/g, ''),
      'Most read',
      'Storm takes roof of net house',
      'Choir sings in school',
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'a headline is changed while a list of what is read most still has the old one',
    before: blocks('⟦Storm takes roof of net house⟧', BEFORE.replace(/[⟦⟧]/g, '')),
    after: blocks(
      'Forty sleep in school after storm',
      BEFORE.replace(/[⟦⟧]/g, ''),
      'Most read',
      'Storm takes roof of net house',
      'Choir sings in school',
    ),
    expect: ['orphan', 'ambiguous'],
  },
  {
    name: 'an advertisement is set behind the paragraph',
    before: story(FERRY, '“I slept well,” said her brother. ⟦He had not even heard the roof go.⟧', SHELTER),
    after: story(
      FERRY,
      '“I slept well,” said her brother. ⟦He had not even heard the roof go.⟧',
      'Advertisement',
      SHELTER,
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'the paragraph is broken before the passage',
    before: story(`${FERRY} ${QUOTE}`, SHELTER),
    after: story(FERRY, QUOTE, SHELTER),
    expect: 'exact',
  },
  {
    name: 'two paragraphs are joined within the passage',
    before: story(
      FERRY,
      '⟦The choir sang until two.\n\nThen even the children fell asleep.⟧ Nobody had brought a blanket.',
      SHELTER,
    ),
    after: story(
      FERRY,
      '⟦The choir sang until two. Then even the children fell asleep.⟧ Nobody had brought a blanket.',
      SHELTER,
    ),
    expect: 'exact',
  },
  {
    name: 'line breaks are set in a poem',
    before: story(FERRY, '⟦The sea has no manners, the wind has no ear,⟧ the choir sang at last.', SHELTER),
    after: story(FERRY, '⟦The sea has no manners,\nthe wind has no ear,⟧\nthe choir sang at last.', SHELTER),
    expect: 'exact',
  },
  {
    name: 'the paragraph is moved to the end',
    before: story(FERRY, '⟦The net house had stood on the point for two hundred years.⟧', SHELTER),
    after: blocks(story(FERRY, SHELTER), '⟦The net house had stood on the point for two hundred years.⟧'),
    expect: 'moved',
  },
  {
    name: 'a paragraph is moved with the passage well inside it',
    before: story(
      `Ada Holm had been up since four that morning. ${QUOTE} She then went back up to her lamp.`,
      FERRY,
      SHELTER,
    ),
    after: story(
      FERRY,
      SHELTER,
      `Ada Holm had been up since four that morning. ${QUOTE} She then went back up to her lamp.`,
    ),
    expect: ['moved', 'exact'],
  },
  {
    name: 'the sentence before the passage is rewritten',
    before: story(
      'The ferry to the islands stays in port for now. ⟦The road along the shore is under water.⟧ Trucks turn back at the church.',
      SHELTER,
    ),
    after: story(
      'No boat has left the harbour since Thursday noon. ⟦The road along the shore is under water.⟧ Trucks turn back at the church.',
      SHELTER,
    ),
    expect: 'moved',
  },
  {
    name: 'the article breaks off right behind the passage',
    before: BEFORE,
    after: blocks(STORM, FERRY, `“⟦${QUOTED}⟧`),
    expect: ['moved', 'ambiguous'],
  },
  {
    name: 'an entry of a live-blog is pushed down by others',
    before: blocks('14:05', `The road is closed at the church. ${QUOTE} The light burns all day.`, '13:40', FERRY),
    after: blocks(
      '15:20',
      'The wind eases off the point, says the coast guard.',
      '14:55',
      SHELTER,
      '14:05',
      `The road is closed at the church. ${QUOTE} The light burns all day.`,
      '13:40',
      FERRY,
    ),
    expect: 'exact',
  },
  {
    name: 'the first entry of a live-blog is pushed down by another',
    before: blocks('⟦The net house has lost its roof.⟧ Nobody was hurt, says the coast guard.', FERRY, SHELTER),
    after: blocks(
      '15:20: The wind eases off the point.',
      '⟦The net house has lost its roof.⟧ Nobody was hurt, says the coast guard.',
      FERRY,
      SHELTER,
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'an entry of a live-blog is pushed down, and a newer one begins alike',
    before: blocks(
      '14:05',
      '⟦The coast guard says that 12 boats are missing⟧ and that the search goes on.',
      '13:40',
      FERRY,
    ),
    after: blocks(
      '15:20',
      'The coast guard says that 9 boats are missing and that the search goes on.',
      '14:05',
      '⟦The coast guard says that 12 boats are missing⟧ and that the search goes on.',
      '13:40',
      FERRY,
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'an item is moved in a list',
    before: story(
      'What to bring:',
      'blankets and dry socks',
      '⟦a lamp that needs no mains⟧',
      'bread for two days',
      SHELTER,
    ),
    after: story(
      'What to bring:',
      '⟦a lamp that needs no mains⟧',
      'blankets and dry socks',
      'bread for two days',
      SHELTER,
    ),
    expect: 'moved',
  },
  {
    name: 'two items of a list become one sentence',
    before: story('What to bring:', '⟦blankets and dry socks\n\nbread for two days⟧', SHELTER),
    after: story('What to bring:', '⟦blankets and dry socks, bread for two days⟧', SHELTER),
    expect: ['changed', 'exact', 'moved'],
  },
  {
    name: 'a row is put into a table above the cell',
    before: story('Town\tWind\tRain', 'Lindby\t31 knots\t⟦44 millimetres⟧', 'Tarn\t28 knots\t39 millimetres', SHELTER),
    after: story(
      'Town\tWind\tRain',
      'Aby\t12 knots\t8 millimetres',
      'Lindby\t31 knots\t⟦44 millimetres⟧',
      'Tarn\t28 knots\t39 millimetres',
      SHELTER,
    ),
    expect: ['exact', 'moved'],
  },
  {
    name: 'a cell of a table is corrected while another row has the old figure',
    before: story('Town\tWind\tRain', 'Lindby\t31 knots\t⟦44 millimetres⟧', 'Tarn\t28 knots\t39 millimetres', SHELTER),
    after: story('Town\tWind\tRain', 'Lindby\t31 knots\t⟦54 millimetres⟧', 'Tarn\t28 knots\t44 millimetres', SHELTER),
    expect: ['changed', 'ambiguous', 'orphan'],
  },
  {
    name: 'a quote is continued after a pull-quote that was put into it',
    before: story(
      FERRY,
      '“⟦The sea was over the wall by ten.\n\nBy eleven it was in the kitchen,⟧” said Ada Holm.',
      SHELTER,
    ),
    after: story(
      FERRY,
      '“⟦The sea was over the wall by ten.\n\n“It was in the kitchen”\n\nBy eleven it was in the kitchen,⟧” said Ada Holm.',
      SHELTER,
    ),
    expect: ['changed', 'ambiguous'],
  },
];
