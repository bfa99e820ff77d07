import { i18n } from '#i18n';
import type { Listed } from '@/components/session/reading-order';
import type { Session } from '@/components/session/session';
import { segmentOn } from '@/components/session/target';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';
import { OnRecordError } from '@/lib/annotations/failure';
import type { Id } from '@/lib/annotations/ids';
import type { DescribedPassage, Segment } from '@/lib/annotations/passage';
import { type Decision, type Placement, segmentsToAnchor } from '@/lib/annotations/placement';
import { captureOf } from '@/lib/article/capture';

/** What a person can decide about a passage whose page has changed. What was recorded stays with the annotation. */
export interface Placing {
  /** The page's new wording is right: the annotation follows it from now on. */
  acceptWording(listed: Listed): void;
  /** The recorded wording stays, and this change of the page is not asked about again. */
  keepWording(listed: Listed): void;
  /** It is this one of the places that it may be found in. */
  choosePlace(listed: Listed, candidate: number): void;
  /** Opens or closes the way to select the passage anew; it stays open when the popup closes. */
  find(annotationId: Id | null): void;
  /** The target is where this part of the annotation stands. */
  placeAtSelection(annotation: Annotation, part: number): void;
  undoPlacement(annotation: Annotation, placement: Placement): void;
}

export function createPlacing(session: Session): Placing {
  const { page, target, changeDraft, wishFocus, announce, report, now, newId } = session;
  const { run } = session.writes;
  /** What was decided last of an annotation, until the list has heard of it: a second press decides nothing more. */
  const decided = new Map<Id, string>();

  function place(annotation: Annotation, decision: Decision, segments: readonly Segment[]) {
    const readPage = page.value;
    const key = JSON.stringify([decision, segments, annotation.placements.length]);
    if (!readPage || decided.get(annotation.id) === key) return;
    decided.set(annotation.id, key);
    const at = now();
    const placementId = newId();
    const outcome = run({
      type: 'placeAnnotation',
      id: newId(),
      at,
      annotationId: annotation.id,
      placement: { id: placementId, decision, segments: [...segments], at },
      capture: captureOf(readPage, at),
    });
    changeDraft({ finding: null });
    wishFocus({ part: 'decided', id: placementId });
    outcome.then((isStored) => {
      if (isStored) return announce(i18n.t(`placing.done.${decision}`));
      decided.delete(annotation.id);
      wishFocus({ part: 'edit', id: annotation.id });
    });
  }

  /** The passages to look for, with those exchanged that stand elsewhere now; null after it was said why that can't be. */
  function exchanged(annotation: Annotation, passages: ReadonlyMap<number, DescribedPassage>): Segment[] | null {
    const readPage = page.value;
    if (!readPage) return null;
    const segments = segmentsToAnchor(annotation).map((segment, i) => {
      const passage = passages.get(i);
      return passage ? segmentOn(readPage, passage) : segment;
    });
    if (!segments.includes(null)) return segments.filter((segment) => segment !== null);
    report(new OnRecordError('stale-page', 'A passage is not at its place in the text that was read.'));
    return null;
  }

  function placeAt(annotation: Annotation, decision: Decision, passages: ReadonlyMap<number, DescribedPassage>) {
    const segments = exchanged(annotation, passages);
    if (segments) place(annotation, decision, segments);
  }

  const currentOf = ({ anchoring }: Listed) =>
    new Map((anchoring?.current ?? []).flatMap((passage, i) => (passage ? [[i, passage] as const] : [])));

  return {
    acceptWording: (listed) => placeAt(listed.annotation, 'accepted', currentOf(listed)),
    keepWording: (listed) => placeAt(listed.annotation, 'kept', currentOf(listed)),
    choosePlace({ annotation, anchoring }, candidate) {
      const chosen = anchoring?.candidates[candidate];
      if (chosen) placeAt(annotation, 'chosen', new Map([[chosen.segment, chosen.passage]]));
    },
    find(annotationId) {
      changeDraft({ finding: annotationId });
      if (annotationId) wishFocus({ part: 'finder', id: annotationId });
    },
    placeAtSelection(annotation, part) {
      const segment = target.value?.segment;
      if (segment) place(annotation, 'selected', segmentsToAnchor(annotation).with(part, segment));
      else announce(target.value?.reason ?? '');
    },
    undoPlacement(annotation, { id: placementId }) {
      decided.delete(annotation.id);
      const { id } = annotation;
      const outcome = run({ type: 'undoPlacement', id: newId(), at: now(), annotationId: id, placementId });
      wishFocus({ part: 'edit', id });
      outcome.then((isStored) => {
        if (isStored) announce(i18n.t('announce.undone'));
      });
    },
  };
}

const placings = new WeakMap<Session, Placing>();

/** What can be decided in the session that the view stands in. */
export function usePlacing(): Placing {
  const session = useSession();
  const placing = placings.get(session) ?? createPlacing(session);
  placings.set(session, placing);
  return placing;
}
