import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Question, Review } from './review';

/** What tells a known speaker from namesakes. */
const detailsOf = ({ speaker, outlets }: KnownSpeaker): string =>
  [speaker.role, ...outlets].filter((words) => words !== '').join(' · ');

/** Asks, once, whether a name is that of somebody whom a person has named before. */
export function SpeakerQuestion({ question, review }: { question: Question; review: Review }) {
  const ref = useRef<HTMLElement>(null);
  // Not an answer: whoever accepts one after the other by Enter would give it unseen.
  useEffect(() => ref.current?.focus(), [question]);
  return (
    <section ref={ref} class="review-question" tabIndex={-1} aria-labelledby="review-question">
      <p id="review-question">{i18n.t('review.isSame', { name: question.name })}</p>
      {question.candidates.map((candidate) => (
        <button
          key={candidate.speaker.id}
          type="button"
          class="button review-candidate"
          onClick={() => review.answer(candidate.speaker.id)}
        >
          <span>{i18n.t('review.same', { name: candidate.speaker.name })}</span>
          <span class="review-details">{detailsOf(candidate)}</span>
        </button>
      ))}
      <button type="button" class="button" onClick={() => review.answer(null)}>
        {i18n.t('review.other')}
      </button>
      <button type="button" class="button" aria-keyshortcuts="Escape" onClick={() => review.cancelQuestion()}>
        {i18n.t('button.cancel')}
      </button>
    </section>
  );
}
