import type { Passage } from './passage';

/** One construction of the English news each; written for these tests, about nobody and nothing that exists. */
export const ENGLISH_PASSAGES: readonly Passage[] = [
  {
    name: '“…,” X said',
    text: '“The harbour will stay open,” Mara Lindqvist said.',
    direct: [['The harbour will stay open,', 'Mara Lindqvist', 'said']],
  },
  {
    name: '“…,” said X, with the office behind a comma',
    text: '“The harbour will stay open,” said Mara Lindqvist, the mayor of Halverstad.',
    direct: [['The harbour will stay open,', 'Mara Lindqvist', 'said', 'mayor of Halverstad']],
  },
  {
    name: '“…,” with the office in front of the name',
    text: '“The harbour will stay open,” said Deputy Mayor Owen Castellan.',
    direct: [['The harbour will stay open,', 'Owen Castellan', 'said', 'Deputy Mayor']],
  },
  {
    name: 'an office of several words with an organisation',
    text: '“We have signed nothing so far,” Coastal Authority Deputy Secretary Ines Okafor told a newspaper.',
    direct: [['We have signed nothing so far,', 'Ines Okafor', 'told', 'Coastal Authority Deputy Secretary']],
  },
  {
    name: '“…,” X, the Y, told reporters',
    text: '“The cranes are safe,” Owen Castellan, the deputy mayor, told reporters on Monday.',
    direct: [['The cranes are safe,', 'Owen Castellan', 'told', 'deputy mayor']],
  },
  {
    name: '“…,” X, who …, said',
    text: '“I have never seen such a storm,” Bram Tolland, who has fished here for forty years, said.',
    direct: [['I have never seen such a storm,', 'Bram Tolland', 'said']],
  },
  {
    name: '“…,” according to X',
    text: '“The bridge can carry twice its load,” according to Ines Okafor, an engineer.',
    direct: [['The bridge can carry twice its load,', 'Ines Okafor', 'according to', 'engineer']],
  },
  {
    name: 'X said: “…”',
    text: 'Mara Lindqvist said: “The harbour will stay open.”',
    direct: [['The harbour will stay open.', 'Mara Lindqvist', 'said']],
  },
  {
    name: 'X told Y, “…”',
    text: 'Mara Lindqvist told the council, “The harbour will stay open.”',
    direct: [['The harbour will stay open.', 'Mara Lindqvist', 'told']],
  },
  {
    name: 'X: “…”',
    text: 'Mara Lindqvist: “The harbour will stay open.”',
    direct: [['The harbour will stay open.', 'Mara Lindqvist', null]],
  },
  {
    name: '“…” — X',
    text: '“The best soup on the whole coast.” — Bram Tolland',
    direct: [['The best soup on the whole coast.', 'Bram Tolland', null]],
  },
  {
    name: 'a fragment after “that”',
    text: 'Owen Castellan said that the port was “the beating heart” of the town.',
    direct: [['the beating heart', 'Owen Castellan', 'said']],
    reported: [['the port was “the beating heart” of the town', 'Owen Castellan']],
  },
  {
    name: 'a fragment after a verb that calls',
    text: 'Owen Castellan called the plan “a gift to nobody at all” on Monday.',
    direct: [['a gift to nobody at all', 'Owen Castellan', 'called']],
  },
  {
    name: 'a cue far to the left of the quote',
    text: 'Ines Okafor warned the members of the committee at the end of a long hearing on Tuesday that their bridge was “one winter away from closing.”',
    direct: [['one winter away from closing.', 'Ines Okafor', 'warned']],
  },
  {
    name: 'a participle of the main clause',
    text: 'Mara Lindqvist rejected the offer, adding: “We are not for sale.”',
    direct: [['We are not for sale.', 'Mara Lindqvist', 'adding']],
  },
  {
    name: 'a second verb after “and”',
    text: 'Bram Tolland shook his head and said, “Nobody asked us.”',
    direct: [['Nobody asked us.', 'Bram Tolland', 'said']],
  },
  {
    name: 'a relative clause',
    text: 'The vote was a defeat for Owen Castellan, who said: “We will come back.”',
    direct: [['We will come back.', 'Owen Castellan', 'said']],
  },
  {
    name: '“as X put it”',
    text: 'The plan is “a castle made of sand,” as Ines Okafor put it.',
    direct: [['a castle made of sand,', 'Ines Okafor', 'put']],
  },
  {
    name: 'a possessive with a noun of speech',
    text: 'Mara Lindqvist’s statement that “no crane will be sold” did not convince the unions.',
    direct: [['no crane will be sold', 'Mara Lindqvist', 'statement']],
  },
  {
    name: 'two halves around “she said”',
    text: 'Mara Lindqvist was there. “The harbour,” she said, “will stay open.”',
    direct: [['The harbour,|will stay open.', 'Mara Lindqvist', 'said']],
  },
  {
    name: 'the next sentence of the same speaker',
    text: '“The harbour will stay open,” Mara Lindqvist said. “We owe it to the town.”',
    direct: [
      ['The harbour will stay open,', 'Mara Lindqvist', 'said'],
      ['We owe it to the town.', 'Mara Lindqvist', 'said'],
    ],
  },
  {
    name: 'the next paragraph of the same speaker',
    text: '“The harbour will stay open,” Mara Lindqvist said.\n\n“We owe it to the town.”',
    direct: [
      ['The harbour will stay open,', 'Mara Lindqvist', 'said'],
      ['We owe it to the town.', 'Mara Lindqvist', 'said'],
    ],
  },
  {
    name: 'a quote over two paragraphs with the mark repeated',
    text: 'Mara Lindqvist said: “The harbour will stay open.\n\n“We owe it to the town.”',
    direct: [['The harbour will stay open.|We owe it to the town.', 'Mara Lindqvist', 'said']],
  },
  {
    name: 'a quote announced by the paragraph before',
    text: 'The mayor, Mara Lindqvist, told the council:\n\n“The harbour will stay open.”',
    direct: [['The harbour will stay open.', 'Mara Lindqvist', 'told']],
  },
  {
    name: 'a later mention by surname',
    text: 'Deputy Mayor Owen Castellan came late.\n\n“I missed the ferry,” Castellan said.',
    direct: [['I missed the ferry,', 'Owen Castellan', 'said', 'Deputy Mayor']],
  },
  {
    name: 'a pronoun for the subject of the sentence before',
    text: 'Ines Okafor inspected the bridge on Monday. “It will hold,” she told reporters.',
    direct: [['It will hold,', 'Ines Okafor', 'told']],
  },
  {
    name: 'a pronoun that only one of two people fits',
    text: 'Mr. Castellan met Mrs. Okafor on the bridge. “It will hold,” she said.',
    direct: [['It will hold,', 'Okafor', 'said']],
  },
  {
    name: 'an organisation',
    text: '“Our ships will sail on Friday,” the Northern Ferry Company said in a statement.',
    direct: [['Our ships will sail on Friday,', 'Northern Ferry Company', 'said']],
  },
  {
    name: 'an organisation named by its initials',
    text: '“The rules are clear,” the NFC said.',
    direct: [['The rules are clear,', 'NFC', 'said']],
  },
  {
    name: 'an unnamed spokesman',
    text: '“We do not comment on rumours,” a spokesman for the company said.',
    direct: [['We do not comment on rumours,', 'a spokesman', 'said']],
  },
  {
    name: 'unnamed officials',
    text: '“No decision has been made,” officials said.',
    direct: [['No decision has been made,', 'officials', 'said']],
  },
  {
    name: 'a question',
    text: '“Who will pay for it?” Bram Tolland asked.',
    direct: [['Who will pay for it?', 'Bram Tolland', 'asked']],
  },
  {
    name: 'a verb of speech that no list has',
    text: '“Nobody asked us!” beamed Bram Tolland.',
    direct: [['Nobody asked us!', 'Bram Tolland', 'beamed']],
  },
  {
    name: 'two speakers in turn',
    text: '“It is too late,” Owen Castellan said.\n\n“It is never too late,” Mara Lindqvist replied.',
    direct: [
      ['It is too late,', 'Owen Castellan', 'said'],
      ['It is never too late,', 'Mara Lindqvist', 'replied'],
    ],
  },
  {
    name: 'a source and who passed it on',
    text: '“Our boats go out tomorrow,” Bram Tolland said, according to the Halverstad Herald.',
    direct: [['Our boats go out tomorrow,', 'Bram Tolland', 'said']],
  },
  {
    name: 'a name within brackets behind the name',
    text: '“The tide will decide,” Owen Castellan (Harbour Party) said.',
    direct: [['The tide will decide,', 'Owen Castellan', 'said']],
  },
  {
    name: 'British single marks',
    text: '‘The harbour will stay open,’ said Mara Lindqvist. ‘We don’t owe it to anybody else.’',
    direct: [
      ['The harbour will stay open,', 'Mara Lindqvist', 'said'],
      ['We don’t owe it to anybody else.', 'Mara Lindqvist', 'said'],
    ],
  },
  {
    name: 'two single marks for a double one',
    text: "''The harbour will stay open,'' Mara Lindqvist said.",
    direct: [['The harbour will stay open,', 'Mara Lindqvist', 'said']],
  },
  {
    name: 'a quote within a quote',
    text: '“He told me ‘never again’ and left,” Ines Okafor said.',
    direct: [['He told me ‘never again’ and left,', 'Ines Okafor', 'said']],
  },
  {
    name: 'the subject of a sentence that ends in a colon',
    text: 'Greta Nyman was unrepentant: “I would do it again.”',
    direct: [['I would do it again.', 'Greta Nyman', null]],
  },
  {
    name: 'X, with the office behind a comma: “…”',
    text: 'Mara Lindqvist, mayor: “The harbour is not for sale.”',
    direct: [['The harbour is not for sale.', 'Mara Lindqvist', null]],
  },
  {
    name: 'the office first, and the name behind a comma',
    text: '“The birds did not look up,” the study’s lead author, Nadia Ferrante of the university, said.',
    direct: [['The birds did not look up,', 'Nadia Ferrante', 'said']],
  },
  {
    name: 'a clause about the speaker before the verb',
    text: '“I have seen nothing like it,” one witness, who asked not to be named, said.',
    direct: [['I have seen nothing like it,', 'one witness', 'said']],
  },
  {
    name: 'another speaker after “but”',
    text: 'Paul Verne said he was calm about the delay, but Ines Okafor called it “a very bad sign for everyone.”',
    direct: [['a very bad sign for everyone.', 'Ines Okafor', 'called']],
  },
  {
    name: 'a verb of speech in two words',
    text: 'Owen Castellan asked who would pay. Mara Lindqvist shot back: “You will pay for it.”',
    direct: [['You will pay for it.', 'Mara Lindqvist', 'shot']],
  },
  {
    name: 'a label in a transcript’s quotes',
    text: 'Mara Lindqvist was asked to speak.\n\n“LINDQVIST: Who has counted the cranes this year?”',
    direct: [['Who has counted the cranes this year?', 'Mara Lindqvist', null]],
  },
  {
    name: 'no label where the article says who said it',
    text: 'Ines Okafor was short. “FACT: The ferry was never late,” Okafor wrote on Tuesday.',
    direct: [['FACT: The ferry was never late,', 'Ines Okafor', 'wrote']],
  },
  {
    name: 'a brother and a sister whose names differ by an ending',
    text: 'Daniel Castellan and his sister Daniela Castellan run the yard. “It is her yard,” Daniel Castellan said.',
    direct: [['It is her yard,', 'Daniel Castellan', 'said']],
  },
  {
    name: 'an office that means a person named before',
    text: 'Mayor Mara Lindqvist opened the bridge.\n\n“It took us nine years,” the mayor said.',
    direct: [['It took us nine years,', 'Mara Lindqvist', 'said', 'Mayor']],
  },
  {
    name: 'no title of a work',
    text: 'Ines Okafor wrote the novel “A Winter in Halverstad” in prison.',
    direct: [],
  },
  {
    name: 'no nickname and no scare quote',
    text: 'Bram “the Hook” Tolland said that the “free” ferry was late again.',
    direct: [],
    reported: [['the “free” ferry was late again', 'Bram “the Hook” Tolland']],
  },
  {
    name: 'reported speech with “that”',
    text: 'Mara Lindqvist said on Tuesday that the port had employed 12,000 people.',
    direct: [],
    reported: [['the port had employed 12,000 people', 'Mara Lindqvist']],
  },
  {
    name: 'reported speech without “that”',
    text: 'Mara Lindqvist said the port had employed 12,000 people.',
    direct: [],
    reported: [['the port had employed 12,000 people', 'Mara Lindqvist']],
  },
  {
    name: 'reported speech with “X said” at the end',
    text: 'The port had employed 12,000 people, Mara Lindqvist said on Tuesday.',
    direct: [],
    reported: [['The port had employed 12,000 people,', 'Mara Lindqvist']],
  },
  {
    name: 'reported speech with “X said” in the middle',
    text: 'The port, Mara Lindqvist said, had employed 12,000 people.',
    direct: [],
    reported: [['The port,|had employed 12,000 people', 'Mara Lindqvist']],
  },
  {
    name: '“According to X, …”',
    text: 'According to Mara Lindqvist, the port had employed 12,000 people.',
    direct: [],
    reported: [['the port had employed 12,000 people', 'Mara Lindqvist']],
  },
  {
    name: 'a statement that ends before the next verb of its speaker',
    text: 'Owen Castellan said the port was safe and warned that heavy storms would come.',
    direct: [],
    reported: [
      ['the port was safe', 'Owen Castellan'],
      ['heavy storms would come', 'Owen Castellan'],
    ],
  },
];
