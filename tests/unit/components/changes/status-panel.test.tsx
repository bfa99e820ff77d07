import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '@/components/export/exporter';
import { TaggingApp } from '@/components/tagging-app';
import type { Annotation } from '@/lib/annotations/annotation';
import type { DescribedPassage, Segment } from '@/lib/annotations/passage';
import type { Decision } from '@/lib/annotations/placement';
import type { Anchoring } from '@/lib/messaging';
import { doing, find, nameOf, show } from '../rendering';
import {
  AT,
  annotationOf,
  READING,
  type SampleOptions,
  sampleSession,
  selectionOf,
  settle,
  uuid,
} from '../sample-session';

const EXPORTER: Exporter = { exported: signal(null), follow: () => () => undefined, run: async () => undefined };
const NOW = 'twelve of the nineteen boats';

const passage = (exact: string, prefix = '', suffix = ''): Segment & DescribedPassage => ({
  scope: 'page',
  quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
});
const claimOf = (words: string, change: Partial<Annotation> = {}) =>
  annotationOf('told', { kind: 'claim', quoteType: null, segments: [passage(words)], ...change });
const decided = (decision: Decision, words: string) => [{ id: uuid(), decision, segments: [passage(words)], at: AT }];

/** The card of an annotation that was found like that on the page. */
async function card(annotation: Annotation, place: Partial<Anchoring>, options: SampleOptions = {}) {
  const sample = sampleSession({ ...options, place: () => place });
  await sample.session.open();
  const root = await show(<TaggingApp session={sample.session} exporter={EXPORTER} />);
  await doing(() => sample.holds([annotation]));
  // The panel is loaded with the first card that needs it.
  await doing(async () => {
    await import('@/components/changes/status-panel');
    await settle();
  });
  const item = () => find(root, 'ul[aria-label="Annotations"] > li');
  const press = (name: string) => doing(() => find(item(), 'button', name).click());
  const texts = (selector: string) => [...item().querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { ...sample, root, item, press, texts };
}

const changedTo = (...current: (DescribedPassage | null)[]) => ({ status: 'changed' as const, current });

describe('the card of a passage whose wording changed', () => {
  const claim = claimOf('The levy is 3.4 percent of the fare');
  const now = passage('The levy is 3.1 percent of the fare');

  it('says what changed, and shows it word by word', async () => {
    const { item, texts } = await card(claim, changedTo(now));
    expect(item().querySelector('[role="group"]')?.getAttribute('aria-label')).toMatch(
      /^Page changed here: 3\.4 → 3\.1/,
    );
    expect(texts('.label-warning').join()).toMatch(/^Page changed here: 3\.4 → 3\.1/);
    expect(texts('.status-flags li')).toEqual(['A number changed']);
    expect(texts('del')).toEqual([' removed: 3.4']);
    expect(texts('ins')).toEqual([' added: 3.1']);
  });

  it('keeps the recorded wording, and calls it so', async () => {
    const { texts } = await card(claim, changedTo(now));
    expect(texts('.card-text')).toEqual(['Claim: As recordedThe levy is 3.4 percent of the fare']);
  });

  it.each([
    ['Accept new wording', 'accepted'],
    ['Keep as recorded', 'kept'],
  ])('has the button “%s”', async (name, decision) => {
    const { press, commands, item } = await card(claim, changedTo(now));
    const describedBy = find(item(), 'button', name).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(describedBy)?.textContent).toContain('The levy is 3.4 percent');
    await press(name);
    expect(commands).toMatchObject([{ type: 'placeAnnotation', placement: { decision, segments: [now] } }]);
  });

  it.each([
    ['We will raise it', 'We will not raise it', 'A negation was added or dropped'],
    ['It was up to Ines Calder then', 'It was up to Rosa Calder then', 'A name changed'],
    ['He called it a great plan', 'He called it a “great” plan', 'Quotation marks were added or removed'],
  ])('says of “%s” → “%s”: %s', async (before, after, flag) => {
    const { texts } = await card(claimOf(before), changedTo(passage(after)));
    expect(texts('.status-flags li')).toContain(flag);
  });

  it('has no flags where only style changed', async () => {
    const { texts } = await card(claimOf('the boats were big'), changedTo(passage('the boats were large')));
    expect(texts('.status-flags li')).toEqual([]);
    expect(texts('ins')).toEqual([' added: large']);
  });

  it('shows the changed parts of several in one panel', async () => {
    const quote = annotationOf('told', { segments: [passage('We came'), passage('we saw'), passage('we left')] });
    const { texts, root } = await card(quote, changedTo(null, passage('we heard'), passage('we stayed')));
    expect(texts('.part-number')).toEqual(['Part 2 of 3 ', 'Part 3 of 3 ']);
    expect(root.querySelectorAll('.status-box')).toHaveLength(1);
  });

  it('lets the words of the article decide in which direction they run', async () => {
    const reading = { metadata: { ...READING.metadata, lang: 'ar', dir: null } };
    const { item } = await card(claimOf('ثلاثة قوارب'), changedTo(passage('أربعة قوارب')), { reading });
    const diff = find(item(), '.status-words-now > span');
    expect([diff.dir, diff.lang]).toEqual(['auto', 'ar']);
    for (const said of diff.querySelectorAll<HTMLElement>('.visually-hidden')) expect(said.dir).toBe('ltr');
  });
});

describe('the card of a passage that was decided on', () => {
  it('shows an accepted wording as the one that stands, with the recorded one and the way back', async () => {
    const claim = claimOf('3.4 percent', { placements: decided('accepted', '3.1 percent') });
    const { texts, press, commands } = await card(claim, {});
    expect(texts('.card-text')).toEqual(['Claim: 3.1 percent']);
    expect(texts('.decision-words')).toEqual(['New wording accepted; recorded as 3.4 percent']);
    expect(texts('.label-warning')).toEqual([]);
    await press('See the change');
    expect([texts('del'), texts('ins')]).toEqual([[' removed: 3.4'], [' added: 3.1']]);
    await press('Undo: New wording accepted');
    expect(commands).toMatchObject([{ type: 'undoPlacement', placementId: claim.placements[0]?.id }]);
  });

  it('is quiet about a wording that was declined, and shows it on demand', async () => {
    const claim = claimOf('3.4 percent', { placements: decided('kept', '3.1 percent') });
    const { texts, press } = await card(claim, changedTo(passage('3.1 percent')));
    expect(texts('.label-warning')).toEqual([]);
    expect(texts('.decision-words')).toEqual(['Kept as recorded; the page now says 3.1 percent']);
    expect(texts('ins')).toEqual([]);
    await press('See the change');
    expect(texts('ins')).toEqual([' added: 3.1']);
  });

  it('asks again after a further change', async () => {
    const claim = claimOf('3.4 percent', { placements: decided('kept', '3.1 percent') });
    const { texts } = await card(claim, changedTo(passage('2.9 percent')));
    expect(texts('.label-warning').join()).toContain('3.4 → 2.9');
    expect(texts('.decision-words')).toEqual([]);
  });

  it('compares a further change with what was accepted', async () => {
    const claim = claimOf('3.4 percent', { placements: decided('accepted', '3.1 percent') });
    const { texts } = await card(claim, changedTo(passage('2.9 percent')));
    expect(texts('.label-warning').join()).toContain('3.1 → 2.9');
    expect(texts('.card-caption')).toEqual(['As placed last']);
  });

  it('says no more than that of a place whose words are those recorded', async () => {
    const claim = claimOf('3.4 percent', { placements: decided('chosen', '3.4 percent') });
    const { item, texts } = await card(claim, {});
    expect(texts('.decision-words')).toEqual(['Place chosen by hand']);
    expect([...item().querySelectorAll('.status button')].map((button) => button.textContent)).toEqual(['Undo']);
  });

  it('has the focus on the way back, once the decision is stored', async () => {
    const claim = claimOf('3.4 percent');
    const { press, commands, holds } = await card(claim, changedTo(passage('3.1 percent')));
    await press('Keep as recorded');
    const [command] = commands;
    if (command?.type !== 'placeAnnotation') throw new Error('Nothing was decided.');
    await doing(() => holds([{ ...claim, placements: [command.placement] }]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Undo: Kept as recorded');
  });
});

describe('the card of a passage that may be in several places', () => {
  const candidates = [
    { segment: 0, passage: passage('We are ready', 'It rained.\n\nThe mayor said: “', '” and left.\n\nThen') },
    { segment: 0, passage: passage('We are ready', 'The union said: “', '” and stayed.') },
  ];

  it('shows each with what stands around it', async () => {
    const { texts } = await card(claimOf('We are ready'), { status: 'ambiguous', candidates });
    expect(texts('.label-warning')).toEqual(['Found in more than one place']);
    expect(texts('.place-words')).toEqual([
      'The mayor said: “We are ready” and left.',
      'The union said: “We are ready” and stayed.',
    ]);
  });

  it('shows one on the page, and takes the one that is chosen', async () => {
    const { press, shown, commands, item } = await card(claimOf('We are ready'), { status: 'ambiguous', candidates });
    await press('Show on page: place 2');
    expect(shown).toEqual([{ id: expect.any(String), candidate: 1 }]);
    await press('This is it: place 2');
    expect(commands).toMatchObject([{ placement: { decision: 'chosen', segments: [candidates[1]?.passage] } }]);
    expect([...item().querySelectorAll('button')].map(nameOf)).toContain('Find on page');
  });

  it('says which part of several it is about', async () => {
    const quote = annotationOf('told', { segments: [passage('We came'), passage('We are ready')] });
    const { texts } = await card(quote, {
      status: 'ambiguous',
      candidates: candidates.map((candidate) => ({ ...candidate, segment: 1 })),
    });
    expect(texts('.part-number')).toEqual(['Part 2 of 2 ', 'Part 2 of 2 ']);
  });
});

describe('the card of a passage that was not found', () => {
  const orphan = { status: 'orphan' as const, found: 0 };

  it('tells how to select it again', async () => {
    const { press, item, texts, select, commands } = await card(claimOf('We are ready'), orphan);
    expect(texts('.label-warning')).toEqual(['Not found on this page']);
    await press('Find on page');
    expect(document.activeElement?.textContent).toBe('Use selection as this passage');
    expect(find(item(), 'button', 'Use selection as this passage').getAttribute('aria-disabled')).toBe('true');
    expect(item().textContent).toContain('Select the passage on the page.');
    await press('Use selection as this passage');
    expect(commands).toEqual([]);
    await doing(() => select(selectionOf(NOW)));
    expect(item().textContent).toContain(`Selected: ${NOW}`);
    await press('Use selection as this passage');
    expect(commands).toMatchObject([{ placement: { decision: 'selected', segments: [{ quote: { exact: NOW } }] } }]);
  });

  it('can be left as it is', async () => {
    const { press, item, session } = await card(claimOf('We are ready'), orphan);
    await press('Find on page');
    await press('Cancel: Find on page');
    expect(session.draft.value.finding).toBeNull();
    expect([...item().querySelectorAll('button')].map(nameOf)).toContain('Find on page');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit: We are ready');
  });

  it('asks which part of several the selection is', async () => {
    const quote = annotationOf('told', { segments: [passage('We came'), passage('We are ready')] });
    const { press, select, commands, texts } = await card(quote, { ...orphan, found: 1 });
    expect(texts('.label-warning')).toEqual(['1 of 2 parts found']);
    await press('Find on page');
    await doing(() => select(selectionOf(NOW)));
    await press('Use selection as part 2');
    expect(commands).toMatchObject([{ placement: { segments: [quote.segments[0], { quote: { exact: NOW } }] } }]);
  });
});

it('says when who said it may have changed, and nothing of a passage that merely moved', async () => {
  const { texts } = await card(claimOf('We are ready'), { status: 'moved', attributionChanged: true });
  expect(texts('.label-warning')).toEqual([
    'Who said it may have changed: the words around this passage are different',
  ]);
  const calm = await card(claimOf('We are ready'), { status: 'moved' });
  expect(calm.root.querySelector('.status')).toBeNull();
});
