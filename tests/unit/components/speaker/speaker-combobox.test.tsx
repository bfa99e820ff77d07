import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KnownSpeaker } from '@/components/session/dependencies';
import { SessionContext } from '@/components/session-context';
import { SpeakerCombobox } from '@/components/speaker/speaker-combobox';
import type { Speaker } from '@/lib/annotations/speaker';
import { doing, find, press, show, type } from '../rendering';
import { KEY, known, speakerOf } from '../sample-session';

const ines = speakerOf('Ines Calder', { role: 'Harbour master' });
const namesake = speakerOf('Ines Calder', { role: 'Painter' });
const dan = speakerOf('Dan Moss');

let chosen: string[] = [];
let created: string[] = [];
let cleared = 0;
let empty = 0;
let undecided: Array<string | null> = [];

interface Options {
  chosen?: Speaker;
  undecided?: string;
  suggested?: string;
}

async function combobox(speakers: KnownSpeaker[], options: Options = {}) {
  const inputRef = { current: null };
  const view = (suggested: string | null) => (
    <SpeakerCombobox
      id="who"
      inputRef={inputRef}
      known={speakers}
      articleKey={KEY}
      chosen={options.chosen ?? null}
      undecided={options.undecided ?? null}
      suggested={suggested}
      onChoose={(speaker) => chosen.push(speaker.id)}
      onCreate={(name) => created.push(name)}
      onClear={() => {
        cleared += 1;
      }}
      onEnterEmpty={() => {
        empty += 1;
      }}
      onUndecided={(text) => undecided.push(text)}
    />
  );
  const root = await show(view(options.suggested ?? null));
  const suggest = (name: string) =>
    doing(() => render(<SessionContext.Provider value={null}>{view(name)}</SessionContext.Provider>, root));
  const input = find<HTMLInputElement>(root, 'input[role="combobox"]');
  const optionTexts = () => [...root.querySelectorAll('[role="option"]')].map((option) => option.textContent?.trim());
  const active = () => {
    const id = input.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent?.trim() : null;
  };
  return { root, input, optionTexts, active, suggest };
}

beforeEach(() => {
  chosen = [];
  created = [];
  cleared = 0;
  empty = 0;
  undecided = [];
});

describe('the speaker combobox', () => {
  it('picks the first match after three letters and Enter', async () => {
    const { input, active } = await combobox([known(dan), known(ines)]);
    await type(input, 'cal');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(active()).toBe('Ines Calder Harbour master · Island Mail');
    await press(input, 'Enter');
    expect(chosen).toEqual([ines.id]);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('makes a new speaker with Enter when nobody matches', async () => {
    const { input, active } = await combobox([known(dan)]);
    await type(input, ' Ruth Vale ');
    expect(active()).toBe('New speaker “Ruth Vale”');
    await press(input, 'Enter');
    expect(created).toEqual(['Ruth Vale']);
  });

  it('offers namesakes with what tells them apart, and a new one of the same name', async () => {
    const { input, optionTexts } = await combobox([known(ines), known(namesake, ['x'], ['Art Weekly'])]);
    await type(input, 'Ines Calder');
    expect(optionTexts()).toEqual([
      'Ines Calder Harbour master · Island Mail',
      'Ines Calder Painter · Art Weekly',
      'New speaker “Ines Calder”',
    ]);
    await press(input, 'ArrowUp');
    await press(input, 'Enter');
    expect(created).toEqual(['Ines Calder']);
    expect(chosen).toEqual([]);
  });

  it('chooses what is clicked', async () => {
    const { root, input } = await combobox([known(ines)]);
    await type(input, 'in');
    await doing(() => find(root, '[role="option"]').click());
    expect(chosen).toEqual([ines.id]);
  });

  it('makes the speaker on Tab when nobody is like that', async () => {
    const { input } = await combobox([known(ines)]);
    await type(input, 'Ruth Vale');
    expect(await press(input, 'Tab')).toBe(false);
    expect(created).toEqual(['Ruth Vale']);
  });

  it('decides nothing on Tab when somebody matches: the text stays, with a hint', async () => {
    const { root, input } = await combobox([known(ines)]);
    await doing(() => input.focus());
    await type(input, 'Ines');
    await press(input, 'Tab');
    await doing(() => input.blur());
    expect([chosen, created]).toEqual([[], []]);
    expect(input.value).toBe('Ines');
    expect(undecided.at(-1)).toBe('Ines');
    expect(root.textContent).toContain('Not saved yet');
  });

  it('clears the speaker when the text is cleared', async () => {
    const { input } = await combobox([known(ines)], { chosen: ines });
    expect(input.value).toBe('Ines Calder');
    await type(input, '');
    expect(cleared).toBe(1);
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes only its list on the first Escape, and decides nothing', async () => {
    const { root, input } = await combobox([known(ines)]);
    const heard: string[] = [];
    root.addEventListener('keydown', (event) => heard.push(event.key));
    await type(input, 'Ruth');
    await press(input, 'Escape');
    expect(heard).toEqual([]);
    await press(input, 'Escape');
    expect(heard).toEqual(['Escape']);
    expect(created).toEqual([]);
  });

  it('leaves Enter alone while an input method composes', async () => {
    const { input } = await combobox([known(ines)]);
    await type(input, 'ine');
    await press(input, 'Enter', { isComposing: true });
    expect(chosen).toEqual([]);
  });

  it('takes up a text that was left undecided, ready to be decided on', async () => {
    const { input, active } = await combobox([], { undecided: 'Commissioner Vale' });
    await doing(() => input.focus());
    expect(active()).toBe('New speaker “Commissioner Vale”');
    await press(input, 'Enter');
    expect(created).toEqual(['Commissioner Vale']);
  });

  it('still makes a speaker on leaving of a text that was left undecided: it was typed', async () => {
    const { input } = await combobox([], { undecided: 'Commissioner Vale' });
    await doing(() => input.focus());
    await doing(() => input.blur());
    expect(created).toEqual(['Commissioner Vale']);
  });

  it('shows everybody on arrow down in an empty field, none of them picked by Enter alone', async () => {
    const { input, optionTexts } = await combobox([known(ines), known(dan)]);
    await press(input, 'Enter');
    expect(chosen).toEqual([]);
    expect(empty).toBe(1);
    await press(input, 'ArrowDown');
    expect(optionTexts()).toHaveLength(2);
    await press(input, 'Enter');
    expect(empty).toBe(1);
  });
});

describe('a name that is suggested and was never typed', () => {
  const MENTION = 'Commissioner Vale, who heads the council';

  it('makes nobody when the field is left, by Tab or by a click, also after its list was closed and opened', async () => {
    const { root, input } = await combobox([], { suggested: MENTION });
    await doing(() => input.focus());
    await press(input, 'Escape');
    await press(input, 'ArrowDown');
    await press(input, 'Tab');
    await doing(() => input.blur());
    expect(created).toEqual([]);
    expect(input.value).toBe(MENTION);
    expect(root.textContent).toContain('Not saved yet');

    await doing(() => input.focus());
    await doing(() => input.blur());
    expect(created).toEqual([]);
    expect(undecided).toEqual([]);
  });

  it('makes a speaker with Enter, or when “New speaker” is clicked', async () => {
    const first = await combobox([], { suggested: MENTION });
    await doing(() => first.input.focus());
    await press(first.input, 'Enter');
    const second = await combobox([], { suggested: MENTION });
    await doing(() => second.input.focus());
    await doing(() => find(second.root, '[role="option"]').click());
    expect(created).toEqual([MENTION, MENTION]);
  });

  it('is like any other text once something was typed into it', async () => {
    const { input } = await combobox([], { suggested: MENTION });
    await doing(() => input.focus());
    await type(input, 'Commissioner Vale');
    await press(input, 'Tab');
    expect(created).toEqual(['Commissioner Vale']);
  });

  it('gives way to what was typed earlier', async () => {
    const { input } = await combobox([], { suggested: MENTION, undecided: 'Val' });
    expect(input.value).toBe('Val');
  });

  it('comes into an empty field with its namesakes listed and none of them picked by one Enter too many', async () => {
    const { input, active, suggest } = await combobox([known(ines)]);
    await doing(() => input.focus());
    await suggest('Ines Calder');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(active()).toBeNull();
    await press(input, 'Enter');
    expect(chosen).toEqual([]);
    await press(input, 'Enter', { repeat: true });
    expect(chosen).toEqual([]);
    await press(input, 'Enter');
    expect(chosen).toEqual([ines.id]);
  });
});
