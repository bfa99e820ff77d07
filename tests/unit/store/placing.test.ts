import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Capture } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import type { Segment } from '@/lib/annotations/passage';
import type { Placement } from '@/lib/annotations/placement';
import { purge } from '@/lib/store/purge';
import { at, captureOf, KEY, passage, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();
let edited: Capture;

beforeEach(async () => {
  edited = await captureOf(TEXT.replace('40', '55'));
});

const placementAt = (...segments: Segment[]): Placement => ({
  id: newId(),
  decision: 'accepted',
  segments,
  at: at(5),
});

const placing = (annotation: Annotation, placement: Placement, capture = edited) =>
  ({ ...base(5), type: 'placeAnnotation', annotationId: annotation.id, placement, capture }) as const;

const stored = async ({ id }: Annotation) => (await store.db.annotations.get(id)) ?? expect.fail('It is gone.');

describe('a decision about the place of an annotation', () => {
  it('is stored with the wording it was taken on, and what was recorded stays as it was', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const placement = placementAt(passage(edited, 'It cost 55 million crowns'));
    await store.run(placing(claim, placement));
    expect(await stored(claim)).toEqual({ ...claim, placements: [placement], updatedAt: at(5) });
    const texts = (await store.db.snapshots.toArray()).map(({ text }) => text);
    expect(texts.sort()).toEqual([TEXT, edited.snapshot.text].sort());
  });

  it('joins those that were taken before', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const first = placementAt(passage(edited, 'It cost 55 million crowns'));
    const second = placementAt(passage(edited, 'cost 55'));
    await store.run(placing(claim, first));
    await store.run(placing(claim, second));
    expect((await stored(claim)).placements).toEqual([first, second]);
  });

  it('is stored once, whichever command brings it', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const placement = placementAt(passage(edited, 'It cost 55 million crowns'));
    await store.run(placing(claim, placement));
    await store.run(placing(claim, placement));
    expect((await stored(claim)).placements).toEqual([placement]);
  });

  it('can be taken back, once and for good', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const first = placementAt(passage(edited, 'It cost 55 million crowns'));
    const second = placementAt(passage(edited, 'cost 55'));
    await store.run(placing(claim, first));
    await store.run(placing(claim, second));
    const undo = { type: 'undoPlacement', annotationId: claim.id, placementId: second.id } as const;
    await store.run({ ...base(6), ...undo });
    await store.run({ ...base(7), ...undo });
    expect(await stored(claim)).toEqual({ ...claim, placements: [first], updatedAt: at(6) });
  });

  it('is refused for words that are not at their place, or in the wording of another article', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const there = passage(edited, 'It cost 55 million crowns');
    const wrong = { ...there, quote: { ...there.quote, exact: 'It cost 99 million crowns' } };
    await store.expectRefused(placing(claim, placementAt(wrong)), 'invalid-record', /words/);
    await store.expectRefused(placing(claim, placementAt(there), store.capture), 'invalid-record', /missing/);
    const other = await captureOf(TEXT, { key: `${KEY}-2` });
    await store.expectRefused(placing(claim, placementAt(there), other), 'invalid-record', /another article/);
  });

  it('is refused when it does not say of every part where it is', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    const parts = placementAt(passage(edited, 'It cost'), passage(edited, '55 million'));
    await store.expectRefused(placing(claim, parts), 'invalid-record', /parts/);
  });

  it('is refused for an annotation that is not there', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: claim.id });
    const placement = placementAt(passage(edited, 'It cost 55 million crowns'));
    await store.expectRefused(placing(claim, placement), 'passage-deleted');
    await store.expectRefused(
      { ...base(), type: 'undoPlacement', annotationId: claim.id, placementId: placement.id },
      'passage-deleted',
    );
  });

  it('keeps its wording from being cleared away', async () => {
    const claim = await store.tagged('It cost 40 million crowns');
    await store.run(placing(claim, placementAt(passage(edited, 'It cost 55 million crowns'))));
    await purge(store.db, at(300));
    expect(await store.db.snapshots.count()).toBe(2);
  });
});

describe('a part that is added to a quote after it was placed anew', () => {
  it('joins what was recorded and where it stands, at the same number', async () => {
    const quote = await store.tagged('in two years.');
    const there = passage(edited, 'in two years.');
    await store.run(placing(quote, placementAt(there)));
    const added = passage(edited, 'We built it,');
    const command = { type: 'addSegment', annotationId: quote.id, segment: added, capture: edited } as const;
    await store.run({ ...base(6), ...command });
    const { segments, placements } = await stored(quote);
    expect(segments).toEqual([added, ...quote.segments]);
    expect(placements.map((placement) => placement.segments)).toEqual([[added, there]]);
    await store.expectRefused({ ...base(7), ...command }, 'already-part');
  });
});
