import { describe, expect, it } from 'vitest';
import { AnnotationList } from '@/components/annotation-list';
import { parseTags } from '@/components/editor/tags-field';
import type { Annotation } from '@/lib/annotations/annotation';
import { doing, find, press, show, type, until } from '../rendering';
import { annotationOf, KEY, known, sampleSession, selectionOf, speakerOf } from '../sample-session';

const WORDS = 'The ferry will sail again by May,';

/** The list with one annotation, whose editor is open. */
async function editing(annotation: Annotation, speakers: ReturnType<typeof known>[] = []) {
  const sample = sampleSession();
  await sample.session.open();
  await sample.holds([annotation], speakers);
  sample.session.changeDraft({ editing: annotation.id });
  sample.session.wishFocus({ part: 'speaker', id: annotation.id });
  const root = await show(<AnnotationList />, sample.session);
  await until(() => find(root, '.editor'));
  const input = (name: string) => find<HTMLInputElement>(root, 'input, textarea, select', name);
  const button = (name: string) => find<HTMLButtonElement>(root, 'button', name);
  return { ...sample, root, input, button };
}

describe('the editor', () => {
  it('opens with the focus in the speaker field', async () => {
    const { input } = await editing(annotationOf(WORDS));
    expect(document.activeElement).toBe(input('Speaker'));
  });

  it('saves a note with every change', async () => {
    const annotation = annotationOf(WORDS);
    const { input, commands } = await editing(annotation);
    await type(input('Note'), 'H');
    await type(input('Note'), 'He');
    expect(commands).toMatchObject([
      { type: 'updateAnnotation', annotationId: annotation.id, patch: { note: 'H' } },
      { type: 'updateAnnotation', annotationId: annotation.id, patch: { note: 'He' } },
    ]);
  });

  it('is not overwritten by what comes back from the store', async () => {
    const annotation = annotationOf(WORDS);
    const { input, holds } = await editing(annotation);
    await type(input('Note'), 'Heard twice');
    await doing(() => holds([{ ...annotation, note: 'Heard tw' }]));
    expect(input('Note').value).toBe('Heard twice');
  });

  it('saves tags, the quote type and the claim status', async () => {
    const quote = await editing(annotationOf(WORDS));
    await type(quote.input('Tags'), 'ferry, harbour,, ferry');
    expect(quote.commands.at(-1)).toMatchObject({ patch: { tags: ['ferry', 'harbour'] } });
    await doing(() => quote.input('Mixed').click());
    expect(quote.commands.at(-1)).toMatchObject({ patch: { quoteType: 'mixed' } });

    const claim = await editing(annotationOf(WORDS, { kind: 'claim', quoteType: null }));
    await doing(() => {
      claim.input('Claim status').value = 'disputed';
      claim.input('Claim status').dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(claim.commands.at(-1)).toMatchObject({ patch: { claim: { status: 'disputed' } } });
  });

  it('lets the role of a speaker be typed who was made a moment ago', async () => {
    const { input, commands } = await editing(annotationOf(WORDS));
    expect(input('Role').readOnly).toBe(true);
    await type(input('Speaker'), 'Ines Calder');
    await press(input('Speaker'), 'Tab');
    expect(input('Role').readOnly).toBe(false);
    await type(input('Role'), 'Harbour master');
    const [create, update] = commands;
    if (create?.type !== 'createSpeaker') throw new Error('No speaker was made.');
    expect(update).toMatchObject({
      type: 'updateSpeaker',
      speakerId: create.speaker.id,
      patch: { role: 'Harbour master' },
    });
  });

  it('shows the role of a speaker that is heard of after the annotation', async () => {
    const ines = speakerOf('Ines Calder', { role: 'Harbour master' });
    const base = annotationOf(WORDS);
    const annotation = { ...base, attribution: { ...base.attribution, speakerId: ines.id } };
    const { input, holds } = await editing(annotation);
    expect(input('Role').readOnly).toBe(true);
    await doing(() => holds([annotation], [known(ines)]));
    expect(input('Role').value).toBe('Harbour master');
    expect(input('Role').readOnly).toBe(false);
  });

  it('does not change the role of a speaker elsewhere: it stores how this article describes them', async () => {
    const ines = speakerOf('Ines Calder', { role: 'Harbour master' });
    const base = annotationOf(WORDS);
    const annotation = { ...base, attribution: { ...base.attribution, speakerId: ines.id } };
    const { root, input, commands } = await editing(annotation, [known(ines, [KEY, 'https://elsewhere.example/a'])]);
    await type(input('Role'), 'Island spokeswoman');
    expect(commands).toMatchObject([
      { type: 'updateAnnotation', patch: { attribution: { describedAs: 'Island spokeswoman' } } },
    ]);
    expect(root.textContent).toContain('Elsewhere: Harbour master');
  });

  it('names a known speaker, and nobody once the text is cleared', async () => {
    const ines = speakerOf('Ines Calder');
    const { input, commands } = await editing(annotationOf(WORDS), [known(ines)]);
    await type(input('Speaker'), 'ine');
    await press(input('Speaker'), 'Enter');
    expect(commands.at(-1)).toMatchObject({ patch: { attribution: { speakerId: ines.id } } });
    expect(input('Speaker').value).toBe('Ines Calder');
    await type(input('Speaker'), '');
    expect(commands.at(-1)).toMatchObject({ patch: { attribution: { speakerId: null } } });
  });

  it('keeps an undecided name for the next time', async () => {
    const annotation = annotationOf(WORDS);
    const { input, stored } = await editing(annotation, [known(speakerOf('Ines Calder'))]);
    await type(input('Speaker'), 'Ine');
    expect(stored[`draft:${KEY}`]).toMatchObject({ editing: annotation.id, speakerText: { [annotation.id]: 'Ine' } });
  });

  it('starts a speaker with the words that were tagged', async () => {
    const { input, commands } = await editing(annotationOf('Ines Calder', { kind: 'speaker', quoteType: null }));
    expect(input('Speaker').value).toBe('Ines Calder');
    await press(input('Speaker'), 'Enter');
    expect(commands).toMatchObject([{ type: 'createSpeaker', speaker: { name: 'Ines Calder' } }]);
  });

  it('attaches the selection as a mention, and appends it to the quote', async () => {
    const annotation = annotationOf(WORDS);
    const { button, commands, select } = await editing(annotation);
    await doing(() => button('Use selection as mention').click());
    expect(commands).toEqual([]);
    await doing(() => select(selectionOf('Ines Calder')));
    await doing(() => button('Use selection as mention').click());
    expect(commands.at(-1)).toMatchObject({ patch: { attribution: { mention: { quote: { exact: 'Ines Calder' } } } } });
    await doing(() => button('Add selection to this quote').click());
    expect(commands.at(-1)).toMatchObject({ type: 'addSegment', annotationId: annotation.id });
  });

  it('closes on Escape and gives the focus to the Edit button', async () => {
    const { root, input } = await editing(annotationOf(WORDS));
    expect(await press(input('Note'), 'Escape')).toBe(true);
    expect(root.querySelector('.editor')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Edit: ${WORDS}`);
  });
});

describe('tags', () => {
  it('are separated by commas of any script, none empty, none twice', () => {
    expect(parseTags(' a, b ،c、 a ,,')).toEqual(['a', 'b', 'c']);
    expect(parseTags('')).toEqual([]);
  });
});
