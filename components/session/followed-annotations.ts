import { type ReadonlySignal, signal } from '@preact/signals';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import { type Anchorable, type Anchoring, anchorableOf } from '@/lib/messaging';
import type { PageClient } from './dependencies';
import { inReadingOrder, type Listed } from './reading-order';

/** How long (ms) the list waits for the page to say where a new annotation stands before it is shown all the same. */
const PATIENCE = 400;

export interface FollowedAnnotations {
  /** In reading order; null until the first state is known. */
  listed: ReadonlySignal<Listed[] | null>;
  /** Takes the article's annotations as they are stored now. */
  follow(annotations: Annotation[]): void;
  /** Paints these suggestions beside them, and no others. */
  paintSuggested(suggestions: readonly Anchorable[]): void;
}

/**
 * Keeps the page painted and the list in the order of the page. A new annotation joins the list together with its
 * place: if it came first and moved then, the focus of whoever is typing in it would be lost.
 */
export function followAnnotations(
  anchor: (annotations: Anchorable[]) => ReturnType<PageClient['anchor']>,
  fail: (error: unknown) => void,
): FollowedAnnotations {
  const listed = signal<Listed[] | null>(null);
  let anchorings: ReadonlyMap<Id, Anchoring> = new Map();
  let latest: Annotation[] | null = null;
  let suggested: readonly Anchorable[] = [];
  let asked: string | null = null;
  let waiting = false;

  const show = () => {
    waiting = false;
    listed.value = inReadingOrder(latest ?? [], anchorings);
  };

  function ask(annotations: readonly Annotation[]) {
    const anchorables = [...annotations.map(anchorableOf), ...suggested];
    const question = JSON.stringify(anchorables);
    if (question === asked) {
      if (!waiting) show();
      return;
    }
    asked = question;
    waiting = true;
    const patience = setTimeout(show, PATIENCE);
    anchor(anchorables).then(
      (answer) => {
        clearTimeout(patience);
        // A later question is under way and will be answered with all that this one knows.
        if (asked !== question) return;
        anchorings = new Map(answer.map((anchoring) => [anchoring.id, anchoring]));
        show();
      },
      (error: unknown) => {
        clearTimeout(patience);
        fail(error);
        if (asked === question) show();
      },
    );
  }

  return {
    listed,
    follow(annotations) {
      latest = annotations;
      ask(annotations);
    },
    paintSuggested(suggestions) {
      const isSame = suggestions.length === suggested.length && suggestions.every((one, i) => one === suggested[i]);
      // What is suggested depends on what is listed: to list it again would go on for ever.
      if (isSame) return;
      suggested = suggestions;
      if (latest) ask(latest);
    },
  };
}
