import { i18n } from '#i18n';
import type { KnownSpeaker } from '@/components/session/dependencies';
import { speakerDetails } from './matching-speakers';

interface SpeakerOptionsProps {
  id: string;
  isOpen: boolean;
  matches: readonly KnownSpeaker[];
  /** Offered as a new speaker, after all matches. */
  newName: string | null;
  active: number;
  optionId(index: number): string;
  onChoose(index: number): void;
}

/** The list of a speaker combobox. The focus stays in the text field; a press of the mouse does not take it away. */
export function SpeakerOptions({ id, isOpen, matches, newName, active, optionId, onChoose }: SpeakerOptionsProps) {
  const option = (index: number, isNew: boolean) => ({
    id: optionId(index),
    role: 'option' as const,
    class: `option${isNew ? ' option-new' : ''}`,
    'aria-selected': index === active,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => onChoose(index),
  });
  return (
    // The keys are handled by the text field, which keeps the focus.
    <div id={id} class="options" role="listbox" aria-label={i18n.t('speakers.list')} hidden={!isOpen}>
      {isOpen &&
        matches.map((match, index) => (
          <div key={match.speaker.id} {...option(index, false)}>
            <span class="option-name">{match.speaker.name}</span>
            {speakerDetails(match) && <span class="option-details"> {speakerDetails(match)}</span>}
          </div>
        ))}
      {isOpen && newName && (
        <div key="new" {...option(matches.length, true)}>
          {i18n.t('speakers.new', { name: newName })}
        </div>
      )}
    </div>
  );
}
