import { expect, it } from 'vitest';
import { anchor } from '@/lib/anchoring/anchor';
import { describeIn } from '@/lib/anchoring/describe';
import { indexText } from '@/lib/anchoring/text-index';

const SYLLABLES = 'ba ce di fo gu la me ni po ru'.split(' ');

/** As many words of a language that nobody speaks, some often and most seldom used: the same in every run. */
function prose(count: number): string[] {
  let state = 5;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const syllable = () => SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? '';
  const known = Array.from({ length: 2_000 }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join(''),
  );
  return Array.from({ length: count }, () => known[Math.floor(next() ** 2 * known.length)] ?? '');
}

/** Words of which some in the middle are the passage. */
function stand(before: readonly string[], passage: readonly string[], after: readonly string[]) {
  const head = `${before.join(' ')} `;
  const quote = passage.join(' ');
  return { text: `${head}${quote} ${after.join(' ')}`, start: head.length, end: head.length + quote.length };
}

it('a passage of twenty thousand words is found by both its ends, and compared between them, in short time', () => {
  const words = prose(21_000);
  const [before, passage, after] = [words.slice(0, 500), words.slice(500, -500), words.slice(-500)];
  const then = stand(before, passage, after);
  const recorded = describeIn(indexText(then.text), then.start, then.end);

  const edited = passage.with(0, 'Beginning').with(-1, 'end').with(7_000, 'corrected');
  const grown = edited.toSpliced(10_000, 0, ...Array<string>(150).fill('new'));
  const now = stand(before, grown, after);
  const place = anchor(indexText(now.text), recorded);
  expect(place).toMatchObject({ status: 'changed', start: now.start, end: now.end });
  expect(place.score).toBeGreaterThan(0.97);

  const gone = anchor(indexText([...before, ...after].join(' ')), recorded);
  expect(gone.status).toBe('orphan');
}, 60_000);
