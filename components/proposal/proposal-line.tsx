import { i18n } from '#i18n';
import { quoteTypeWord } from '@/components/model-words';
import { QuotedText } from '@/components/quoted-text';
import { isSure } from '@/components/review/suggestion';
import type { SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import type { Proposal } from './proposal';
import './proposal.css';

interface ProposalLineProps {
  speaker: SuggestedSpeaker;
  proposal: Proposal;
  /** The article's. */
  text: string;
  onAccept: () => void;
}

/** Who is thought to have said what a person has tagged: one press takes it over, with mention, cue and type. */
export function ProposalLine({ speaker, proposal: { cue, quoteType }, text, onAccept }: ProposalLineProps) {
  const name = isSure(speaker) ? speaker.name : i18n.t('review.perhaps', { name: speaker.name });
  const cueWords = cue && text.slice(cue.start, cue.end);
  const details = [
    speaker.role,
    cueWords && i18n.t('proposal.cue', { words: cueWords }),
    quoteType && quoteTypeWord(quoteType),
  ];
  return (
    <div class="field">
      <span class="passage-title">{i18n.t('proposal.title')}</span>
      <button type="button" class="proposal" aria-keyshortcuts="Enter" onClick={onAccept}>
        <span class="visually-hidden">{i18n.t('proposal.accept')}</span>
        <span class={isSure(speaker) ? 'chip' : 'chip chip-doubtful'}>{name}</span>
        <span class="proposal-details">
          <QuotedText>{details.filter(Boolean).join(' · ')}</QuotedText>
        </span>
        <span class="key" aria-hidden="true">
          ⏎
        </span>
      </button>
    </div>
  );
}
