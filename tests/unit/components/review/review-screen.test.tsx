import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { ReviewLine } from '@/components/review/review-line';
import { ReviewScreen } from '@/components/review/review-screen';
import { doing, find, nameOf, press, show } from '../rendering';
import { known, type SampleOptions, settle, speakerOf } from '../sample-session';
import { FERRY, reportedSuggestions, sampleReview, storeAll } from './sample-review';

async function screen(options: SampleOptions = {}) {
  const sample = await sampleReview(options);
  sample.session.isReviewing.value = true;
  const root = await show(<ReviewScreen review={sample.review} />, sample.session);
  return { ...sample, root };
}

const card = (root: HTMLElement) => find(root, '.suggestion').textContent ?? '';

describe('the line above the list', () => {
  it('counts quotes, sure speakers and claims, and begins the review', async () => {
    const { review, session } = await sampleReview();
    const root = await show(<ReviewLine review={review} />, session);
    expect(root.textContent).toContain('3 quotes, 1 with a speaker, 1 claim suggested');
    await doing(() => find(root, 'button', 'Review').click());
    expect(session.isReviewing.value).toBe(true);
  });

  it('counts reported speech by itself', async () => {
    const { review, session } = await sampleReview({}, [], reportedSuggestions(true));
    const root = await show(<ReviewLine review={review} />, session);
    expect(root.textContent).toContain('1 quote, 1 with a speaker, 2 reported suggested');
  });

  it('is not there when nothing is left', async () => {
    const { review, session } = await sampleReview();
    await doing(() => review.acceptAll());
    const root = await show(<ReviewLine review={review} />, session);
    expect(root.textContent).toBe('');
  });
});

describe('the review', () => {
  it('shows the words where they stand, and who said them', async () => {
    const { root } = await screen();
    expect(card(root)).toContain('Quote · Direct');
    expect([...root.querySelectorAll('mark.mark-quote')].map(({ textContent }) => textContent)[0]).toBe(FERRY);
    expect(card(root)).toContain(' said. “');
    expect(find(root, '.chip').textContent).toBe('Ines Calder');
    expect(nameOf(document.activeElement as HTMLElement)).toContain('Accept');
  });

  it('says what is concluded or in doubt with a question mark, and of whom nobody names', async () => {
    const { root } = await screen();
    await press(document.body, 'ArrowDown');
    expect(card(root)).toContain('This may be worth checking.');
    await press(document.body, 'ArrowDown');
    expect(find(root, '.chip').textContent).toBe('She → Ines Calder?');
    expect(card(root)).toContain('Not sure');
    await press(document.body, 'ArrowDown');
    expect(card(root)).toContain('Not named');
  });

  it('has the page draw what is left, and no more once it is over', async () => {
    const { root, painted, session, review } = await screen();
    const drawn = () => painted.at(-1)?.filter(({ kind }) => kind === 'suggestion').length;
    expect(drawn()).toBe(4);
    await press(document.body, 'x');
    expect(drawn()).toBe(3);
    await doing(() => render(null, root));
    expect(drawn()).toBe(0);
    await show(<ReviewScreen review={review} />, session);
    expect(drawn()).toBe(3);
    await doing(() => window.dispatchEvent(new Event('pagehide')));
    expect(drawn()).toBe(0);
  });

  it('brings the one that is looked at into view on the page', async () => {
    const { root, painted, shown } = await screen();
    const first = painted.at(-1)?.[0];
    await doing(() => find(root, 'button', 'Show on page').click());
    expect(shown).toEqual([{ id: first?.id, candidate: null }]);
    await press(document.body, 'ArrowDown');
    await press(document.body, 's');
    expect(shown[1]?.id).toBe(painted.at(-1)?.[1]?.id);
  });

  it('marks reported speech as such', async () => {
    const { session, review } = await sampleReview({}, [], reportedSuggestions(true));
    session.isReviewing.value = true;
    const root = await show(<ReviewScreen review={review} />, session);
    expect(card(root)).toContain('Quote · Mixed');
    expect(card(root)).toContain('Reported speech: check where it begins and ends.');
    await press(document.body, 'ArrowDown');
    expect(card(root)).toContain('Quote · Direct');
    expect(card(root)).not.toContain('Reported speech');
    await press(document.body, 'ArrowDown');
    expect(card(root)).toContain('Quote · Indirect');
  });

  it('accepts with Enter and dismisses with X, takes both back with Z', async () => {
    const sample = await screen();
    await press(document.body, 'Enter');
    await press(document.body, 'x');
    expect(sample.root.textContent).toContain('2 left');
    await press(document.body, 'z');
    await press(document.body, 'z');
    await doing(() => storeAll(sample));
    expect(sample.root.textContent).toContain('4 left');
    expect(sample.commands.map(({ type }) => type)).toEqual(['createSpeaker', 'annotate', 'deleteAnnotation']);
  });

  it('accepts nothing more while a key is held down', async () => {
    const { root } = await screen();
    expect(await press(find(root, '.button-primary'), 'Enter', { repeat: true })).toBe(true);
    await press(document.body, 'Enter', { repeat: true });
    expect(root.textContent).toContain('4 left');
  });

  it('leaves the keys of a button to it', async () => {
    const { root } = await screen();
    await press(find(root, '.button', 'Back to the listEsc'), 'Enter');
    expect(root.textContent).toContain('4 left');
  });

  it('accepts all with A, says that nothing is left, and gives the focus to the way out', async () => {
    const sample = await screen();
    await press(document.body, 'a');
    await doing(() => storeAll(sample));
    expect(sample.root.textContent).toContain('Nothing is left to review.');
    expect(sample.session.announcement.value).toBe('4 accepted.');
    expect(document.activeElement?.textContent).toBe('Done');
    await doing(() => find(sample.root, 'button', 'Done').click());
    expect(sample.session.isReviewing.value).toBe(false);
  });

  it('shows the editor of what E has accepted, and goes on where that is closed', async () => {
    const sample = await screen();
    await press(document.body, 'e');
    await doing(() => storeAll(sample));
    const annotations = sample.commands.flatMap((one) => (one.type === 'annotate' ? [one.annotation] : []));
    await doing(() => sample.holds(annotations));
    await doing(settle);
    expect(sample.root.querySelector('.suggestion')).toBeNull();
    expect(sample.root.querySelector('.card')).not.toBeNull();
    // Letters belong to the editor now.
    await press(document.body, 'x');
    await doing(() => sample.session.changeDraft({ editing: null }));
    expect(sample.root.textContent).toContain('3 left');
    expect(document.activeElement?.textContent).toContain('Accept');
  });

  it('asks about a known name; Escape closes the question, then the review', async () => {
    const { root, session, holds, review } = await screen();
    const calder = speakerOf('Ines Calder', { role: 'harbour master' });
    await doing(() => holds([], [known(calder, ['https://other.example/a'], ['Other Mail'])]));
    await press(document.body, 'Enter');
    expect(find(root, '.review-question').textContent).toContain('Is this the Ines Calder you know');
    expect(document.activeElement).toBe(find(root, '.review-question'));
    expect(find(root, '.review-candidate').textContent).toBe('Yes, Ines Calderharbour master · Other Mail');
    // Nothing else is done while it is open, and no answer given by one Enter too many.
    await press(find(root, '.review-question'), 'Enter');
    await press(document.body, 'x');
    expect(review.question.value).not.toBeNull();
    expect(root.textContent).toContain('4 left');
    await press(document.body, 'Escape');
    expect(review.question.value).toBeNull();
    await press(document.body, 'Escape');
    expect(session.isReviewing.value).toBe(false);
    expect(session.focusWish.value).toEqual({ part: 'review' });
  });
});
