import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { type Annotation, type Kind, newAnnotation } from '@/lib/annotations/annotation';
import type { AnnotationPatch, Capture, Command, SpeakerPatch } from '@/lib/annotations/command';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Id } from '@/lib/annotations/ids';
import type { Segment } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { quoteTypeOf } from '@/lib/annotations/quote-type';
import { newSpeaker, type Speaker } from '@/lib/annotations/speaker';
import { captureOf, type ReadPage } from '@/lib/article/capture';
import type { KnownSpeaker, SessionDependencies } from './dependencies';
import type { Draft } from './drafts';
import { passageWords } from './passage-words';
import type { Listed } from './reading-order';
import type { FocusWish } from './session';
import type { Target } from './target';

/** What a person can do. Every one of these has handed its command to the writer when it returns. */
export interface Tagging {
  speakers: ReadonlySignal<KnownSpeaker[]>;
  /** Tags the target; says why when there is none. */
  tag(kind: Kind): void;
  update(annotationId: Id, patch: AnnotationPatch): void;
  /** Stores the target as the passage that names the speaker or says that they said it. */
  attachSelection(annotationId: Id, as: 'mention' | 'cue'): void;
  /** Appends the target to a quote that its cue interrupts. */
  addSegment(annotationId: Id): void;
  remove(annotation: Annotation): void;
  undoRemove(): void;
  /** Makes a speaker and names them as the one who said it; an existing namesake stays another record. */
  createSpeaker(name: string, annotation: Annotation, role?: string): Speaker;
  setSpeaker(annotationId: Id, speakerId: Id | null): void;
  updateSpeaker(speakerId: Id, patch: SpeakerPatch): void;
}

export interface TaggingContext {
  deps: Pick<SessionDependencies, 'now' | 'newId' | 'annotator'>;
  page: ReadonlySignal<ReadPage | null>;
  target: ReadonlySignal<Target | null>;
  listed: ReadonlySignal<Listed[] | null>;
  known: ReadonlySignal<KnownSpeaker[]>;
  draft: ReadonlySignal<Draft>;
  changeDraft(change: Partial<Draft>): void;
  run(command: Command): Promise<boolean>;
  wishFocus(wish: FocusWish | null): void;
  announce(words: string): void;
}

export function createTagging(context: TaggingContext): Tagging {
  const { deps, page, target, listed, known, draft, changeDraft, run, wishFocus, announce } = context;
  /** Speakers made in this session, until the store tells of them. */
  const fresh = signal<Speaker[]>([]);
  /** Passages tagged in this session, until the store tells of them: a second press of a key is no second tag. */
  const tagged = new Map<string, Id>();

  const speakers = computed<KnownSpeaker[]>(() => {
    const ids = new Set(known.value.map(({ speaker }) => speaker.id));
    const articleKeys = page.value ? [page.value.articleKey] : [];
    const unheardOf = fresh.value.filter(({ id }) => !ids.has(id));
    return [...unheardOf.map((speaker) => ({ speaker, articleKeys, outlets: [] })), ...known.value];
  });

  const passageKey = (kind: Kind, segments: readonly Segment[]) => JSON.stringify([kind, segments]);

  function alreadyTagged(kind: Kind, segment: Segment): Id | null {
    const key = passageKey(kind, [segment]);
    const stored = listed.value?.find(({ annotation }) =>
      [annotation.segments, segmentsToAnchor(annotation)].some((at) => passageKey(annotation.kind, at) === key),
    );
    return stored?.annotation.id ?? tagged.get(key) ?? null;
  }

  function openEditor(id: Id) {
    changeDraft({ editing: id });
    wishFocus({ part: 'speaker', id });
  }

  const stamp = () => ({ id: deps.newId(), at: deps.now() });

  /** The target and its capture, or null after the reason has been said. */
  function take(): { segment: Segment; capture: (at: string) => Capture } | null {
    const readPage = page.value;
    const segment = target.value?.segment;
    if (readPage && segment) return { segment, capture: (at) => captureOf(readPage, at) };
    announce(target.value?.reason ?? '');
    return null;
  }

  function tell(outcome: Promise<boolean>, words: string) {
    outcome.then((stored) => {
      if (stored) announce(words);
    });
  }

  return {
    speakers,
    tag(kind) {
      const taken = take();
      const readPage = page.value;
      if (!taken || !readPage) return;
      const { segment, capture } = taken;
      const existing = alreadyTagged(kind, segment);
      if (existing) {
        openEditor(existing);
        announce(i18n.t(`announce.already.${kind}`));
        return;
      }
      const { id, at } = stamp();
      const annotation = newAnnotation({
        id: deps.newId(),
        articleKey: readPage.articleKey,
        kind,
        segments: [segment],
        createdAt: at,
        quoteType: kind === 'quote' ? quoteTypeOf(segment.quote) : null,
        creator: deps.annotator(),
      });
      const outcome = run({ type: 'annotate', id, at, capture: capture(at), annotation });
      const key = passageKey(kind, [segment]);
      tagged.set(key, annotation.id);
      outcome.then((stored) => {
        if (!stored) tagged.delete(key);
      });
      openEditor(annotation.id);
      tell(outcome, i18n.t(`announce.saved.${kind}`, { words: segment.quote.exact }));
    },
    update(annotationId, patch) {
      run({ ...stamp(), type: 'updateAnnotation', annotationId, patch, capture: null });
    },
    attachSelection(annotationId, as) {
      const taken = take();
      if (!taken) return;
      const { id, at } = stamp();
      const patch: AnnotationPatch = { attribution: { [as]: taken.segment } };
      const outcome = run({ type: 'updateAnnotation', id, at, annotationId, patch, capture: taken.capture(at) });
      tell(outcome, i18n.t(`announce.${as}Saved`, { words: taken.segment.quote.exact }));
    },
    addSegment(annotationId) {
      const taken = take();
      if (!taken) return;
      const { id, at } = stamp();
      const outcome = run({
        type: 'addSegment',
        id,
        at,
        annotationId,
        segment: taken.segment,
        capture: taken.capture(at),
      });
      tell(outcome, i18n.t('announce.segmentAdded', { words: taken.segment.quote.exact }));
    },
    remove(annotation) {
      const outcome = run({ ...stamp(), type: 'deleteAnnotation', annotationId: annotation.id });
      for (const [key, id] of tagged) if (id === annotation.id) tagged.delete(key);
      const editing = draft.value.editing === annotation.id ? null : draft.value.editing;
      changeDraft({ editing, deleted: { id: annotation.id, text: passageWords(annotation) } });
      wishFocus({ part: 'undo' });
      tell(outcome, i18n.t('announce.deleted'));
    },
    undoRemove() {
      const deleted = draft.value.deleted;
      if (!deleted) return;
      const outcome = run({ ...stamp(), type: 'restoreAnnotation', annotationId: deleted.id });
      changeDraft({ deleted: null });
      // Not before it is stored: the card that goes may still stand there, and would take the focus along.
      outcome.then((isStored) =>
        wishFocus(isStored ? { part: 'edit', id: deleted.id, late: true } : { part: 'selection', late: true }),
      );
      tell(outcome, i18n.t('announce.restored'));
    },
    createSpeaker(name, annotation, role = '') {
      const { id, at } = stamp();
      const trimmed = name.trim();
      if (trimmed === '') throw new OnRecordError('invalid-record', 'A speaker needs a name.');
      const speaker = { ...newSpeaker(deps.newId(), trimmed, at), role };
      const outcome = run({ type: 'createSpeaker', id, at, speaker, annotationId: annotation.id });
      fresh.value = [...fresh.value, speaker];
      tell(outcome, i18n.t('announce.speakerSaved', { name: trimmed }));
      return speaker;
    },
    setSpeaker(annotationId, speakerId) {
      // How this article describes one speaker says nothing of another.
      const patch: AnnotationPatch = { attribution: { speakerId, describedAs: null } };
      run({ ...stamp(), type: 'updateAnnotation', annotationId, patch, capture: null });
    },
    updateSpeaker(speakerId, patch) {
      run({ ...stamp(), type: 'updateSpeaker', speakerId, patch });
      fresh.value = fresh.value.map((speaker) =>
        speaker.id === speakerId && patch.role !== undefined ? { ...speaker, role: patch.role } : speaker,
      );
    },
  };
}
