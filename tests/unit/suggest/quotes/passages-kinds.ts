import type { Passage } from './passage';

/** Constructions of sport, science, culture, courts and interviews; written for these tests, about nobody who exists. */
export const PASSAGES_OF_KINDS: readonly Passage[] = [
  {
    name: 'sport: a position that no list has, in front of the name and behind the quote',
    text: '“It was a dream come true,” sweeper Dana Osei said after scoring twice. “My mum was in the stands.”',
    direct: [
      ['It was a dream come true,', 'Dana Osei', 'said', 'sweeper'],
      ['My mum was in the stands.', 'Dana Osei', 'said'],
    ],
  },
  {
    name: 'sport: an age in front of the name, and another speaker in the next sentence',
    text: '“We didn’t come here to make up the numbers,” said 24-year-old striker Pia Lund, who joined from Halver in July. Captain Ruth Amari agreed: “The girls were immense.”',
    direct: [
      ['We didn’t come here to make up the numbers,', 'Pia Lund', 'said', '24-year-old striker'],
      ['The girls were immense.', 'Ruth Amari', 'agreed', 'Captain'],
    ],
  },
  {
    name: 'sport, British marks: the surname later in the paragraph',
    text: 'Norham manager Dan Pryce was left fuming after a late penalty.\n‘I’m lost for words,’ Pryce said. ‘You work all week and then one man with a whistle undoes it.’',
    direct: [
      ['I’m lost for words,', 'Dan Pryce', 'said', 'Norham manager'],
      ['You work all week and then one man with a whistle undoes it.', 'Dan Pryce', 'said'],
    ],
  },
  {
    name: 'sport: an office whose holder follows between commas',
    text: 'The Norham captain, Lee Marr, said the players had ‘given it everything they had’.',
    direct: [['given it everything they had', 'Lee Marr', 'said', 'Norham captain']],
  },
  {
    name: 'science: a field that no list has, behind the verb',
    text: '“I’d want to see it replicated,” says glaciologist Amina Farrow at King’s College Oldbury.',
    direct: [['I’d want to see it replicated,', 'Amina Farrow', 'says', 'glaciologist']],
  },
  {
    name: 'science: a field with a capital at the start of a sentence',
    text: 'Palaeontologist Henrik Storm, who was not part of the team, called the find “a very big deal indeed”.',
    direct: [['a very big deal indeed', 'Henrik Storm', 'called', 'Palaeontologist']],
  },
  {
    name: 'science: authors behind the name of a journal',
    text: 'Writing in the journal Coast, the authors say the reef “may already have passed the point of no return”.',
    direct: [['may already have passed the point of no return', 'the authors', 'say']],
  },
  {
    name: 'culture: “Says X: …”',
    text: 'Says Marlowe: “I never planned any of it.”',
    direct: [['I never planned any of it.', 'Marlowe', 'Says']],
  },
  {
    name: 'culture: a verb of the present that no list has',
    text: '“Ten of them,” corrects Vance. “You forgot the one that went bankrupt.”',
    direct: [
      ['Ten of them,', 'Vance', 'corrects'],
      ['You forgot the one that went bankrupt.', 'Vance', 'corrects'],
    ],
  },
  {
    name: 'culture: “as X put it” has no verb of the present before it',
    text: '“You can’t eat a view,” as Bram Tolland put it.',
    direct: [['You can’t eat a view,', 'Bram Tolland', 'put']],
  },
  {
    name: 'culture: a short quotation between two names is no nickname',
    text: 'The critic called Tolland “an orange bore,” Susan Delmar said. “I laughed at that.”',
    direct: [
      ['an orange bore,', 'Susan Delmar', 'said'],
      ['I laughed at that.', 'Susan Delmar', 'said'],
    ],
  },
  {
    name: '“Former” at the start of a sentence',
    text: 'Former world champion Kit Arden believes the sport is “heading for a cliff”.',
    direct: [['heading for a cliff', 'Kit Arden', 'believes', 'Former world champion']],
  },
  {
    name: 'a surname that is a day or a month as well',
    text: 'For Kristen Day, the choice was simple. “I wanted to stay,” Day said. “I told them in May.”',
    direct: [
      ['I wanted to stay,', 'Kristen Day', 'said'],
      ['I told them in May.', 'Kristen Day', 'said'],
    ],
  },
  {
    name: 'an adverb at the start of a sentence is no name',
    text: 'Likewise, a paper from the Marren Institute had this to say about the plan: “It helps those who need it least.”',
    direct: [['It helps those who need it least.', 'a paper', 'say']],
  },
  {
    name: 'with several people who chant',
    text: 'The square was full, with students and pensioners chanting “Give us the bridge back”.',
    direct: [['Give us the bridge back', 'pensioners', 'chanting']],
  },
  {
    name: 'whose tweet it was',
    text: 'The minister’s tweet read: “Proud of our firefighters tonight.”',
    direct: [['Proud of our firefighters tonight.', 'The minister', 'read']],
  },
  {
    name: 'a pronoun that can mean nobody but an office',
    text: 'Asked whether she would stand again, the mayor smiled. “Ask me in May,” she said.',
    direct: [['Ask me in May,', 'the mayor', 'said']],
  },
  {
    name: 'a pronoun that can mean nobody but a company of one name',
    text: 'Rail operator SouthLine apologised. “Safety is our first priority,” it said in a statement.',
    direct: [['Safety is our first priority,', 'SouthLine', 'said']],
  },
  {
    name: 'a role without an article, behind the name',
    text: '“You’ve got to laugh,” said Jean Orme, landlady of the Black Swan.',
    direct: [['You’ve got to laugh,', 'Jean Orme', 'said', 'landlady of the Black Swan']],
  },
  {
    name: 'a role behind an age',
    text: '“I was on the 7.42,” said Brian Hale, 52, a commuter.',
    direct: [['I was on the 7.42,', 'Brian Hale', 'said', 'commuter']],
  },
  {
    name: 'a source with an apposition in front of the quote',
    text: 'According to Dr Yusuf Lane, a dietitian, “there is no such thing as a superfood”.',
    direct: [['there is no such thing as a superfood', 'Yusuf Lane', 'According to']],
    reported: [],
  },
];
