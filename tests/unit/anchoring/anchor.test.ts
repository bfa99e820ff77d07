import { describe, expect, it } from 'vitest';
import { anchor } from '@/lib/anchoring/anchor';
import { describeIn } from '@/lib/anchoring/describe';
import { indexText } from '@/lib/anchoring/text-index';

const BEFORE =
  'The ferry stays in port for a third day. “Nobody told us about the repairs,” said Ada Holm, who runs the kiosk on the pier.\n\n' +
  'The harbour office disagrees. “Every tenant got a letter in March,” said its spokesman, Per Lund. He would not show it.\n\n' +
  'A hearing is set for Friday. “I will be there,” Holm said. “I will be there, too,” said Lund.';

/** Describes `words` as they stand in `recorded`, and looks for them in `now`. */
function find(words: string, now: string, recorded = BEFORE) {
  const start = recorded.indexOf(words);
  const passage = describeIn(indexText(recorded), start, start + words.length);
  const place = anchor(indexText(now), passage);
  return 'start' in place ? { ...place, text: now.slice(place.start, place.end) } : place;
}

const LETTER = 'Every tenant got a letter in March,';

describe('anchoring by words', () => {
  it('finds an untouched passage', () => {
    expect(find(LETTER, BEFORE)).toMatchObject({ status: 'exact', text: LETTER, contextChanged: false });
  });

  it('finds it when text was put in before it, and calls it moved only when what adjoins it changed', () => {
    expect(find(LETTER, `Updated at noon.\n\n${BEFORE}`)).toMatchObject({ status: 'exact', text: LETTER });
    const edited = BEFORE.replace('The harbour office', 'The port authority');
    expect(find(LETTER, edited)).toMatchObject({ status: 'moved', text: LETTER, contextChanged: true });
  });

  it('does not care how white space is written', () => {
    const now = BEFORE.replaceAll(' ', '\u00a0').replaceAll('\n\n', ' \n ');
    expect(find(LETTER, now)).toMatchObject({ status: 'exact', text: LETTER.replaceAll(' ', '\u00a0') });
  });

  it.each([
    ['a changed word', 'Every tenant got an email in March,'],
    ['a negation', 'Not every tenant got a letter in March,'],
    ['a changed month', 'Every tenant got a letter in May,'],
  ])('finds it changed after %s, and says so', (_, words) => {
    expect(find(LETTER, BEFORE.replace(LETTER, words))).toMatchObject({ status: 'changed', text: words });
  });

  it('never puts an edited passage onto its look-alike in another mouth', () => {
    const now = `${BEFORE.replace(LETTER, 'Every tenant got a call in March,')}\n\nThe mayor had heard otherwise. “${LETTER}” he wrote.`;
    expect(find(LETTER, now)).toMatchObject({ status: 'changed', text: 'Every tenant got a call in March,' });
  });

  it('never puts a deleted passage onto the same words elsewhere', () => {
    const now = BEFORE.replace(`“${LETTER}” said its spokesman, Per Lund. `, '').concat(
      `\n\nMinutes of an older meeting have this line: ${LETTER} it was claimed.`,
    );
    expect(find(LETTER, now).status).not.toMatch(/exact|moved/);
  });

  it('tells repeated words by what adjoins them', () => {
    expect(find('I will be there', BEFORE)).toMatchObject({
      status: 'exact',
      start: BEFORE.indexOf('I will be there'),
    });
    const swapped = BEFORE.replace('“I will be there,” Holm said. ', '');
    expect(find('I will be there', swapped).status).not.toMatch(/exact|moved/);
  });

  it('says that it can not tell when the surroundings are repeated as well', () => {
    const line = 'Again and again the same sentence, with the same words around it, filled the whole long page. ';
    const text = line.repeat(12);
    expect(find('the same words', `News.\n\n${text}`, text)).toMatchObject({ status: 'ambiguous' });
  });
});
