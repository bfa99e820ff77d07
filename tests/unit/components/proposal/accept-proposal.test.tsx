import { describe, expect, it } from 'vitest';
import { AnnotationList } from '@/components/annotation-list';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Annotation } from '@/lib/annotations/annotation';
import { doing, find, press, show, until } from '../rendering';
import { annotationOf, KEY, known, sampleSession, speakerOf } from '../sample-session';

const QUOTE = 'The ferry will sail again by May,';
const MENTION = 'harbour master Ines Calder';
const ELSEWHERE = 'https://other.example/a';

/** The list with one annotation in its editor. */
async function editing(annotation: Annotation, speakers: KnownSpeaker[] = []) {
  const sample = sampleSession();
  await sample.session.open();
  await sample.holds([annotation], speakers);
  sample.session.changeDraft({ editing: annotation.id });
  sample.session.wishFocus({ part: 'speaker', id: annotation.id });
  const root = await show(<AnnotationList />, sample.session);
  await until(() => find(root, '.editor'));
  const field = () => find<HTMLInputElement>(root, 'input', 'Speaker');
  const options = () => [...root.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);
  const proposed = () => until(() => find(root, '.proposal'));
  return { ...sample, root, field, options, proposed };
}

describe('a quote that was tagged by hand', () => {
  it('has its speaker proposed, and takes speaker, role, mention and cue over with one key', async () => {
    const annotation = annotationOf(QUOTE);
    const { root, field, proposed, commands } = await editing(annotation);
    await proposed();
    expect(find(root, '.proposal').textContent).toMatch(/^Accept:.*Ines Calder.*harbour master · “told”/);
    expect(commands).toEqual([]);
    expect(document.activeElement).toBe(field());
    await press(field(), 'Enter');
    await until(() => expect(commands).toHaveLength(2));
    const made = commands.find((command) => command.type === 'createSpeaker');
    expect(made).toMatchObject({
      annotationId: annotation.id,
      speaker: { name: 'Ines Calder', role: 'harbour master' },
    });
    expect(commands.find((command) => command.type === 'updateAnnotation')).toMatchObject({
      annotationId: annotation.id,
      patch: {
        attribution: { mention: { quote: { exact: MENTION } }, cue: { quote: { exact: 'told' } } },
      },
      capture: { snapshot: {} },
    });
    expect(field().value).toBe('Ines Calder');
  });

  it('is said by the speaker of the article who is called that', async () => {
    const ines = speakerOf('Ines Calder');
    const { root, proposed, commands } = await editing(annotationOf(QUOTE), [known(ines, [KEY])]);
    await proposed();
    await doing(() => find(root, '.proposal').click());
    await until(() => expect(commands).toHaveLength(2));
    expect(commands).toMatchObject([
      { type: 'updateAnnotation', patch: { attribution: { speakerId: ines.id } } },
      { type: 'updateAnnotation', patch: { attribution: { describedAs: 'harbour master' } } },
    ]);
  });

  it('lets a person say whether it is the one of that name in another article', async () => {
    const ines = speakerOf('Ines Calder');
    const { field, options, proposed, commands } = await editing(annotationOf(QUOTE), [known(ines, [ELSEWHERE])]);
    await proposed();
    await press(field(), 'Enter');
    await until(() =>
      expect(options()).toEqual([expect.stringContaining('Ines Calder'), expect.stringContaining('Ines Calder')]),
    );
    expect(commands).toHaveLength(1);
    await press(field(), 'ArrowUp');
    await press(field(), 'Enter');
    expect(commands[1]).toMatchObject({
      type: 'createSpeaker',
      speaker: { name: 'Ines Calder', role: 'harbour master' },
    });
  });

  it('has nothing proposed once somebody is named', async () => {
    const base = annotationOf(QUOTE);
    const ines = speakerOf('Tom Moss');
    const annotation = { ...base, attribution: { ...base.attribution, speakerId: ines.id } };
    const { root, session } = await editing(annotation, [known(ines)]);
    await until(() => expect(session.speakers.value).toHaveLength(1));
    expect(root.querySelector('.proposal')).toBeNull();
  });
});

describe('a mention that was tagged by hand', () => {
  it('is split into role and name', async () => {
    const annotation = annotationOf(MENTION, { kind: 'speaker', quoteType: null });
    const { field, commands } = await editing(annotation);
    await until(() => expect(field().value).toBe('Ines Calder'));
    await press(field(), 'Enter');
    expect(commands).toMatchObject([
      { type: 'createSpeaker', speaker: { name: 'Ines Calder', role: 'harbour master' } },
    ]);
  });

  it('is matched with the speakers who are known', async () => {
    const ines = speakerOf('Ines Calder');
    const annotation = annotationOf(MENTION, { kind: 'speaker', quoteType: null });
    const { field, options, commands } = await editing(annotation, [known(ines, [ELSEWHERE])]);
    await until(() => expect(options()[0]).toContain('Ines Calder'));
    await press(field(), 'Enter');
    expect(commands).toMatchObject([{ patch: { attribution: { speakerId: ines.id } } }]);
  });
});
