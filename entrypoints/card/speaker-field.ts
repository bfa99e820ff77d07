import { i18n } from '#i18n';
import type { CardPassage, CardSpeaker, SpeakerChoice } from '@/lib/card-calls';
import { box, button, drawn, field, focusedIn } from './elements';
import { randomId } from './random-id';

export interface SpeakerActions {
  /** The speakers that match what is typed; the last ones when nothing is. */
  find(typed: string): Promise<readonly CardSpeaker[]>;
  choose(choice: SpeakerChoice): void;
  resized(): void;
}

export interface SpeakerField {
  readonly element: HTMLElement;
  /** The passage is stored like this now. */
  update(passage: CardPassage): void;
  /** Something was typed in the card. */
  input(): void;
  /** True when the key was for the list of speakers. */
  keyDown(event: KeyboardEvent): boolean;
}

interface Option {
  readonly element: HTMLElement;
  readonly choice: SpeakerChoice;
}

const LIST = 'speakers';

/**
 * Who said it, as a button that makes way for a combobox. Speakers are never merged silently: an existing one is named
 * only when a person chooses it, and a new one of the same name can always be made.
 */
export function createSpeakerField(passage: CardPassage, { find, choose, resized }: SpeakerActions): SpeakerField {
  const place = box('who');
  let shown = passage;
  let text: HTMLInputElement | null = null;
  let list: HTMLElement | null = null;
  let options: readonly Option[] = [];
  let active = 0;
  /** Counts the searches: an answer that comes late belongs to one that is over. */
  let search = 0;

  function close(isFocused: boolean) {
    search++;
    text = null;
    list = null;
    options = [];
    const { speaker, kind } = shown;
    const name = i18n.t('editor.speaker');
    const unknown = kind === 'speaker' ? i18n.t('card.whoIsThis') : i18n.t('card.whoSaidThis');
    const opener = button(
      speaker ? 'chip' : 'open',
      speaker?.name ?? unknown,
      open,
      speaker ? `${name}: ${speaker.name}` : unknown,
    );
    place.replaceChildren(opener, ...(speaker?.role ? [drawn('span', 'role', speaker.role)] : []));
    resized();
    if (isFocused) opener.focus({ preventScroll: true });
  }

  function open() {
    text = document.createElement('input');
    text.type = 'text';
    text.autocomplete = 'off';
    text.spellcheck = false;
    text.placeholder = i18n.t('speakers.placeholder');
    text.setAttribute('role', 'combobox');
    text.setAttribute('aria-label', i18n.t('editor.speaker'));
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', LIST);
    text.addEventListener('blur', ({ currentTarget }) => {
      const isUndecided = currentTarget instanceof HTMLInputElement && currentTarget.value.trim() !== '';
      if (currentTarget === text && document.hasFocus() && !isUndecided) close(false);
    });
    list = box('options');
    list.id = LIST;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', i18n.t('speakers.list'));
    place.replaceChildren(text, list);
    text.focus({ preventScroll: true });
    void offer();
  }

  async function offer() {
    const mine = ++search;
    const typed = text?.value.trim() ?? '';
    const found = await find(typed);
    if (mine !== search || !list) return;
    options = found.map(({ id, name, details }) => option(name, details, { id, name: null }));
    const newName = i18n.t('speakers.new', { name: typed });
    if (typed !== '') options = [...options, option(newName, '', { id: randomId(), name: typed })];
    list.replaceChildren(...options.map(({ element }) => element));
    mark(0);
    resized();
  }

  function option(name: string, details: string, choice: SpeakerChoice): Option {
    const element = box('option', drawn('span', 'option-name', name), drawn('span', 'option-details', details));
    element.setAttribute('role', 'option');
    element.setAttribute('aria-label', [name, details].filter(Boolean).join(', '));
    element.addEventListener('click', ({ isTrusted }) => isTrusted && decide(choice));
    return { element, choice };
  }

  function decide(choice: SpeakerChoice) {
    close(true);
    choose(choice);
  }

  function mark(next: number) {
    active = next;
    text?.setAttribute('aria-expanded', String(options.length > 0));
    text?.removeAttribute('aria-activedescendant');
    for (const [i, { element }] of options.entries()) {
      element.id = `${LIST}-${i}`;
      element.setAttribute('aria-selected', String(i === active));
      if (i !== active) continue;
      text?.setAttribute('aria-activedescendant', element.id);
      element.scrollIntoView({ block: 'nearest' });
    }
  }

  close(false);
  return {
    element: field(i18n.t('editor.speaker'), place),
    update(now) {
      shown = now;
      // Whoever is about to name somebody is not interrupted.
      if (!text) close(place.contains(focusedIn(place)));
    },
    input: () => void (text && offer()),
    keyDown({ key }) {
      if (!text || focusedIn(place) !== text) return false;
      const chosen = options[active];
      if (key === 'ArrowDown') mark((active + 1) % Math.max(options.length, 1));
      else if (key === 'ArrowUp') mark((active + options.length - 1) % Math.max(options.length, 1));
      else if (key === 'Enter' && chosen) decide(chosen.choice);
      else if (key === 'Escape') close(true);
      else return key === 'Enter';
      return true;
    },
  };
}
