import { blocks, type TrickyPair } from './tricky-pair';

/** Each with enough around the passage to know its place by. */
const german = (words: string, marks = '„“') =>
  blocks(
    'Der Rat der Stadt tagte bis Mitternacht, und am Ende waren alle müde.',
    `${marks[0]}${words}${marks[1]}, sagte Ada Holm am Dienstag vor dem Rathaus. Ihr Stellvertreter wollte nichts dazu sagen.`,
    'Im Mai wird abgestimmt, wenn die letzten Zahlen vorliegen.',
  );
const french = (words: string, marks: readonly [string, string] = ['« ', ' »']) =>
  blocks(
    'Le conseil de la ville a siégé jusqu’à minuit, et tout le monde était fatigué.',
    `${marks[0]}${words}${marks[1]}, a dit Ada Holm mardi devant la mairie. Son adjoint s’est tu.`,
    'Le vote aura lieu en mai, quand les derniers chiffres seront connus.',
  );
const chinese = (words: string) =>
  blocks(
    '市议会星期二开会到半夜，在场的人都很累。',
    `市长霍姆在市政厅门前说：“${words}”她的副手没有回答记者的问题。`,
    '表决定在五月的第二个星期举行，那时最后的数字应该已经公布。',
  );
const japanese = (words: string) =>
  blocks(
    '市議会は火曜日の深夜まで続き、誰もが疲れていた。',
    `ホルム市長は市役所の前で「${words}」と話した。副市長は記者の質問に答えなかった。`,
    '採決は五月の第二週に行われる予定で、それまでに最後の数字が出る見込みだ。',
  );
const arabic = (words: string) =>
  blocks(
    'اجتمع مجلس المدينة حتى منتصف الليل يوم الثلاثاء وكان الجميع متعبين.',
    `وقالت رئيسة البلدية أمام المبنى: «${words}» ولم يجب نائبها عن أسئلة الصحفيين.`,
    'ومن المقرر أن يجري التصويت في الأسبوع الثاني من شهر مايو.',
  );
const russian = (words: string) =>
  blocks(
    'Городской совет заседал до полуночи, и все очень устали.',
    `«${words}», — сказала мэр во вторник перед ратушей. Её заместитель промолчал.`,
    'Голосование назначено на вторую неделю мая, когда появятся последние цифры.',
  );

export const OTHER_LANGUAGES: readonly TrickyPair[] = [
  {
    name: 'German: a negation is added',
    lang: 'de',
    before: german('⟦Wir werden die Steuern im nächsten Jahr erhöhen⟧'),
    after: german('⟦Wir werden die Steuern im nächsten Jahr nicht erhöhen⟧'),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'German: the subjunctive becomes the indicative',
    lang: 'de',
    before: german('⟦Die Stadt habe das Geld längst ausgegeben⟧'),
    after: german('⟦Die Stadt hat das Geld längst ausgegeben⟧'),
    expect: 'changed',
    flags: [],
  },
  {
    name: 'German: old spelling becomes new',
    lang: 'de',
    before: german('⟦Ich weiß, daß die Brücke nicht mehr hält⟧'),
    after: german('⟦Ich weiß, dass die Brücke nicht mehr hält⟧'),
    expect: 'changed',
    flags: [],
  },
  {
    name: 'German: other marks, and a note above',
    lang: 'de',
    before: german('⟦Wir haben die „alte Brücke“ schon vor Jahren verkauft⟧'),
    after: blocks(
      'Korrektur: Das Datum war falsch.',
      german('⟦Wir haben die »alte Brücke« schon vor Jahren verkauft⟧', '»«'),
    ),
    expect: 'exact',
  },
  {
    name: 'French: a negation is dropped',
    lang: 'fr',
    before: french('⟦Nous ne vendrons pas la vieille mairie⟧'),
    after: french('⟦Nous vendrons la vieille mairie⟧'),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'French: a number word is corrected',
    lang: 'fr',
    before: french('⟦Il nous reste trois semaines pour trouver l’argent⟧'),
    after: french('⟦Il nous reste deux semaines pour trouver l’argent⟧'),
    expect: 'changed',
    flags: ['number'],
  },
  {
    name: 'French: guillemets and their spaces give way to curly marks',
    lang: 'fr',
    before: french('⟦Que voulez-vous ? C’est le « monde à l’envers » !⟧'),
    after: french("⟦Que voulez-vous? C'est le “monde à l'envers”!⟧", ['“', '”']),
    expect: 'exact',
  },
  {
    name: 'Chinese: a number is corrected',
    lang: 'zh',
    before: chinese('⟦我们还有三个星期的时间来筹集这笔钱。⟧'),
    after: chinese('⟦我们还有五个星期的时间来筹集这笔钱。⟧'),
    expect: 'changed',
    flags: ['number'],
  },
  {
    name: 'Chinese: a negation is added',
    lang: 'zh',
    before: chinese('⟦我们明年会提高这个城市的税收。⟧'),
    after: chinese('⟦我们明年不会提高这个城市的税收。⟧'),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'Chinese: the sentence is deleted',
    lang: 'zh',
    before: chinese('⟦我们明年会提高这个城市的税收。⟧大家都要有准备。'),
    after: chinese('大家都要有准备。'),
    expect: 'orphan',
  },
  {
    name: 'Japanese: a note is put above',
    lang: 'ja',
    before: japanese('⟦来年は税金を上げるつもりだ⟧'),
    after: blocks('訂正：日付に誤りがありました。', japanese('⟦来年は税金を上げるつもりだ⟧')),
    expect: 'exact',
  },
  {
    name: 'Japanese: the quote is given to another speaker',
    lang: 'ja',
    before: japanese('⟦来年は税金を上げるつもりだ⟧'),
    after: japanese('⟦来年は税金を上げるつもりだ⟧').replace('ホルム市長は市役所の前で', 'ルンド議員は議場の外で'),
    expect: 'moved',
    attributionChanged: true,
  },
  {
    name: 'Arabic: a negation is added',
    lang: 'ar',
    before: arabic('⟦نحن سوف نرفع الضرائب في العام المقبل⟧'),
    after: arabic('⟦نحن لن نرفع الضرائب في العام المقبل⟧'),
    expect: 'changed',
    flags: ['negation'],
  },
  {
    name: 'Arabic: a number is corrected',
    lang: 'ar',
    before: arabic('⟦لدينا ٤٠ يوما لنجد المال اللازم للجسر⟧'),
    after: arabic('⟦لدينا ١٤ يوما لنجد المال اللازم للجسر⟧'),
    expect: 'changed',
    flags: ['number'],
  },
  {
    name: 'Arabic: marks of direction are put in',
    lang: 'ar',
    before: arabic('⟦سوف نرفع الضرائب في العام المقبل⟧'),
    after: arabic('⟦سوف نرفع \u200fالضرائب في \u200fالعام المقبل⟧'),
    expect: 'exact',
  },
  {
    name: 'Russian: a negation is dropped',
    lang: 'ru',
    before: russian('⟦Мы не будем повышать налоги в этом году⟧'),
    after: russian('⟦Мы будем повышать налоги в этом году⟧'),
    expect: 'changed',
    flags: ['negation'],
  },
];

const english = (words: string) =>
  blocks(
    'The ferry stays in port for a third day, and nobody on the pier knows why.',
    `Ada Holm runs the kiosk there. She told us: ${words} Then she shut the window and went home.`,
    'A hearing is set for Friday, and the harbour office has promised to send somebody.',
  );

/** The same words, written in another way. */
export const TYPOGRAPHY: readonly TrickyPair[] = [
  [
    'straight marks become curly',
    '"⟦It\'s not "over" until we say so⟧," he said.',
    '“⟦It’s not “over” until we say so⟧,” he said.',
  ],
  [
    'curly marks become straight',
    '“⟦It’s not “over” until we say so⟧,” he said.',
    '"⟦It\'s not "over" until we say so⟧," he said.',
  ],
  ['double marks become single', '“⟦We call it the “dry season” here.⟧”', '‘⟦We call it the ‘dry season’ here.⟧’'],
  [
    'spaces become no-break spaces',
    '⟦The repairs cost 12 000 crowns a week.⟧',
    '⟦The repairs cost 12\u00a0000\u00a0crowns a\u202fweek.⟧',
  ],
  [
    'soft hyphens are put in',
    '⟦The administration of the harbour is silent.⟧',
    '⟦The admin\u00adis\u00adtra\u00adtion of the har\u00adbour is silent.⟧',
  ],
  [
    'zero-width spaces are put in',
    '⟦Write to office@harbour.example today.⟧',
    '⟦Write to office@\u200bharbour.\u200bexample today.⟧',
  ],
  [
    'a dash between spaces becomes an em dash',
    '⟦The crew - all nine of them - went home.⟧',
    '⟦The crew—all nine of them—went home.⟧',
  ],
  ['an en dash stands in a range', '⟦It is closed from 9-12 each day.⟧', '⟦It is closed from 9–12 each day.⟧'],
  ['three points become an ellipsis', '⟦I was told to wait... and so I wait.⟧', '⟦I was told to wait… and so I wait.⟧'],
  [
    'accents are decomposed',
    '⟦The café of Zoë Brontë is closed as well.⟧',
    '⟦The cafe\u0301 of Zoe\u0308 Bronte\u0308 is closed as well.⟧',
  ],
  [
    'lines are wrapped',
    '⟦The kiosk lives off those who wait for the boat.⟧',
    '⟦The kiosk lives\n      off those who wait\n      for the boat.⟧',
  ],
].map(([name = '', before = '', after = '']) => ({
  name,
  before: english(before),
  after: english(after),
  expect: 'exact',
  attributionChanged: false,
}));
