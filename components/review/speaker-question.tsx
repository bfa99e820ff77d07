import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Question, Review } from './review';

/** What tells a known speaker from namesakes. */
const detailsOf = ({ speaker, outlets }: KnownSpeaker): string =>
  [speaker.role, ...outlets].filter((words) => words !== '').join(' · ');

/** Asks, once, whether a name is that of somebody whom a person has named before. */
export function SpeakerQuestion({ question, review }: { question: Question; review: Review }) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <section class="review-question" aria-labelledby="review-question">
      <p id="review-question">{i18n.t('review.isSame', { name: question.name })}</p>
      {question.candidates.map((candidate, i) => (
        <button
          key={candidate.speaker.id}
          ref={i === 0 ? ref : null}
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
