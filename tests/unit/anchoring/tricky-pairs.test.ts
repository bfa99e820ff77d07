import { describe, expect, it } from 'vitest';
import { anchor } from '@/lib/anchoring/anchor';
import { compareWordings } from '@/lib/anchoring/changes';
import { describeIn } from '@/lib/anchoring/describe';
import { indexText } from '@/lib/anchoring/text-index';
import { type TrickyPair, unmark } from './tricky-pair';
import { TRICKY_PAIRS } from './tricky-pairs';

/** The passage of a pair as it is recorded, and what the engine says of it later. */
function anchored(pair: TrickyPair) {
  const before = unmark(pair.before);
  const after = unmark(pair.after);
  const recorded = before.text.slice(before.place?.start, before.place?.end);
  const passage = describeIn(indexText(before.text), before.place?.start ?? 0, before.place?.end ?? 0);
  return { recorded, after, found: anchor(indexText(after.text), passage) };
}

describe.each(TRICKY_PAIRS)('when %s', (_, pairs) => {
  it.each(pairs)('$name', (pair) => {
    const { recorded, after, found } = anchored(pair);
    expect([pair.expect].flat()).toContain(found.status);
    if (!('start' in found)) return;
    const { start, end } = found;
    const current = after.text.slice(start, end);
    const wanted = after.text.slice(after.place?.start ?? 0, after.place?.end ?? 0);
    if (found.status === 'changed') {
      // Where an edge was edited, a mark may belong to either side.
      expect(Math.abs(start - (after.place?.start ?? -9))).toBeLessThanOrEqual(2);
      expect(Math.abs(end - (after.place?.end ?? -9))).toBeLessThanOrEqual(2);
      if (pair.flags) expect(compareWordings(recorded, wanted, pair.lang ?? 'en').flags).toEqual(pair.flags);
    } else {
      expect({ current, start }).toEqual({ current: wanted, start: after.place?.start });
    }
    if (pair.attributionChanged !== undefined) expect(found.contextChanged).toBe(pair.attributionChanged);
  });
});

it('has sixty pairs and more, each with a passage, and a place wherever one may be found', () => {
  const all = TRICKY_PAIRS.flatMap(([, pairs]) => pairs);
  expect(all.length).toBeGreaterThanOrEqual(60);
  for (const { before, after, expect: statuses } of all) {
    expect(before).toMatch(/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/);
    const mayBeFound = [statuses].flat().some((status) => status !== 'orphan' && status !== 'ambiguous');
    expect(after).toMatch(mayBeFound ? /^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/ : /^[^⟦⟧]*$/);
  }
});

/** The flags are judged here whatever becomes of the place. */
it.each(TRICKY_PAIRS.flatMap(([, pairs]) => pairs).filter(({ flags }) => flags))('flags: $name', (pair) => {
  const [before, after] = [unmark(pair.before), unmark(pair.after)];
  const recorded = before.text.slice(before.place?.start, before.place?.end);
  const current = after.text.slice(after.place?.start, after.place?.end);
  expect(compareWordings(recorded, current, pair.lang ?? 'en').flags).toEqual(pair.flags);
});
