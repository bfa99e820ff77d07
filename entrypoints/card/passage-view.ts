import { i18n } from '#i18n';
import { claimStatusWord, kindWord, quoteTypeWord } from '@/components/model-words';
import { unquoted } from '@/components/session/passage-words';
import { CLAIM_STATUSES, QUOTE_TYPES } from '@/lib/annotations/annotation';
import type { CardPassage, CardPatch } from '@/lib/card-calls';
import { createChoiceField } from './choice-field';
import { box, button, drawn, icon } from './elements';
import { createNoteField } from './note-field';
import { createSpeakerField, type SpeakerActions } from './speaker-field';

const BIN = 'M2.8 4.3h10.4M6.3 4V2.6h3.4V4M4.2 4.5l.6 8.9h6.4l.6-8.9M6.7 7v3.9M9.3 7v3.9';
const CROSS = 'M4 4l8 8M12 4l-8 8';

/** What a person can do with a passage in the card. */
export interface PassageActions extends SpeakerActions {
  edit(patch: CardPatch): void;
  /** Adds what is selected on the page to it. */
  addSelection(): void;
  /** Puts its citation on the clipboard. */
  copy(): void;
  remove(): void;
  /** Shows another one of those that stand here. */
  turnTo(id: string): void;
  close(): void;
}

/** The content of the card for one passage. */
export interface PassageView {
  readonly content: readonly Node[];
  /** The passage is stored like this now. */
  update(passage: CardPassage): void;
  /** Something was typed in the card. */
  input(): void;
  /** True when the key was for a field of it. */
  keyDown(event: KeyboardEvent): boolean;
  /** Saves what is typed but not saved yet. */
  flush(): void;
}

const shownWords = ({ kind, words }: CardPassage) => (kind === 'quote' ? `“${unquoted(words)}”` : words);

export function createPassageView(
  passage: CardPassage,
  all: readonly CardPassage[],
  actions: PassageActions,
): PassageView {
  const { kind } = passage;
  const note = createNoteField(passage.note, (text) => actions.edit({ note: text }), actions.resized);
  const head = box('head');
  const speaker = createSpeakerField(passage, actions);

  function showWords(now: CardPassage) {
    head.replaceChildren(drawn('p', `words words-${kind}`, shownWords(now)));
  }
  showWords(passage);

  return {
    content: [
      ...(all.length > 1 ? [tabs(passage, all, actions.turnTo)] : []),
      box(
        'top',
        drawn('span', `kind kind-${kind}`, kindWord(kind)),
        iconButton(i18n.t('button.close'), CROSS, actions.close),
      ),
      head,
      speaker.element,
      ...choices(passage, actions.edit),
      note.element,
      box(
        'actions',
        ...(passage.citation ? [button('button', i18n.t('pageCard.copy'), actions.copy)] : []),
        ...(kind === 'quote' ? [button('button', i18n.t('pageCard.addSegment'), actions.addSelection)] : []),
        iconButton(i18n.t('card.delete'), BIN, actions.remove, 'delete'),
      ),
    ],
    update(now) {
      showWords(now);
      speaker.update(now);
    },
    input() {
      note.input();
      speaker.input();
    },
    keyDown: speaker.keyDown,
    flush: note.flush,
  };
}

function choices({ quoteType, claimStatus }: CardPassage, edit: PassageActions['edit']): Node[] {
  if (quoteType !== null) {
    const choose = (value: typeof quoteType) => edit({ quoteType: value });
    return [createChoiceField(i18n.t('editor.quoteType'), QUOTE_TYPES, quoteType, quoteTypeWord, choose)];
  }
  if (claimStatus === null) return [];
  const choose = (value: typeof claimStatus) => edit({ claimStatus: value });
  return [createChoiceField(i18n.t('editor.claimStatus'), CLAIM_STATUSES, claimStatus, claimStatusWord, choose)];
}

/** All that stand here, to go from one to another. */
function tabs(current: CardPassage, all: readonly CardPassage[], turnTo: (id: string) => void): HTMLElement {
  const list = box(
    'others',
    ...all.map((one) => {
      const words = shownWords(one);
      const tab = button(`other kind-${one.kind}`, words, () => turnTo(one.id), `${kindWord(one.kind)}: ${words}`);
      tab.setAttribute('aria-pressed', String(one.id === current.id));
      return tab;
    }),
  );
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', i18n.t('pageCard.others'));
  return list;
}

function iconButton(name: string, path: string, run: () => void, className = ''): HTMLElement {
  const element = button(`icon-button ${className}`, '', run, name);
  element.title = name;
  element.append(icon(path));
  return element;
}
