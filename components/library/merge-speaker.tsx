import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { matchingSpeakers, speakerDetails } from '@/components/speaker/matching-speakers';
import type { Speaker } from '@/lib/annotations/speaker';
import { readSpeakers } from '@/lib/store/library-reads';
import { mergeInto } from './deeds';
import { useLibrary } from './library';
import { useFocusFirst } from './use-focus-first';
import { useLive } from './use-live';

interface MergeSpeakerProps {
  speaker: Speaker;
  /** In how many passages they are named. */
  passages: number;
}

/** Makes one record of this speaker and another one, who stays. Nothing is merged before both names have been read. */
export function MergeSpeaker({ speaker, passages }: MergeSpeakerProps) {
  const library = useLibrary();
  const [typed, type] = useState<string | null>(null);
  const [into, choose] = useState<Speaker | null>(null);
  const close = () => {
    type(null);
    choose(null);
  };

  async function merge(kept: Speaker) {
    close();
    const ids = await library.read((db) =>
      db.annotations.where('attribution.speakerId').equals(speaker.id).primaryKeys(),
    );
    const { deeds, undo } = mergeInto(kept, speaker, ids);
    const words = i18n.t('library.speaker.merged', { gone: speaker.name, kept: kept.name });
    if (await library.act(deeds, { words, undo })) library.go({ ref: kept.id }, true);
  }

  if (into) {
    return (
      <Question
        speaker={speaker}
        into={into}
        passages={passages}
        onMerge={() => merge(into).catch(library.report)}
        onCancel={close}
      />
    );
  }
  if (typed === null) {
    return (
      <button type="button" class="button button-small" onClick={() => type('')}>
        {i18n.t('library.speaker.merge')}
      </button>
    );
  }
  return <Picker typed={typed} type={type} without={speaker.id} onPick={choose} onClose={close} />;
}

interface QuestionProps extends MergeSpeakerProps {
  into: Speaker;
  onMerge(): void;
  onCancel(): void;
}

function Question({ speaker, into, passages, onMerge, onCancel }: QuestionProps) {
  const ref = useFocusFirst<HTMLButtonElement>();
  return (
    <div class="question" role="alertdialog" aria-label={i18n.t('library.speaker.merge')}>
      <p>
        {i18n.t('library.speaker.mergeQuestion', { gone: speaker.name, kept: into.name })}{' '}
        {i18n.t('library.passages', passages)}
      </p>
      <div class="buttons">
        <button ref={ref} type="button" class="button button-small button-primary" onClick={onMerge}>
          {i18n.t('library.speaker.mergeNow')}
        </button>
        <button type="button" class="button button-small" onClick={onCancel}>
          {i18n.t('button.cancel')}
        </button>
      </div>
    </div>
  );
}

interface PickerProps {
  typed: string;
  type(text: string): void;
  without: string;
  onPick(speaker: Speaker): void;
  onClose(): void;
}

function Picker({ typed, type, without, onPick, onClose }: PickerProps) {
  const ref = useFocusFirst<HTMLInputElement>();
  const speakers = useLive(readSpeakers, []) ?? [];
  const known = speakers
    .filter(({ id }) => id !== without)
    .map((speaker) => ({ speaker, articleKeys: [], outlets: [] }));
  return (
    <div class="picker">
      <input
        type="search"
        ref={ref}
        aria-label={i18n.t('library.speaker.mergeWith')}
        placeholder={i18n.t('library.speaker.mergeWith')}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      />
      <ul>
        {matchingSpeakers(typed, known, null).map((one) => (
          <li key={one.speaker.id}>
            <button type="button" class="picker-option" onClick={() => onPick(one.speaker)}>
              <span class="picker-words">{one.speaker.name}</span>
              <span class="row-meta">{speakerDetails(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
