import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './job';

/** An article of our own, as it is when it is tagged. */
export const TAGGED = readFileSync(join(import.meta.dirname, '../fixtures/statuses/article.html'), 'utf8');

/** The passages, each named after what the first edit does to it. */
export const EXACT = 'We will open the pier by Easter,';
export const MOVED = 'The northern end of the pier was torn away by a storm in the January of 2019,';
export const NUMBER = 'fares would rise by 3.4 percent next year to pay for the new fenders';
export const NEGATION = 'We will not close the school boat,';
export const NAME = 'The contract for the steelwork went to Halvard Boatyard in the spring,';
export const MARKS = 'The minister for the islands called the delay a gift to the rival port,';
export const ATTRIBUTION = 'The tide does not wait for budgets,';
export const PARTS = ['Nobody asked the crews,', 'and the crews know where the current runs.'];
export const SPEAKER = 'Dr Lena Osei';
export const GONE = 'The plan still needs the consent of the coastguard.';
export const AMBIGUOUS = 'It is our turn now,';

export const ENTRIES: Entry[] = [
  { kind: 'quote', segments: [EXACT], speaker: 'Ada Flett', cue: 'told' },
  { kind: 'claim', segments: [MOVED] },
  { kind: 'claim', segments: [NUMBER] },
  { kind: 'quote', segments: [NEGATION], speaker: 'Hugh Rendall', mention: 'Hugh Rendall' },
  { kind: 'claim', segments: [NAME] },
  { kind: 'claim', segments: [MARKS] },
  { kind: 'quote', segments: [ATTRIBUTION], speaker: 'Ruth Adair', mention: 'Ruth Adair', cue: 'said' },
  { kind: 'quote', segments: PARTS, speaker: 'Bram Linklater' },
  { kind: 'speaker', segments: [SPEAKER], speaker: 'Lena Osei' },
  { kind: 'claim', segments: [GONE] },
  { kind: 'quote', segments: [AMBIGUOUS], speaker: 'Inga Moar' },
];

/** @throws Error when a place to edit is not there, or not once */
function edited(html: string, edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand in the article once.`);
    return text.replace(from, to);
  }, html);
}

const STORM =
  '<p>The northern end of the pier was torn away by a storm in the January of 2019, and the ferry has called at the old fish quay ever since.</p>\n';
const LAST = '<p>Others wait and see.';
const BAKERY =
  'Shopkeepers along the front were pleased. “It is our turn now,” said Inga Moar of the bakery, and offered the hall what was left of her cinnamon buns.';

/** What the one who tagged finds instead of the sentence that is gone. */
export const REWORDED = 'No stone may be moved before the coastguard agrees.';

/** The first edit. */
export const FIRST_EDIT = edited(TAGGED, [
  [STORM, ''],
  [LAST, `${STORM}${LAST}`],
  ['rise by 3.4 percent', 'rise by 3.1 percent'],
  ['We will not close', 'We will close'],
  ['went to Halvard Boatyard', 'went to Sundby Boatyard'],
  ['called the delay a gift to', 'called the delay “a gift” to'],
  ['budgets,” said Ruth Adair, who', 'budgets,” said Colm Brandt, who'],
  ['know where the current runs', 'know how the current runs'],
  [
    'The engineer in charge, Dr Lena Osei, showed drawings of the piles that will carry the new head of the pier.',
    'On the wall hung a plan of the new head, signed by an engineer called Osei.',
  ],
  [`<p>${GONE} A decision is due before the end of the year.</p>`, ''],
  [
    BAKERY,
    'Coffee was free that night. “It is our turn now,” said a man from the chandlery.</p>\n<p>So was the tea. “It is our turn now,” said a woman from the post office.',
  ],
  ['framed, in the order in which they were broken.', `framed. ${REWORDED}`],
]);

/** The second edit, made to the first. */
export const SECOND_EDIT = edited(FIRST_EDIT, [
  ['rise by 3.1 percent', 'rise by 2.9 percent'],
  ['We will close the school boat', 'We will sell the school boat'],
  [REWORDED, ''],
  ['went to Sundby Boatyard', 'went to Halvard Boatyard'],
]);
