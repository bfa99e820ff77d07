import { describe, expect, it } from 'vitest';
import { createPlacing } from '@/components/changes/placing';
import type { Annotation } from '@/lib/annotations/annotation';
import type { DescribedPassage } from '@/lib/annotations/passage';
import type { Anchoring } from '@/lib/messaging';
import {
  AT,
  annotationOf,
  describe as describeIn,
  HASH,
  sampleSession,
  selectionOf,
  settle,
  TEXT,
  uuid,
} from '../sample-session';

/** What stands on the page that was read. */
const NOW = 'twelve of the nineteen boats';
const passageOf = (words: string): DescribedPassage =>
  describeIn(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length);

/** An annotation of an earlier wording. */
function earlier(words: string, more: string[] = []): Annotation {
  const segments = [words, ...more].map((exact) => ({
    scope: 'article' as const,
    snapshot: 'b'.repeat(64),
    quote: { type: 'TextQuoteSelector' as const, exact, prefix: 'She said ', suffix: ' were' },
    position: { type: 'TextPositionSelector' as const, start: 3, end: 3 + exact.length },
  }));
  return annotationOf('told', { segments });
}

async function opened(annotation: Annotation, place: Partial<Anchoring>) {
  const sample = sampleSession({ place: () => place });
  await sample.session.open();
  await sample.holds([annotation]);
  const [listed] = sample.session.listed.value ?? [];
  if (!listed) throw new Error('Nothing is listed.');
  return { ...sample, listed, placing: createPlacing(sample.session) };
}

const CLAIM = earlier('ten of the nineteen boats');
const changed = { status: 'changed' as const, current: [passageOf(NOW)] };

describe('a changed wording', () => {
  it.each([
    ['accepted', 'acceptWording'],
    ['kept', 'keepWording'],
  ] as const)('is %s as it stands on the page that was read', async (decision, act) => {
    const { placing, commands, listed } = await opened(CLAIM, changed);
    placing[act](listed);
    expect(commands).toEqual([
      {
        type: 'placeAnnotation',
        id: expect.any(String),
        at: AT,
        annotationId: CLAIM.id,
        placement: {
          id: expect.any(String),
          decision,
          segments: [{ ...passageOf(NOW), snapshot: HASH }],
          at: AT,
        },
        capture: expect.objectContaining({ snapshot: expect.objectContaining({ hash: HASH, text: TEXT }) }),
      },
    ]);
  });

  it('is decided on once, however often the button is pressed, and again when the writing failed', async () => {
    const { placing, commands, listed, acknowledge } = await opened(CLAIM, changed);
    placing.acceptWording(listed);
    placing.acceptWording(listed);
    expect(commands).toHaveLength(1);
    await acknowledge(new Error('full'));
    placing.acceptWording(listed);
    expect(commands).toHaveLength(2);
  });

  it('leaves the parts that have not changed as they are', async () => {
    const quote = earlier('The ferry', ['ten of the nineteen boats']);
    const { placing, commands, listed } = await opened(quote, { status: 'changed', current: [null, passageOf(NOW)] });
    placing.acceptWording(listed);
    const [command] = commands;
    const segments = command?.type === 'placeAnnotation' ? command.placement.segments : [];
    expect(segments).toEqual([quote.segments[0], { ...passageOf(NOW), snapshot: HASH }]);
  });

  it('is not accepted from a page that has changed since it was read', async () => {
    const other = describeIn(`Now. ${TEXT}`, 9, 30);
    const { placing, session, commands, listed } = await opened(CLAIM, { status: 'changed', current: [other] });
    placing.acceptWording(listed);
    expect(commands).toEqual([]);
    expect(session.trouble.value).toMatch(/^The page has changed since it was read\./);
  });

  it('is looked for from then on, and what was recorded no more', async () => {
    const placement = {
      id: uuid(),
      decision: 'accepted',
      segments: [{ ...passageOf(NOW), snapshot: HASH }],
      at: AT,
    } as const;
    const { painted } = await opened(
      { ...CLAIM, placements: [{ ...placement, segments: [...placement.segments] }] },
      {},
    );
    expect(painted.at(-1)?.[0]?.segments).toEqual(placement.segments);
  });
});

describe('one of several places', () => {
  const candidates = ['told', NOW].map((words) => ({ segment: 1, passage: passageOf(words) }));

  it('is chosen for the part that it is a place of', async () => {
    const quote = earlier('The ferry', ['ten of the nineteen boats']);
    const { placing, commands, listed } = await opened(quote, { status: 'ambiguous', candidates });
    placing.choosePlace(listed, 1);
    expect(commands[0]).toMatchObject({
      placement: { decision: 'chosen', segments: [quote.segments[0], { ...passageOf(NOW), snapshot: HASH }] },
    });
  });

  it('is shown on the page by its number', async () => {
    const { session, shown, listed } = await opened(CLAIM, { status: 'ambiguous', candidates });
    await session.showOnPage(listed.annotation.id, 1);
    await session.showOnPage(listed.annotation.id);
    expect(shown).toEqual([
      { id: CLAIM.id, candidate: 1 },
      { id: CLAIM.id, candidate: null },
    ]);
  });
});

describe('a passage that is selected again', () => {
  it('takes a selection that was made before, and closes the way to it', async () => {
    const { placing, session, commands, select } = await opened(CLAIM, { status: 'orphan', found: 0 });
    select(selectionOf(NOW));
    placing.find(CLAIM.id);
    placing.placeAtSelection(CLAIM, 0);
    expect(commands[0]).toMatchObject({
      type: 'placeAnnotation',
      placement: { decision: 'selected', segments: [{ ...passageOf(NOW), snapshot: HASH }] },
    });
    expect(session.draft.value.finding).toBeNull();
  });

  it('can be selected after the popup was closed', async () => {
    const first = await opened(CLAIM, { status: 'orphan', found: 0 });
    first.placing.find(CLAIM.id);
    await settle();
    const again = sampleSession({ stored: first.stored, place: () => ({ status: 'orphan', found: 0 }) });
    await again.session.open();
    expect(again.session.draft.value.finding).toBe(CLAIM.id);
    expect(again.session.focusWish.value).toEqual({ part: 'finder', id: CLAIM.id });
  });

  it('says what is missing while nothing is selected', async () => {
    const { placing, session, commands } = await opened(CLAIM, { status: 'orphan', found: 0 });
    placing.placeAtSelection(CLAIM, 0);
    expect(commands).toEqual([]);
    expect(session.announcement.value).toBe('Select words on the page first.');
  });
});

it('takes a decision back by its name', async () => {
  const placement = { id: uuid(), decision: 'kept' as const, segments: CLAIM.segments, at: AT };
  const { placing, commands } = await opened({ ...CLAIM, placements: [placement] }, {});
  placing.undoPlacement(CLAIM, placement);
  expect(commands[0]).toMatchObject({ type: 'undoPlacement', annotationId: CLAIM.id, placementId: placement.id });
});
