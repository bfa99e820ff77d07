import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClaimStatusField } from '@/components/editor/claim-status-field';
import { NoteField } from '@/components/editor/note-field';
import { QuoteTypeField } from '@/components/editor/quote-type-field';
import { RoleField } from '@/components/editor/role-field';
import { TagsField } from '@/components/editor/tags-field';
import { kindWord } from '@/components/model-words';
import { passageWords, unquoted } from '@/components/session/passage-words';
import { SpeakerCombobox } from '@/components/speaker/speaker-combobox';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { newSpeaker } from '@/lib/annotations/speaker';
import { textFragment } from '@/lib/exchange/text-fragment';
import { isNamedElsewhere, type Row, readSpeakers } from '@/lib/store/library-reads';
import { ClaimReviewFields } from './claim-review-fields';
import { deleteAll } from './deeds';
import { useLibrary } from './library';
import { formatPlace } from './place';
import { sourceOf } from './row-content';
import { SameClaims } from './same-claims';
import { useLive } from './use-live';

export type PassageRow = Extract<Row, { type: 'passage' }>;

/** A passage with all that is known of it, to be edited. */
export function PassageDetail({ row }: { row: PassageRow }) {
  const library = useLibrary();
  const { annotation, article, speaker } = row;
  const words = passageWords({ segments: segmentsToAnchor(annotation) });
  const remove = () => {
    const { deeds, undo } = deleteAll([row]);
    library.go({ ref: null }, false);
    void library.act(deeds, { words: i18n.t('undo.deleted', { words }), undo });
  };
  return (
    <article class={`detail passage-detail passage-${annotation.kind}`}>
      <p class="detail-kind">{kindWord(annotation.kind)}</p>
      <h2 class="detail-words" lang={article?.lang ?? undefined} dir={article?.dir ?? 'auto'}>
        {annotation.kind === 'quote' ? <q>{unquoted(words)}</q> : words}
      </h2>
      {article && (
        <p class="detail-source">
          {sourceOf(article)}
          <br />
          <a href={formatPlace({ view: 'articles', query: '', ref: article.key, at: annotation.id })}>
            {article.title}
          </a>
        </p>
      )}
      <div class="editor">
        <SpeakerField row={row} />
        <RoleOf key={speaker?.id} row={row} />
        {annotation.kind === 'quote' && <QuoteTypeField annotation={annotation} />}
        {annotation.kind === 'claim' && <ClaimStatusField id="detail-status" annotation={annotation} />}
        {annotation.kind === 'claim' && <ClaimReviewFields annotation={annotation} />}
        <TagsField id="detail-tags" annotation={annotation} />
        <NoteField id="detail-note" annotation={annotation} />
      </div>
      {annotation.kind === 'claim' && <SameClaims annotation={annotation} />}
      <div class="buttons">
        {article && (
          <a
            class="button button-small"
            href={article.url + textFragment(segmentsToAnchor(annotation).map(({ quote }) => ({ quote, text: null })))}
            target="_blank"
            rel="noopener noreferrer"
          >
            {i18n.t('library.openPage')}
          </a>
        )}
        <button type="button" class="button button-small" onClick={remove}>
          {i18n.t('card.delete')}
        </button>
      </div>
    </article>
  );
}

function SpeakerField({ row: { annotation, speaker } }: { row: PassageRow }) {
  const library = useLibrary();
  const inputRef = useRef<HTMLInputElement>(null);
  const speakers = useLive(readSpeakers, []) ?? [];
  const name = (speakerId: string | null) =>
    void library.act([
      {
        type: 'updateAnnotation',
        annotationId: annotation.id,
        patch: { attribution: { speakerId, describedAs: null } },
        capture: null,
      },
    ]);
  const chosen = speaker?.deletedAt === null ? speaker : null;
  return (
    <div class="field">
      <label for="detail-speaker">{i18n.t('editor.speaker')}</label>
      <div class="speaker-field">
        <SpeakerCombobox
          id="detail-speaker"
          inputRef={inputRef}
          known={speakers.map((one) => ({ speaker: one, articleKeys: [], outlets: [] }))}
          articleKey={null}
          chosen={chosen}
          undecided={null}
          suggested={null}
          onChoose={({ id }) => name(id)}
          onCreate={(typed) => {
            const created = newSpeaker(library.newId(), typed, library.now());
            void library.act([{ type: 'createSpeaker', speaker: created, annotationId: annotation.id }]);
          }}
          onClear={() => {
            if (annotation.attribution.speakerId !== null) name(null);
          }}
          onUndecided={() => undefined}
        />
        {chosen && (
          <a class="speaker-link" href={formatPlace({ view: 'speakers', query: '', ref: chosen.id, at: null })}>
            {i18n.t('library.allOfSpeaker', { name: chosen.name })}
          </a>
        )}
      </div>
    </div>
  );
}

function RoleOf({ row: { annotation, speaker } }: { row: PassageRow }) {
  const { articleKey } = annotation;
  const isShared = useLive(
    async (db) => speaker !== null && isNamedElsewhere(db, speaker.id, articleKey),
    [speaker?.id, articleKey],
  );
  if (isShared === undefined) return null;
  const articleKeys = isShared ? [articleKey, ''] : [articleKey];
  return (
    <RoleField id="detail-role" annotation={annotation} known={speaker && { speaker, articleKeys, outlets: [] }} />
  );
}
