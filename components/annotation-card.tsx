import { i18n } from '#i18n';
import type { Annotation } from '@/lib/annotations/annotation';
import { placementInForce, segmentsToAnchor } from '@/lib/annotations/placement';
import type { Speaker } from '@/lib/annotations/speaker';
import { CardStatus } from './changes/card-status';
import { BinIcon, LocateIcon, PencilIcon } from './icons';
import { lazyView } from './lazy-view';
import { claimStatusWord, kindWord, quoteTypeWord } from './model-words';
import { QuotedText } from './quoted-text';
import { passageWords, unquoted } from './session/passage-words';
import type { Listed } from './session/reading-order';
import { useSession } from './session-context';
import { useFocusWish } from './use-focus-wish';

const AnnotationEditor = lazyView(
  async () => (await import('./editor/annotation-editor')).AnnotationEditor,
  undefined,
  true,
);

function SpeakerChip({ annotation, speaker }: { annotation: Annotation; speaker: Speaker | null }) {
  const session = useSession();
  if (speaker) return <span class="chip">{speaker.name}</span>;
  const edit = () => {
    session.changeDraft({ editing: annotation.id });
    session.wishFocus({ part: 'speaker', id: annotation.id });
  };
  return (
    <button type="button" class="chip chip-open" onClick={edit}>
      {annotation.kind === 'speaker' ? i18n.t('card.whoIsThis') : i18n.t('card.whoSaidThis')}
    </button>
  );
}

function CardActions({ annotation, words }: { annotation: Annotation; words: string }) {
  const session = useSession();
  const editRef = useFocusWish<HTMLButtonElement>('edit', annotation.id);
  const isEditing = session.draft.value.editing === annotation.id;
  const toggleEditor = () => {
    session.changeDraft({ editing: isEditing ? null : annotation.id });
    if (!isEditing) session.wishFocus({ part: 'speaker', id: annotation.id });
  };
  return (
    <div class="card-actions">
      <button
        ref={editRef}
        type="button"
        class="icon-button"
        title={i18n.t('card.edit')}
        aria-label={i18n.t('card.editWords', { words })}
        aria-expanded={isEditing}
        onClick={toggleEditor}
      >
        <PencilIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        title={i18n.t('card.show')}
        aria-label={i18n.t('card.showWords', { words })}
        onClick={() => session.showOnPage(annotation.id)}
      >
        <LocateIcon />
      </button>
      <button
        type="button"
        class="icon-button icon-button-delete"
        title={i18n.t('card.delete')}
        aria-label={i18n.t('card.deleteWords', { words })}
        onClick={() => session.remove(annotation)}
      >
        <BinIcon />
      </button>
    </div>
  );
}

/** Says of the card's words what they are, where the page has others now. */
function StandingCaption({ listed: { annotation, anchoring } }: { listed: Listed }) {
  if (anchoring?.status !== 'changed') return null;
  return (
    <span class="card-caption">
      {placementInForce(annotation) ? i18n.t('card.asPlaced') : i18n.t('card.asRecorded')}
    </span>
  );
}

/** One annotation: its words, who said them, and what can be done with it. */
export function AnnotationCard({ listed }: { listed: Listed }) {
  const session = useSession();
  const { annotation } = listed;
  const { kind, attribution, quoteType, claim, tags, note } = annotation;
  const words = passageWords({ segments: segmentsToAnchor(annotation) });
  const wordsId = `words-${annotation.id}`;
  const isEditing = session.draft.value.editing === annotation.id;
  const isOpenOnPage = session.openedOnPage.value?.id === annotation.id;
  const known = session.speakers.value.find(({ speaker }) => speaker.id === attribution.speakerId);
  const role = attribution.describedAs ?? known?.speaker.role;
  const cue = attribution.cue && passageWords({ segments: [attribution.cue] });
  const details = [role, cue, quoteType && quoteTypeWord(quoteType)].filter(Boolean);
  return (
    <li
      class={`card card-${kind}${isEditing ? ' is-open' : ''}`}
      data-id={annotation.id}
      aria-current={isOpenOnPage ? 'true' : undefined}
      tabIndex={-1}
    >
      <div class="card-head">
        <p class="card-text" id={wordsId}>
          <span class="visually-hidden">{`${kindWord(kind)}: `}</span>
          <StandingCaption listed={listed} />
          <QuotedText>{kind === 'quote' ? <q>{unquoted(words)}</q> : words}</QuotedText>
        </p>
        <CardActions annotation={annotation} words={words} />
      </div>
      <div class="card-meta">
        <SpeakerChip annotation={annotation} speaker={known?.speaker ?? null} />
        {claim && <span class="label label-claim">{claimStatusWord(claim.status)}</span>}
        {details.length > 0 && <span>{details.join(' · ')}</span>}
        {tags.map((tag) => (
          <span key={tag} class="label label-tag">
            {tag}
          </span>
        ))}
      </div>
      <CardStatus listed={listed} wordsId={wordsId} />
      {note && !isEditing && <p class="card-note">{note}</p>}
      {isEditing && <AnnotationEditor key={annotation.id} annotation={annotation} />}
    </li>
  );
}
