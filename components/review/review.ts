import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { marksOf } from '@/components/article-view/pieces';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Session } from '@/components/session/session';
import type { Id } from '@/lib/annotations/ids';
import type { ReadPage } from '@/lib/article/capture';
import type { Anchorable } from '@/lib/messaging';
import type { Acceptances } from './acceptances';
import { addDismissed, dropDismissed } from './dismissed';
import type { Paintable } from './paintable';
import { compatible, isSure, overlaps, type Suggestion } from './suggestion';

/** Asked once before something is accepted: is this somebody whom a person has named in another article? */
export interface Question {
  name: string;
  candidates: readonly KnownSpeaker[];
}

/** The suggestions of an article, and all that can be done with them. */
export interface Review {
  /** What is neither tagged nor dismissed, in the order of the text; null while it is not known what is tagged. */
  offered: ReadonlySignal<Suggestion[] | null>;
  /** Those of them that can be tagged at once. */
  together: ReadonlySignal<Suggestion[]>;
  /** The one that is being looked at; null when none is left. */
  current: ReadonlySignal<Suggestion | null>;
  /** What the page draws of those that are offered. */
  drawn: ReadonlySignal<Anchorable[]>;
  question: ReadonlySignal<Question | null>;
  canUndo: ReadonlySignal<boolean>;
  /** Looks at the next (1) or the previous (-1) one without deciding. */
  move(by: 1 | -1): void;
  /** Tags the current one as it is shown, with its speaker even if that is in doubt: a person has seen it. */
  accept(): void;
  /** The same, and opens its editor. */
  acceptToEdit(): void;
  /** Tags `together`; speakers that are not sure stay open. */
  acceptAll(): void;
  dismiss(): void;
  /** Takes the last of these back: all of it, but what of several has been edited since. */
  undo(): void;
  /** Brings the current one into view on the page. */
  showOnPage(): void;
  /** Answers the question, null: somebody else. What was to be accepted is accepted then. */
  answer(speakerId: Id | null): void;
  cancelQuestion(): void;
}

type Step = { did: 'accept'; suggestions: readonly Suggestion[] } | { did: 'dismiss'; suggestion: Suggestion };

/** @param dismissedBefore the keys of what was dismissed in this article another day */
export function createReview(
  session: Session,
  page: ReadPage,
  suggestions: readonly Suggestion[],
  dismissedBefore: readonly string[],
  acceptances: Acceptances,
  paintable: Paintable,
): Review {
  const dismissed = signal(dismissedBefore);
  const steps = signal<readonly Step[]>([]);
  const question = signal<Question | null>(null);
  /** The order from which on the next one is looked at. */
  const from = signal(0);
  let afterAnswer: () => void = () => undefined;

  const marks = computed(() => {
    const annotations = session.listed.value?.map(({ annotation }) => annotation);
    const present = annotations?.filter(({ id }) => !acceptances.undone.value.has(id));
    return present ? marksOf(present, page.reading, page.hash) : null;
  });

  const offered = computed(() => {
    const taken = marks.value;
    if (!taken) return null;
    return suggestions.filter(
      (suggestion) =>
        !acceptances.accepted.value.has(suggestion) &&
        !dismissed.value.includes(suggestion.key) &&
        !taken.some(
          (mark) => mark.kind === suggestion.kind && suggestion.segments.some((part) => overlaps(mark, part)),
        ),
    );
  });

  const together = computed(() => compatible(offered.value ?? []));

  const current = computed(() => {
    const left = offered.value ?? [];
    return left.find(({ order }) => order >= from.value) ?? left[0] ?? null;
  });

  /** Accepts, after all that must be asked before was answered. */
  function accept(chosen: readonly Suggestion[], isSeen: boolean, then: () => void) {
    const isTaken = ({ speaker }: Suggestion) => isSeen || isSure(speaker);
    const unclear = acceptances.unclearAmong(chosen.filter(isTaken));
    if (unclear) {
      question.value = unclear;
      afterAnswer = () => accept(chosen, isSeen, then);
      return;
    }
    const last = chosen.at(-1);
    if (!last) return;
    from.value = last.order;
    steps.value = [...steps.value, { did: 'accept', suggestions: chosen }];
    acceptances.accept(chosen, isTaken, dismissed.value);
    then();
  }

  const told = (words: string) => () => session.announce(words);

  return {
    offered,
    together,
    current,
    drawn: computed(() => (offered.value ?? []).map(paintable)),
    question,
    canUndo: computed(() => steps.value.length > 0),
    move(by) {
      const left = offered.value ?? [];
      const at = current.value ? left.indexOf(current.value) : 0;
      from.value = left.at((at + by) % left.length)?.order ?? 0;
    },
    accept() {
      if (current.value) accept([current.value], true, told(i18n.t('review.accepted', 1)));
    },
    acceptToEdit() {
      const chosen = current.value;
      if (!chosen) return;
      accept([chosen], true, () => {
        const id = acceptances.accepted.value.get(chosen)?.id;
        if (!id) return;
        session.changeDraft({ editing: id });
        session.wishFocus({ part: 'speaker', id });
      });
    },
    acceptAll() {
      const all = together.value;
      accept(all, false, told(i18n.t('review.accepted', all.length)));
    },
    dismiss() {
      const suggestion = current.value;
      if (!suggestion) return;
      from.value = suggestion.order;
      steps.value = [...steps.value, { did: 'dismiss', suggestion }];
      dismissed.value = [...dismissed.value, suggestion.key];
      addDismissed(session.kept, page.articleKey, suggestion.key).catch(session.report);
      session.announce(i18n.t('review.dismissed'));
    },
    undo() {
      const step = steps.value.at(-1);
      if (!step) return;
      steps.value = steps.value.slice(0, -1);
      let kept = 0;
      if (step.did === 'dismiss') {
        const { order, key } = step.suggestion;
        from.value = order;
        dismissed.value = dismissed.value.filter((one) => one !== key);
        dropDismissed(session.kept, page.articleKey, key).catch(session.report);
      } else {
        from.value = step.suggestions[0]?.order ?? 0;
        kept = acceptances.undo(step.suggestions);
      }
      session.announce(kept > 0 ? i18n.t('review.undoneBut', kept) : i18n.t('announce.undone'));
    },
    showOnPage() {
      if (current.value) void session.showOnPage(paintable(current.value).id);
    },
    answer(speakerId) {
      const asked = question.value;
      if (!asked) return;
      acceptances.decide(asked.name, speakerId);
      question.value = null;
      afterAnswer();
    },
    cancelQuestion() {
      question.value = null;
    },
  };
}
