import { describe, expect, it } from 'vitest';
import { failureWords } from '@/components/failure-words';
import { EMPTY_DRAFT } from '@/components/session/drafts';
import { OnRecordError } from '@/lib/annotations/failure';
import {
  AT,
  annotationOf,
  HASH,
  KEY,
  known,
  READING,
  sampleSession,
  selectionOf,
  settle,
  speakerOf,
  TEXT,
  uuid,
} from '../sample-session';

const WORDS = 'The ferry will sail again by May,';

async function opened(options: Parameters<typeof sampleSession>[0] = {}) {
  const sample = sampleSession(options);
  await sample.session.open();
  return sample;
}

describe('opening', () => {
  it('takes the selection that was made before the click', async () => {
    const { session } = await opened({ reading: { selection: selectionOf(WORDS) } });
    expect(session.phase.value).toBe('ready');
    expect(session.target.value).toMatchObject({ text: WORDS, from: 'page', reason: null });
  });

  it('says why a page can not be read', async () => {
    const { session } = await opened({
      read: () => Promise.reject(new OnRecordError('forbidden-page', 'Browsers do not let extensions read this page.')),
    });
    expect(session.phase.value).toBe('failed');
    expect(session.failure.value?.message).toBe('Browsers do not let extensions read this page.');
  });

  it('tags what was asked for while the page was still being read', async () => {
    const sample = sampleSession({ reading: { selection: selectionOf(WORDS) } });
    const opening = sample.session.open();
    sample.session.tag('quote');
    expect(sample.commands).toEqual([]);
    await opening;
    expect(sample.commands).toMatchObject([{ type: 'annotate', annotation: { kind: 'quote' } }]);
  });

  it('restores the draft of this article', async () => {
    const draft = { ...EMPTY_DRAFT, speakerText: { x: 'Ines C' } };
    const { session } = await opened({ stored: { [`draft:${KEY}`]: draft } });
    expect(session.draft.value).toEqual(draft);
  });

  it('opens without a draft when the stored one has another shape', async () => {
    const { session } = await opened({ stored: { [`draft:${KEY}`]: { editing: 7 } } });
    expect(session.phase.value).toBe('ready');
    expect(session.draft.value).toEqual(EMPTY_DRAFT);
  });
});

describe('tagging', () => {
  it('has handed the command to the writer when the key handler returns', async () => {
    const { session, commands, select } = await opened();
    select(selectionOf(WORDS));
    session.tag('quote');
    expect(commands).toHaveLength(1);
    const [command] = commands;
    if (command?.type !== 'annotate') throw new Error('Nothing was tagged.');
    const [segment] = command.annotation.segments;
    if (segment?.scope !== 'article') throw new Error('The passage is not in the article.');
    expect(TEXT.slice(segment.position.start, segment.position.end)).toBe(WORDS);
    expect(segment.snapshot).toBe(HASH);
    expect(command.annotation).toMatchObject({ articleKey: KEY, kind: 'quote', quoteType: 'direct', createdAt: AT });
    expect(command.capture.snapshot).toMatchObject({ hash: HASH, text: TEXT, articleKey: KEY });
    expect(command.capture.article).toMatchObject({ key: KEY, url: READING.url, title: READING.metadata.title });
  });

  it('opens the editor of what was tagged and keeps that for the next time', async () => {
    const { session, commands, select, stored } = await opened();
    select(selectionOf(WORDS));
    session.tag('claim');
    const id = commands[0]?.type === 'annotate' ? commands[0].annotation.id : '';
    expect(session.focusWish.value).toEqual({ part: 'speaker', id });
    expect(stored[`draft:${KEY}`]).toMatchObject({ editing: id });
  });

  it('tags nothing and says why when there is no selection', async () => {
    const { session, commands } = await opened();
    session.tag('quote');
    expect(commands).toEqual([]);
    expect(session.announcement.value).toBe('Select words on the page first.');
  });

  it('tags nothing and shows the sentence of a refused selection', async () => {
    const { session, commands, select } = await opened();
    const refusal = { code: 'mixed-selection', message: 'Only one end is in the article.' } as const;
    select({ text: 'A caption and more', passage: null, refusal });
    session.tag('quote');
    expect(commands).toEqual([]);
    expect(session.target.value).toMatchObject({
      text: 'A caption and more',
      segment: null,
      reason: failureWords(refusal),
    });
  });

  it('refuses a passage whose offsets do not hold its words in the text that was read', async () => {
    const { session, select } = await opened();
    const selection = selectionOf(WORDS);
    if (selection.passage?.scope !== 'article') throw new Error('The sample is broken.');
    selection.passage.position = { ...selection.passage.position, start: 2 };
    select(selection);
    expect(session.target.value?.segment).toBeNull();
  });

  it('does not tag the same passage as the same kind twice, but as another kind', async () => {
    const { session, commands, select } = await opened();
    select(selectionOf(WORDS));
    session.tag('quote');
    session.tag('quote');
    expect(commands).toHaveLength(1);
    session.tag('claim');
    expect(commands).toHaveLength(2);
  });

  it('tags the selection of the article view before that of the page', async () => {
    const { session, commands, select } = await opened();
    select(selectionOf(WORDS));
    const start = TEXT.indexOf('She said');
    session.changeDraft({ articleView: { open: true, cursor: { anchor: TEXT.length, focus: start } } });
    // Not before it can be described; what is selected on the page is not tagged in its place.
    session.tag('claim');
    expect(commands).toEqual([]);
    await settle();
    expect(session.target.value).toMatchObject({ from: 'article-view', text: TEXT.slice(start) });
    session.changeDraft({ articleView: { open: false, cursor: { anchor: TEXT.length, focus: start } } });
    expect(session.target.value).toMatchObject({ from: 'page', text: WORDS });
  });
});

describe('editing', () => {
  it('stores the selection as the cue, with the snapshot it counts in', async () => {
    const { session, commands, select } = await opened();
    select(selectionOf('told'));
    session.attachSelection('some-id', 'cue');
    expect(commands[0]).toMatchObject({
      type: 'updateAnnotation',
      annotationId: 'some-id',
      patch: { attribution: { cue: { scope: 'article', snapshot: HASH, quote: { exact: 'told' } } } },
      capture: { snapshot: { hash: HASH } },
    });
  });

  it('knows a new speaker at once, and once only when the store tells of it', async () => {
    const { session, commands, holds } = await opened();
    const speaker = session.createSpeaker(' Ines Calder ', annotationOf(WORDS));
    expect(commands[0]).toMatchObject({ type: 'createSpeaker', speaker: { name: 'Ines Calder' } });
    expect(session.speakers.value.map((entry) => entry.speaker.name)).toEqual(['Ines Calder']);
    await holds([], [known(speaker)]);
    expect(session.speakers.value).toEqual([known(speaker)]);
  });

  it('makes a second speaker of the same name rather than to take the first', async () => {
    const { session, commands, holds } = await opened();
    await holds([], [known(speakerOf('Ines Calder'))]);
    session.createSpeaker('Ines Calder', annotationOf(WORDS));
    expect(commands[0]?.type).toBe('createSpeaker');
    expect(session.speakers.value).toHaveLength(2);
  });

  it('offers the way back after a delete, also when the popup opens again', async () => {
    const annotation = annotationOf(WORDS);
    const { session, commands, stored } = await opened();
    session.remove(annotation);
    expect(session.focusWish.value).toEqual({ part: 'undo' });
    const again = await opened({ stored });
    again.session.undoRemove();
    expect(commands[0]).toMatchObject({ type: 'deleteAnnotation', annotationId: annotation.id });
    expect(again.commands[0]).toMatchObject({ type: 'restoreAnnotation', annotationId: annotation.id });
    expect(again.session.draft.value.deleted).toBeNull();
  });

  it('says so when a passage is not on the page any more', async () => {
    const { session } = await opened({ show: false });
    await session.showOnPage('some-id');
    expect(session.trouble.value).toBe('These words are not to be found on the page as it is now.');
  });
});

describe('saving', () => {
  it('counts a write as under way until it is acknowledged', async () => {
    const { session, select, acknowledge } = await opened();
    select(selectionOf(WORDS));
    session.tag('quote');
    expect(session.writes.pending.value).toBe(1);
    await acknowledge();
    expect(session.writes.pending.value).toBe(0);
    expect(session.announcement.value).toBe(`Quote saved: ${WORDS}`);
  });

  it('keeps a command that failed and sends the same one again', async () => {
    const { session, commands, select, acknowledge } = await opened();
    select(selectionOf(WORDS));
    session.tag('quote');
    await acknowledge(new OnRecordError('quota-exceeded', 'The disk is full. Free some space and try again.'));
    const [problem] = session.writes.problems.value;
    if (!problem) throw new Error('The failure was swallowed.');
    expect(problem.failure.message).toBe('The disk is full. Free some space and try again.');
    session.writes.retry(problem);
    expect(commands[1]).toEqual(commands[0]);
    await acknowledge();
    expect(session.writes.problems.value).toEqual([]);
  });

  it('can tag a passage again whose first tag was not saved', async () => {
    const { session, commands, select, acknowledge } = await opened();
    select(selectionOf(WORDS));
    session.tag('quote');
    await acknowledge(new OnRecordError('storage-failed', 'It did not work.'));
    session.tag('quote');
    expect(commands).toHaveLength(2);
  });

  it('tells of a command that was refused while the popup was closed', async () => {
    const failure = { code: 'passage-deleted' as const, message: 'It was deleted meanwhile.' };
    const { session } = await opened({ failed: [{ id: 'x', command: null, failure }] });
    expect(session.writes.problems.value).toEqual([{ id: 'x', command: null, failure }]);
    const [problem] = session.writes.problems.value;
    if (problem) await session.writes.discard(problem);
    expect(session.writes.problems.value).toEqual([]);
  });
});

describe('following the store', () => {
  it('has the page paint what is stored, and nothing that was deleted', async () => {
    const { painted, holds } = await opened();
    const annotation = annotationOf(WORDS);
    await holds([annotation]);
    expect(painted.at(-1)?.map(({ id }) => id)).toEqual([annotation.id]);
    await holds([]);
    expect(painted.at(-1)).toEqual([]);
  });

  it('has the page draw suggestions beside it, once, until there are none', async () => {
    const { session, painted, holds } = await opened();
    const annotation = annotationOf(WORDS);
    await holds([annotation]);
    const { segments } = annotationOf('twelve of the nineteen boats');
    const suggestion = { id: uuid(), kind: 'suggestion' as const, segments, mention: null, cue: null };
    session.paintSuggested([suggestion]);
    expect(painted.at(-1)?.map(({ id }) => id)).toEqual([annotation.id, suggestion.id]);
    const before = painted.length;
    session.paintSuggested([suggestion]);
    expect(painted.length).toBe(before);
    session.paintSuggested([]);
    expect(painted.at(-1)?.map(({ id }) => id)).toEqual([annotation.id]);
    expect(session.listed.value).toHaveLength(1);
  });

  it('does not paint again when only a note changes', async () => {
    const { session, painted, holds } = await opened();
    const annotation = annotationOf(WORDS);
    await holds([annotation]);
    const before = painted.length;
    await holds([{ ...annotation, note: 'Heard twice.' }]);
    expect(painted.length).toBe(before);
    expect(session.listed.value?.[0]?.annotation.note).toBe('Heard twice.');
  });

  it('lists a new annotation together with its place on the page', async () => {
    const first = annotationOf(WORDS);
    const second = annotationOf('twelve of the nineteen boats');
    const places = new Map([
      [first.id, 9],
      [second.id, 4],
    ]);
    const { session, holds } = await opened({ place: ({ id }) => ({ place: places.get(id) ?? null }) });
    await holds([first]);
    const orders: string[][] = [];
    session.listed.subscribe((listed) => orders.push((listed ?? []).map(({ annotation }) => annotation.id)));
    // The second state comes while the page is still looking for the place.
    await Promise.all([holds([first, second]), holds([first, { ...second, note: 'Counted twice.' }])]);
    await settle();
    expect(orders).toEqual([[first.id], [second.id, first.id]]);
  });
});
