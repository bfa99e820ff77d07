import { i18n } from '#i18n';
import { claimStatusWord, kindWord, quoteTypeWord } from '@/components/model-words';
import { unquoted } from '@/components/session/passage-words';
import { CLAIM_STATUSES, QUOTE_TYPES } from '@/lib/annotations/annotation';
import type { CardPassage, CardPatch } from '@/lib/card-calls';
import { createChoiceField } from './choice-field';
import { box, button, drawn, iconButton } from './elements';
import { createNoteField } from './note-field';
import { CROSS, createPickField, type PickField } from './pick-field';
import { createSpeakerField, type SpeakerActions } from './speaker-field';

const BIN = 'M2.8 4.3h10.4M6.3 4V2.6h3.4V4M4.2 4.5l.6 8.9h6.4l.6-8.9M6.7 7v3.9M9.3 7v3.9';

/** What a person can do with a passage in the card. */
export interface PassageActions extends SpeakerActions {
  edit(patch: CardPatch): void;
  /** Adds what is selected on the page to it. */
  addSelection(): void;
  /** Records what is selected on the page as the words that say they said it. */
  useAsCue(): void;
  clearCue(): void;
  /** Says in which quote a claim stands; null for in none. */
  link(quoteId: string | null): void;
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
  const cue = createPickField(i18n.t('cue.title'), actions.resized);
  const quote = createPickField(i18n.t('pageCard.inQuote'), actions.resized);

  function showBacking(now: CardPassage) {
    if (kind === 'speaker') return;
    showCue(cue, now, actions);
    showQuote(quote, now, all, actions);
  }
  showBacking(passage);

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
      ...(kind === 'speaker' ? [] : [cue.element]),
      ...(kind === 'claim' ? [quote.element] : []),
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
      showBacking(now);
    },
    input() {
      note.input();
      speaker.input();
    },
    keyDown: speaker.keyDown,
    flush: note.flush,
  };
}

function showCue(field: PickField, { cue }: CardPassage, { useAsCue, clearCue }: PassageActions): void {
  if (cue !== null) field.showPicked(`“${cue}”`, { name: i18n.t('cue.clear'), run: clearCue });
  else field.offer([{ words: i18n.t('editor.useSelection'), name: i18n.t('cue.use'), run: useAsCue }]);
}

/** A quote that a claim stands in is tagged where the claim is, so that a click there finds both. */
function showQuote(
  field: PickField,
  { inQuote }: CardPassage,
  all: readonly CardPassage[],
  { link }: PassageActions,
): void {
  if (inQuote !== null) {
    field.showPicked(`“${unquoted(inQuote)}”`, { name: i18n.t('pageCard.unlink'), run: () => link(null) });
    return;
  }
  const quotes = all.filter((one) => one.kind === 'quote');
  field.offer(
    quotes.map((one) => {
      const words = i18n.t('pageCard.link', { words: shownWords(one) });
      return { words, name: words, run: () => link(one.id) };
    }),
  );
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
