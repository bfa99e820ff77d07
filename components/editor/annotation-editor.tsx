import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { acceptProposal } from '@/components/proposal/accept-proposal';
import { ProposalLine } from '@/components/proposal/proposal-line';
import { useProposal } from '@/components/proposal/use-proposal';
import { isNamed } from '@/components/review/suggestion';
import { passageWords } from '@/components/session/passage-words';
import { useSession } from '@/components/session-context';
import { SpeakerCombobox } from '@/components/speaker/speaker-combobox';
import { useFocusWish } from '@/components/use-focus-wish';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';
import type { SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';
import { ClaimStatusField } from './claim-status-field';
import { NoteField } from './note-field';
import { PassageFields } from './passage-fields';
import { QuoteTypeField } from './quote-type-field';
import { RoleField } from './role-field';
import { TagsField } from './tags-field';

/**
 * The fields of one annotation. Each is saved as it is typed and keeps its own text meanwhile, so that what comes back
 * from the store never overwrites what a person is typing.
 */
export function AnnotationEditor({ annotation }: { annotation: Annotation }) {
  const session = useSession();
  const inputRef = useFocusWish<HTMLInputElement>('speaker', annotation.id);
  const [chosenId, setChosenId] = useState<Id | null>(annotation.attribution.speakerId);
  /** A proposed name that somebody in another article bears: the list asks whether it is them. */
  const [namesake, setNamesake] = useState<SuggestedSpeaker | null>(null);
  const { speakerText } = session.draft.value;
  const known = session.speakers.value;
  const chosen = known.find(({ speaker }) => speaker.id === chosenId) ?? null;
  const prefix = `editor-${annotation.id}`;
  const proposal = useProposal(annotation);
  const page = session.page.value;
  const isNewMention = annotation.kind === 'speaker' && annotation.attribution.speakerId === null;

  const setUndecided = (text: string | null) => {
    const { [annotation.id]: _, ...others } = session.draft.value.speakerText;
    session.changeDraft({ speakerText: text === null ? others : { ...others, [annotation.id]: text } });
  };
  const choose = (speakerId: Id | null) => {
    setChosenId(speakerId);
    session.setSpeaker(annotation.id, speakerId);
  };
  /** A name that was proposed brings its role along. */
  const create = (name: string) => {
    const proposed = [proposal?.named, namesake].find((one) => one?.name === name);
    setChosenId(session.createSpeaker(name, annotation, proposed?.role ?? '').id);
  };
  const acceptProposed = () => {
    if (!page || !proposal?.speaker) return;
    const { speaker } = proposal;
    acceptProposal(session, page, annotation, proposal).then((speakerId) => {
      if (speakerId) setChosenId(speakerId);
      else if (isNamed(speaker)) setNamesake(speaker);
    }, session.report);
  };
  const close = () => {
    session.changeDraft({ editing: null });
    session.wishFocus({ part: 'edit', id: annotation.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Left to itself, Escape closes the popup.
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shortcut; the button "Done" does the same.
    <div class="editor" onKeyDown={onKeyDown}>
      <div class="field">
        <label for={`${prefix}-speaker`}>{i18n.t('editor.speaker')}</label>
        <SpeakerCombobox
          id={`${prefix}-speaker`}
          inputRef={inputRef}
          known={known}
          articleKey={annotation.articleKey}
          chosen={chosen?.speaker ?? null}
          undecided={speakerText[annotation.id] ?? null}
          suggested={isNewMention ? (proposal?.named?.name ?? passageWords(annotation)) : (namesake?.name ?? null)}
          onChoose={(speaker) => choose(speaker.id)}
          onCreate={create}
          onEnterEmpty={acceptProposed}
          onClear={() => {
            if (chosenId !== null) choose(null);
          }}
          onUndecided={setUndecided}
        />
      </div>
      {page && proposal?.speaker && chosenId === null && (
        <ProposalLine
          speaker={proposal.speaker}
          proposal={proposal}
          text={page.reading.text}
          onAccept={acceptProposed}
        />
      )}
      <RoleField key={chosen?.speaker.id} id={`${prefix}-role`} annotation={annotation} known={chosen} />
      {annotation.kind === 'quote' && <QuoteTypeField annotation={annotation} />}
      {annotation.kind === 'claim' && <ClaimStatusField id={`${prefix}-status`} annotation={annotation} />}
      {annotation.kind !== 'speaker' && <PassageFields annotation={annotation} />}
      <TagsField id={`${prefix}-tags`} annotation={annotation} />
      <NoteField id={`${prefix}-note`} annotation={annotation} />
      <div class="editor-end">
        {annotation.kind === 'quote' && <AddSegmentButton annotation={annotation} />}
        <button type="button" class="button button-small editor-done" onClick={close}>
          {i18n.t('button.done')}
        </button>
      </div>
    </div>
  );
}

function AddSegmentButton({ annotation }: { annotation: Annotation }) {
  const session = useSession();
  const reason = session.target.value?.reason ?? null;
  return (
    <button
      type="button"
      class="button button-small"
      aria-disabled={reason !== null}
      title={reason ?? undefined}
      onClick={() => session.addSegment(annotation.id)}
    >
      {i18n.t('editor.addSegment')}
    </button>
  );
}
