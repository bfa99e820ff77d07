/** Articles for these tests, written by us; nobody and nothing in them exists. */

/** News with one statement of each kind. */
export const HARBOUR = [
  'Council votes to close the old harbour',
  'HALVERSTAD: The city council voted 31 to 14 on Tuesday to close the old harbour, ending two years of debate.',
  'Unemployment in the district fell from 9.4 percent to 6.1 percent between 2015 and 2019, according to the statistics office.',
  '“I think this is a wonderful day, and I am proud of every single one of you,” Mayor Petra Lindgaard said.',
  'Deputy Mayor Owen Castellan said on Wednesday that the port had employed more than 12,000 people in 1988.',
  'Will the cranes ever move again?',
  'Thank you all for coming, the mayor told her guests.',
  'Castellan leads Lindgaard by four points in a poll of likely voters, 48 percent to 44 percent.',
  'Read more: 12,000 jobs and $40 million lost at the port. Sign up for our newsletter.',
].join('\n\n');

/** Debate talk in the first person beside two sober sentences. */
export const TALK = [
  '“I have always said it, and I voted for it, and I will keep fighting for you and your family,” Castellan said.',
  '“I passed that bill, I signed that bill, and you know what, my opponent opposed it,” he went on.',
  '“I created jobs, I cut your taxes, and I think you deserve better than this,” he said.',
  'The harbour authority reported a loss of $18 million in 2018, twice as much as in 2017.',
  'Ship calls dropped by 37 percent after the canal opened in 2012.',
].join('\n\n');

export const GERMAN = [
  'Der Hafen von Halverstad schließt.',
  'Im Jahr 2019 arbeiteten dort mehr als 12.000 Menschen.',
  'Die Arbeitslosigkeit sank von 9,4 Prozent auf 6,1 Prozent.',
  'Die Stimmung in der Stadt war am Abend ruhig und freundlich.',
  'Waren es 2018 wirklich 40 Millionen Euro?',
].join('\n\n');
