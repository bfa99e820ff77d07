import { i18n } from '#i18n';
import { piecesOf } from '@/components/article-view/pieces';
import { LocateIcon } from '@/components/icons';
import { kindWord, quoteTypeWord } from '@/components/model-words';
import { QuotedText } from '@/components/quoted-text';
import { useSession } from '@/components/session-context';
import { SLOT, WithSlot } from '@/components/with-slot';
import type { PageReading } from '@/lib/messaging';
import type { SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import { isReported, isSure, type Suggestion } from './suggestion';
import { surroundingsOf } from './surroundings';

interface SuggestionCardProps {
  suggestion: Suggestion;
  reading: PageReading;
  showOnPage: () => void;
}

/** One suggestion as it would be tagged: its words where they stand, and who is thought to have said them. */
export function SuggestionCard({ suggestion, reading, showOnPage }: SuggestionCardProps) {
  const { kind, quoteType, speaker, within } = suggestion;
  return (
    // Read out whenever it is another one.
    <div class={`card card-${kind} suggestion`} aria-live="polite" aria-atomic="true">
      <div class="suggestion-head">
        <p class="suggestion-kind">
          {[kindWord(kind), quoteType && quoteTypeWord(quoteType)].filter(Boolean).join(' · ')}
        </p>
        <button
          type="button"
          class="icon-button"
          title={`${i18n.t('card.show')} (S)`}
          aria-label={i18n.t('card.show')}
          aria-keyshortcuts="S"
          onClick={showOnPage}
        >
          <LocateIcon />
        </button>
      </div>
      <p class="card-text">
        <QuotedText>
          <Words suggestion={suggestion} reading={reading} />
        </QuotedText>
      </p>
      {isReported(suggestion) && <p class="suggestion-hint">{i18n.t('review.reportedHint')}</p>}
      {kind === 'claim' && <p class="suggestion-hint">{i18n.t('review.worthChecking')}</p>}
      {(kind === 'quote' || within !== null) && (
        <div class="card-meta">
          <SpeakerWords speaker={speaker} text={reading.text} />
        </div>
      )}
    </div>
  );
}

/** The passage in its surroundings, marked as it would be in the article. */
function Words({ suggestion, reading }: { suggestion: Suggestion; reading: PageReading }) {
  const { text, blocks } = reading;
  const around = surroundingsOf(suggestion.segments, text, blocks);
  const named = suggestion.speaker?.mention;
  const marks = [
    ...suggestion.segments.map((segment) => ({ ...segment, kind: suggestion.kind })),
    ...(named ? [{ ...named, kind: 'speaker' as const }] : []),
  ];
  return (
    <>
      {around.start > 0 && text.charAt(around.start - 1) !== '\n' && '… '}
      {piecesOf(around, marks, null).map(({ start, end, kinds }) => {
        const words = text.slice(start, end);
        return kinds.length > 0 ? (
          <mark key={start} class={kinds.map((kind) => `mark mark-${kind}`).join(' ')}>
            {words}
          </mark>
        ) : (
          <span key={start} class="suggestion-around">
            {words}
          </span>
        );
      })}
      {around.end < text.length && text.charAt(around.end) !== '\n' && ' …'}
    </>
  );
}

/** Who is thought to have said it; where that is a conclusion or in doubt, from which words, and with a question mark. */
function SpeakerWords({ speaker, text }: { speaker: SuggestedSpeaker | null; text: string }) {
  const session = useSession();
  if (!speaker) return <span class="chip chip-none">{i18n.t('review.nobody')}</span>;
  const mention = text.slice(speaker.mention.start, speaker.mention.end);
  if (speaker.kind === 'unnamed') {
    return (
      <>
        <span class="chip chip-none">
          <QuotedText>{mention}</QuotedText>
        </span>
        <span>{i18n.t('review.unnamed')}</span>
      </>
    );
  }
  const lang = session.reading.value?.metadata.lang ?? undefined;
  const isPlain = isSure(speaker) && !speaker.isPronoun;
  return (
    <>
      <span class={isPlain ? 'chip' : 'chip chip-doubtful'}>
        {isPlain ? (
          speaker.name
        ) : mention === speaker.name ? (
          i18n.t('review.perhaps', { name: speaker.name })
        ) : (
          <WithSlot message={i18n.t('review.meaning', { mention: SLOT, name: speaker.name })}>
            <span lang={lang}>{mention}</span>
          </WithSlot>
        )}
      </span>
      {speaker.role && (
        <span>
          <QuotedText>{speaker.role}</QuotedText>
        </span>
      )}
      {!isSure(speaker) && <span class="label-warning">{i18n.t('review.unsure')}</span>}
    </>
  );
}
