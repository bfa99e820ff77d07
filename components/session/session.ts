import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { failureWords } from '@/components/failure-words';
import type { Kind } from '@/lib/annotations/annotation';
import { type Failure, toFailure } from '@/lib/annotations/failure';
import type { Id } from '@/lib/annotations/ids';
import type { ReadPage } from '@/lib/article/capture';
import type { Anchorable, PageReading, PageSelection } from '@/lib/messaging';
import type { Describe, KnownSpeaker, SessionDependencies } from './dependencies';
import { type Draft, EMPTY_DRAFT, readDraft, writeDraft } from './drafts';
import { followAnnotations } from './followed-annotations';
import type { Listed } from './reading-order';
import { createTagging, type Tagging } from './tagging';
import { type Target, targetOf } from './target';
import { createWrites, type Writes } from './writes';

/** Where the focus should go as soon as the thing is there. A `late` wish is not granted to who has gone elsewhere since. */
export type FocusWish = (
  | { part: 'speaker' | 'edit' | 'decided' | 'finder'; id: Id }
  | { part: 'undo' | 'article-view' | 'selection' | 'review' }
) & { late?: true };

/** The state of the tagging app for one page, and all that can be done in it. */
export interface Session
  extends Tagging,
    Pick<SessionDependencies, 'kept' | 'loadDescribe' | 'wantsReported' | 'annotator' | 'now' | 'newId'> {
  phase: ReadonlySignal<'opening' | 'ready' | 'failed'>;
  /** Why the page can't be tagged; set in the phase `failed`. */
  failure: ReadonlySignal<Failure | null>;
  reading: ReadonlySignal<PageReading | null>;
  /** Set from the phase `ready` on. */
  page: ReadonlySignal<ReadPage | null>;
  target: ReadonlySignal<Target | null>;
  /** In reading order; null until known. */
  listed: ReadonlySignal<Listed[] | null>;
  /** All known speakers, with those that were made a moment ago. */
  speakers: ReadonlySignal<KnownSpeaker[]>;
  writes: Writes;
  draft: ReadonlySignal<Draft>;
  changeDraft(change: Partial<Draft>): void;
  /** Trouble that does not stop the work: a sentence, until it is dismissed. */
  trouble: ReadonlySignal<string | null>;
  report(error: unknown): void;
  dismissTrouble(): void;
  /** What is said to those who can't see it happen. */
  announcement: ReadonlySignal<string>;
  announce(words: string): void;
  focusWish: ReadonlySignal<FocusWish | null>;
  wishFocus(wish: FocusWish | null): void;
  /** The annotation whose card was opened on the page last; a new object each time. */
  openedOnPage: ReadonlySignal<{ readonly id: Id } | null>;
  /** Brings an annotation into view or, by its number, one of the places it may be found in. */
  showOnPage(id: Id, candidate?: number): Promise<void>;
  /** Draws suggestions on the page, beside what is tagged, and none but these. */
  paintSuggested(suggestions: readonly Anchorable[]): void;
  /** The suggestions are gone through one by one; every key belongs to that. */
  isReviewing: Signal<boolean>;
  /** Reads the page and follows what is stored; when it fails, `failure` says why. */
  open(): Promise<void>;
  close(): void;
}

/** A session, not yet opened. */
export function createSession(deps: SessionDependencies): Session {
  const phase = signal<'opening' | 'ready' | 'failed'>('opening');
  const failure = signal<Failure | null>(null);
  const reading = signal<PageReading | null>(null);
  const page = signal<ReadPage | null>(null);
  const selection = signal<PageSelection | null>(null);
  const describe = signal<Describe | null>(null);
  const known = signal<KnownSpeaker[]>([]);
  const draft = signal<Draft>(EMPTY_DRAFT);
  const trouble = signal<string | null>(null);
  const announcement = signal('');
  const focusWish = signal<FocusWish | null>(null);
  const openedOnPage = signal<{ readonly id: Id } | null>(null);
  const writes = createWrites(deps.writer, deps.failedWrites);
  const stops: Array<() => void> = [];
  let queued: Kind | null = null;

  const report = (error: unknown) => {
    trouble.value = failureWords(toFailure(error));
  };
  const announce = (words: string) => {
    announcement.value = words;
  };
  const wishFocus = (wish: FocusWish | null) => {
    focusWish.value = wish;
  };

  const target = computed<Target | null>(() => {
    if (!page.value) return null;
    const { open, cursor } = draft.value.articleView;
    const [start, end] = open && cursor ? [cursor.anchor, cursor.focus].sort((a, b) => a - b) : [0, 0];
    const { text } = page.value.reading;
    const isInView = start !== undefined && end !== undefined && text.slice(start, end).trim() !== '';
    if (!isInView) return targetOf(page.value, null, selection.value);
    // What is selected on the page must not stand in for it.
    return describe.value && targetOf(page.value, describe.value(text, start, end), selection.value);
  });

  const followed = followAnnotations((annotations) => {
    if (!page.value) return Promise.resolve([]);
    return deps.page.anchor(page.value.hash, annotations);
  }, report);

  function setDraft(next: Draft) {
    draft.value = next;
    if (!next.articleView.open || describe.value) return;
    deps.loadDescribe().then((loaded) => {
      describe.value = loaded;
    }, report);
  }

  function changeDraft(change: Partial<Draft>) {
    setDraft({ ...draft.value, ...change });
    if (page.value) writeDraft(deps.drafts, page.value.articleKey, draft.value).catch(report);
  }

  const tagging = createTagging({
    deps,
    page,
    target,
    listed: followed.listed,
    known,
    draft,
    changeDraft,
    run: writes.run,
    wishFocus,
    announce,
  });

  async function open(): Promise<void> {
    phase.value = 'opening';
    failure.value = null;
    try {
      stops.push(
        deps.page.watchSelection((next) => {
          selection.value = next;
        }),
        deps.page.watchOpened((id) => {
          openedOnPage.value = { id };
        }),
      );
      const answer = await deps.page.read();
      reading.value = answer;
      selection.value ??= answer.selection;
      const [hash, articleKey] = await Promise.all([
        deps.hash(answer.text),
        deps.identify(answer.url, answer.claimedUrls),
      ]);
      const stored = await readDraft(deps.drafts, articleKey);
      setDraft(stored);
      page.value = { reading: answer, articleKey, hash, readAt: deps.now() };
      stops.push(
        deps.records.watchArticle(articleKey, ({ annotations }) => followed.follow(annotations), report),
        deps.records.watchSpeakers((speakers) => {
          known.value = speakers;
        }, report),
      );
      if (stored.editing) wishFocus({ part: 'speaker', id: stored.editing });
      else if (stored.finding) wishFocus({ part: 'finder', id: stored.finding });
      phase.value = 'ready';
      if (queued) tagging.tag(queued);
      queued = null;
      await writes.recover().catch(report);
    } catch (error) {
      close();
      failure.value = toFailure(error);
      phase.value = 'failed';
    }
  }

  function close() {
    for (const stop of stops.splice(0)) stop();
  }

  return {
    ...tagging,
    tag(kind) {
      // Whoever is quicker than the reading of the page is not ignored.
      if (phase.value === 'opening') queued = kind;
      else tagging.tag(kind);
    },
    phase,
    failure,
    reading,
    page,
    target,
    listed: followed.listed,
    writes,
    draft,
    changeDraft,
    trouble,
    report,
    dismissTrouble: () => {
      trouble.value = null;
    },
    announcement,
    announce,
    focusWish,
    wishFocus,
    openedOnPage,
    async showOnPage(id, candidate) {
      try {
        if (await deps.page.show(id, candidate ?? null)) trouble.value = null;
        else trouble.value = i18n.t('notices.notOnPage');
      } catch (error) {
        report(error);
      }
    },
    paintSuggested: followed.paintSuggested,
    isReviewing: signal(false),
    kept: deps.kept,
    loadDescribe: deps.loadDescribe,
    wantsReported: deps.wantsReported,
    annotator: deps.annotator,
    now: deps.now,
    newId: deps.newId,
    open,
    close,
  };
}
