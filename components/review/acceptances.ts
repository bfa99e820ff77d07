import { type ReadonlySignal, signal } from '@preact/signals';
import { type Mark, marksOf } from '@/components/article-view/pieces';
import type { Describe } from '@/components/session/dependencies';
import type { Session } from '@/components/session/session';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import { newSpeaker } from '@/lib/annotations/speaker';
import { captureOf, type ReadPage } from '@/lib/article/capture';
import { fold } from '@/lib/fold';
import type { SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import { identityOf } from './known-name';
import type { Question } from './review';
import { isNamed, type Suggestion } from './suggestion';
import { toAnnotation } from './to-annotation';

/** What has been accepted since the review was loaded, and the speakers that came with it. */
export interface Acceptances {
  /** By suggestion, at once; the store follows one after the other. */
  accepted: ReadonlySignal<ReadonlyMap<Suggestion, { id: Id }>>;
  /** What was taken back, though the list may not have heard of it yet. */
  undone: ReadonlySignal<ReadonlySet<Id>>;
  /** Whom a person has to be asked about before these can be accepted with their speakers. */
  unclearAmong(chosen: readonly Suggestion[]): Question | null;
  /** Remembers who a name stands for; null: somebody who is not known yet. */
  decide(name: string, speakerId: Id | null): void;
  /** Tags these; `isTaken` tells whether the speaker is taken as well. What stands in a dismissed quote has none. */
  accept(
    chosen: readonly Suggestion[],
    isTaken: (suggestion: Suggestion) => boolean,
    dismissed: readonly string[],
  ): void;
  /**
   * Takes back what was tagged. What a person has edited since is deleted as if by hand, which offers the way back; of
   * several at once such are kept. Returns how many.
   */
  undo(chosen: readonly Suggestion[]): number;
}

/** @param describe as it was loaded for the article view */
export function createAcceptances(session: Session, page: ReadPage, describe: Describe): Acceptances {
  const accepted = signal<ReadonlyMap<Suggestion, { id: Id }>>(new Map());
  const undone = signal<ReadonlySet<Id>>(new Set());
  /** What has been handed over to be stored, by its id. */
  const written = new Map<Id, Annotation>();
  /** What was listed once: where it is listed no more, a person has deleted it. */
  const seen = new Set<Id>();
  session.listed.subscribe((all) => {
    for (const { annotation } of all ?? []) seen.add(annotation.id);
  });
  /** To find a quote that was tagged in another wording takes its time: once for each state of it is enough. */
  const placed = new Map<string, Mark[]>();
  /** Who a folded name stands for; null: somebody new, who is made with the first quote of theirs. */
  const decided = new Map<string, Id | null>();
  /** The folded names of those whom a person has decided on. */
  const answered = new Set<string>();
  // One write at a time: each carries the whole text, and what waits to be written has limited room.
  let work: Promise<void> = Promise.resolve();

  const later = (job: () => Promise<void>) => {
    work = work.then(job).catch(session.report);
  };
  const stamp = () => ({ id: session.newId(), at: session.now() });

  function forget(chosen: readonly Suggestion[]) {
    const left = new Map(accepted.value);
    for (const suggestion of chosen) left.delete(suggestion);
    accepted.value = left;
  }

  /** Has a person asked again about those of whom nothing accepted is left: the answer may be what was wrong. */
  function forgetAnswers(chosen: readonly Suggestion[]) {
    const namesOf = (suggestions: Iterable<Suggestion>) =>
      new Set([...suggestions].flatMap(({ speaker }) => (speaker ? fold(speaker.name) : [])));
    const left = namesOf(accepted.value.keys());
    for (const name of namesOf(chosen)) if (!left.has(name) && answered.delete(name)) decided.delete(name);
  }

  /**
   * The record of a speaker, made if need be; null when it could not be stored. An unnamed source stays without one: "a
   * spokesman" is no one that could be told from other spokesmen in the list of speakers, which is for all articles.
   * The article's words for them are kept with the quote.
   */
  async function speakerIdOf(speaker: SuggestedSpeaker): Promise<Id | null> {
    const name = fold(speaker.name);
    const known = decided.get(name);
    if (known) return known;
    const identity = identityOf(speaker, session.speakers.value, page.articleKey);
    if (!decided.has(name) && identity.is === 'known') return identity.speaker.id;
    const { id, at } = stamp();
    const made = { ...newSpeaker(session.newId(), speaker.name, at), role: speaker.role ?? '' };
    // Before it is stored: the list of speakers may hear of it earlier than we do.
    decided.set(name, made.id);
    if (await session.writes.run({ type: 'createSpeaker', id, at, speaker: made, annotationId: null })) return made.id;
    decided.delete(name);
    return null;
  }

  const listed = (): Annotation[] => session.listed.value?.map(({ annotation }) => annotation) ?? [];

  function marksIn(quote: Annotation): Mark[] {
    const state = `${quote.id} ${quote.updatedAt}`;
    const marks = placed.get(state) ?? marksOf([quote], page.reading, page.hash);
    placed.set(state, marks);
    return marks;
  }

  /** The tagged quote that a claim stands in. */
  function quoteAround({ kind, segments: [passage] }: Suggestion): Annotation | null {
    if (kind !== 'claim' || !passage) return null;
    const present = [...listed(), ...[...written.values()].filter(({ id }) => !seen.has(id))];
    const quotes = present.filter(({ id, kind }) => kind === 'quote' && !undone.value.has(id));
    const isAround = ({ start, end }: Mark) => start <= passage.start && end >= passage.end;
    return quotes.find((quote) => marksIn(quote).some(isAround)) ?? null;
  }

  /** False when it could not be stored. */
  async function store(suggestion: Suggestion, annotationId: Id, isTaken: boolean): Promise<boolean> {
    const { speaker } = suggestion;
    const quote = quoteAround(suggestion);
    const speakerId = !quote && isTaken && isNamed(speaker) ? await speakerIdOf(speaker) : null;
    const { id, at } = stamp();
    const creator = session.annotator();
    const alone = toAnnotation(suggestion, page, describe, { id: annotationId, at, creator, speakerId, isTaken });
    // Who said a tagged quote is what its annotation says, whatever the engine thinks.
    const annotation: Annotation = quote
      ? { ...alone, attribution: quote.attribution, links: [{ rel: 'claim-in-quote', target: quote.id }] }
      : alone;
    written.set(annotationId, annotation);
    return session.writes.run({ type: 'annotate', id, at, capture: captureOf(page, at), annotation });
  }

  return {
    accepted,
    undone,
    unclearAmong(chosen) {
      for (const { speaker } of chosen) {
        if (!isNamed(speaker) || decided.has(fold(speaker.name))) continue;
        const identity = identityOf(speaker, session.speakers.value, page.articleKey);
        if (identity.is === 'unclear') return { name: speaker.name, candidates: identity.candidates };
      }
      return null;
    },
    decide(name, speakerId) {
      decided.set(fold(name), speakerId);
      answered.add(fold(name));
    },
    accept(chosen, isTaken, dismissed) {
      const ids = new Map(chosen.map((suggestion) => [suggestion, { id: session.newId() }]));
      accepted.value = new Map([...accepted.value, ...ids]);
      later(async () => {
        for (const [i, suggestion] of chosen.entries()) {
          const id = ids.get(suggestion)?.id ?? session.newId();
          if (undone.value.has(id)) continue;
          const isOfDismissed = suggestion.within !== null && dismissed.includes(suggestion.within);
          if (await store(suggestion, id, isTaken(suggestion) && !isOfDismissed)) continue;
          // What failed is shown with the way to try it again; the rest would fail alike, and stays suggested.
          written.delete(id);
          forget(chosen.slice(i));
          if (session.draft.value.editing === id) session.changeDraft({ editing: null });
          return;
        }
      });
    },
    undo(chosen) {
      const ids = chosen.flatMap((suggestion) => accepted.value.get(suggestion)?.id ?? []);
      const edited = listed().filter(({ id, createdAt, updatedAt }) => ids.includes(id) && updatedAt !== createdAt);
      const untouched = ids.filter((id) => edited.every((annotation) => annotation.id !== id));
      undone.value = new Set([...undone.value, ...untouched]);
      forget(chosen);
      forgetAnswers(chosen);
      later(async () => {
        for (const annotationId of untouched) {
          if (!written.delete(annotationId)) continue;
          await session.writes.run({ ...stamp(), type: 'deleteAnnotation', annotationId });
        }
      });
      const [only] = edited;
      if (!only || ids.length > 1) return edited.length;
      session.remove(only);
      return 0;
    },
  };
}
