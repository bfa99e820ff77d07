import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import { kindWord } from '@/components/model-words';
import options from '@/components/styles/option.css?inline';
import tokens from '@/components/styles/tokens.css?inline';
import { toFailure } from '@/lib/annotations/failure';
import type { CardPassage, Selected } from '@/lib/card-calls';
import type { PageReading } from '@/lib/messaging';
import type { Ask, Asked } from './ask';
import css from './card.css?inline';
import { copy } from './copy';
import { box, button, drawn } from './elements';
import { createFrame } from './frame';
import { createPassageView, type PassageView } from './passage-view';

export interface CardDependencies {
  ask: Ask;
  /** The page as it reads now. @throws OnRecordError `too-large` */
  read(): PageReading;
  /** Called with the id of the passage that is shown, whenever it is another one. */
  onShow(id: string): void;
}

/** The place on the page that was clicked: a line there, and the offset in it, in CSS pixels from the viewport's left. */
export interface ClickedLine {
  line(): DOMRect | undefined;
  x: number;
}

export interface Card {
  /** What the page sees of it. */
  readonly host: HTMLElement;
  /** Shows the first of these passages, and offers the others. */
  open(ids: readonly string[], at: ClickedLine): Promise<void>;
  close(): void;
  /** An event on the window that tells what is typed: it goes no further if it is for the card. */
  typed(event: Event): void;
}

/** The card of a passage: what is recorded of it, to be looked at and edited where it stands. */
export function createCard(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  { ask, read, onShow }: CardDependencies,
): Card {
  // A page can set variables on our host, but not within it.
  const frame = createFrame(window, tokens.replaceAll(':root', '.card') + options + css, signal, {
    keyDown: (event) => view?.keyDown(event) ?? false,
    input: () => view?.input(),
    closing,
  });
  const { dialog } = frame;
  const said = document.createElement('p');
  let passages: readonly CardPassage[] = [];
  let view: PassageView | null = null;
  /** Counts what was shown: an answer that comes late belongs to something that is over. */
  let showing = 0;

  function closing() {
    view?.flush();
    view = null;
    showing++;
  }

  function say(words: string, isTrouble = false) {
    said.className = isTrouble ? 'said trouble' : 'said';
    said.setAttribute('role', isTrouble ? 'alert' : 'status');
    said.textContent = words;
    frame.settle();
  }

  /** Carries something out; what went wrong is said in the card. Undefined then. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      say(failureWords(toFailure(error)), true);
      return undefined;
    }
  }

  function fill(label: string, content: readonly Node[]) {
    dialog.setAttribute('aria-label', label);
    said.textContent = '';
    dialog.replaceChildren(...content, said);
    frame.settle();
  }

  function show(passage: CardPassage) {
    showing++;
    view?.flush();
    const { id } = passage;
    view = createPassageView(passage, passages, {
      edit: (patch) => void store({ type: 'edit', id, patch }),
      find: async (typed) => (await attempt(() => ask({ type: 'speakers', typed }))) ?? [],
      choose: (speaker) => void store({ type: 'attribute', id, speaker }),
      addSelection: () => void withSelection((selected) => store({ type: 'addSegment', id, ...selected })),
      useAsCue: () => void withSelection((selected) => store({ type: 'cue', id, selected })),
      clearCue: () => void store({ type: 'cue', id, selected: null }),
      link: (quote) => void store({ type: 'link', id, quote }),
      copy: () => copyCitation(id),
      remove: () => void remove(passage),
      turnTo,
      close: frame.close,
      resized: frame.settle,
    });
    fill(i18n.t('pageCard.name', { kind: kindWord(passage.kind) }), view.content);
    onShow(id);
  }

  function turnTo(id: string) {
    const passage = passages.find((one) => one.id === id);
    if (!passage) return;
    show(passage);
    dialog.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus({ preventScroll: true });
  }

  function take(stored: CardPassage) {
    passages = passages.map((one) => (one.id === stored.id ? stored : one));
  }

  function copyCitation(id: string) {
    const citation = passages.find((one) => one.id === id)?.citation;
    if (citation && copy(window.document, citation)) say(i18n.t('pageCard.copied'));
    else say(i18n.t('pageCard.notCopied'), true);
  }

  async function store(asked: Extract<Asked, { type: 'edit' | 'attribute' | 'addSegment' | 'cue' | 'link' }>) {
    const mine = showing;
    const stored = await attempt(() => ask(asked));
    if (!stored) return;
    take(stored);
    if (mine !== showing) return;
    view?.update(stored);
    say(i18n.t('status.saved'));
  }

  /** Does something with what is selected on the page, or says that nothing is. */
  async function withSelection(act: (selected: Selected) => Promise<void>) {
    const selected = await attempt(async () => read());
    if (!selected) return;
    const { selection, ...rest } = selected;
    if (!selection?.passage) {
      // What a person would add may well stand under the card.
      frame.stepAside();
      return say(selection?.refusal ? failureWords(selection.refusal) : i18n.t('selection.nothing'), true);
    }
    const { passage } = selection;
    await act({ passage, reading: { ...rest, selection: null } });
  }

  async function remove({ id, words }: CardPassage) {
    const mine = showing;
    view?.flush();
    const isDone = (await attempt(() => ask({ type: 'delete', id }))) === null;
    if (!isDone || mine !== showing) return;
    view = null;
    const undo = button('button', i18n.t('button.undo'), () => void restore(id));
    const close = button('button', i18n.t('button.close'), frame.close);
    const label = i18n.t('undo.region');
    fill(label, [drawn('p', 'deleted', i18n.t('undo.deleted', { words })), box('actions', undo, close)]);
    undo.focus({ preventScroll: true });
  }

  async function restore(id: string) {
    const mine = showing;
    const stored = await attempt(() => ask({ type: 'restore', id }));
    if (!stored || mine !== showing) return;
    take(stored);
    show(stored);
    dialog.focus({ preventScroll: true });
    say(i18n.t('announce.restored'));
  }

  // What rests is not saved yet.
  window.addEventListener('pagehide', () => view?.flush(), { signal });

  return {
    host: frame.host,
    async open(ids, { line, x }) {
      const mine = ++showing;
      try {
        // In the order in which they were asked for; what was deleted meanwhile is missing.
        const found = await ask({ type: 'look', ids: [...ids] });
        if (mine !== showing) return;
        const [first] = found.passages;
        if (!first) return frame.close();
        passages = found.passages;
        dialog.dataset.theme = found.theme;
        show(first);
        frame.open(line, x);
      } catch (error) {
        if (mine !== showing) return;
        fill(i18n.t('extension.name'), []);
        frame.open(line, x);
        say(failureWords(toFailure(error)), true);
      }
    },
    close: frame.close,
    typed: frame.typed,
  };
}
