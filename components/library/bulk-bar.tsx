import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { parseTags } from '@/components/editor/tags-field';
import { claimStatusWord } from '@/components/model-words';
import { SpeakerCombobox } from '@/components/speaker/speaker-combobox';
import { CLAIM_STATUSES } from '@/lib/annotations/annotation';
import { newSpeaker } from '@/lib/annotations/speaker';
import { readAnnotations, readRows, readSpeakers } from '@/lib/store/library-reads';
import { deleteAll, judgeAll, nameInAll, type Reversible, restoreAll, tagAll } from './deeds';
import { EraseButton } from './erase-button';
import { useLibrary } from './library';
import { useFocusFirst } from './use-focus-first';
import { useLive } from './use-live';

interface BulkBarProps {
  chosen: ReadonlySet<number>;
  /** What is chosen: only passages can be tagged and given a speaker, and only claims a status. */
  of: 'quotes' | 'claims' | 'others' | 'deleted';
  onDone(): void;
}

type Form = 'tags' | 'speaker';

/** What can be done with all that is chosen in a list. */
export function BulkBar({ chosen, of, onDone }: BulkBarProps) {
  const library = useLibrary();
  const [form, open] = useState<Form | null>(null);
  const numbers = [...chosen];

  async function act({ deeds, undo }: Reversible) {
    open(null);
    onDone();
    await library.act(deeds, { words: i18n.t('library.changed', deeds.length), undo });
  }
  const withAnnotations = (make: (found: Awaited<ReturnType<typeof readAnnotations>>) => Reversible) =>
    library.read((db) => readAnnotations(db, numbers)).then((found) => act(make(found)), library.report);
  const withRows = (make: (rows: Awaited<ReturnType<typeof readRows>>) => Reversible) =>
    library.read((db) => readRows(db, numbers)).then((rows) => act(make(rows)), library.report);

  if (of === 'deleted') {
    return (
      <section class="bulk-bar" aria-label={i18n.t('library.chosenRegion')}>
        <span class="bulk-count">{i18n.t('library.chosen', chosen.size)}</span>
        <button
          type="button"
          class="button button-small"
          onClick={() => withRows((rows) => ({ deeds: restoreAll(rows.values()), undo: [] }))}
        >
          {i18n.t('library.restore')}
        </button>
        <EraseButton numbers={numbers} onDone={onDone} />
      </section>
    );
  }
  return (
    <section class="bulk-bar" aria-label={i18n.t('library.chosenRegion')}>
      <span class="bulk-count">{i18n.t('library.chosen', chosen.size)}</span>
      {of !== 'others' && (
        <>
          <button
            type="button"
            class="button button-small"
            aria-expanded={form === 'tags'}
            onClick={() => open('tags')}
          >
            {i18n.t('library.addTags')}
          </button>
          <button
            type="button"
            class="button button-small"
            aria-expanded={form === 'speaker'}
            onClick={() => open('speaker')}
          >
            {i18n.t('library.setSpeaker')}
          </button>
        </>
      )}
      {of === 'claims' && (
        <select
          class="bulk-status"
          aria-label={i18n.t('editor.claimStatus')}
          value=""
          onChange={({ currentTarget }) => {
            const status = CLAIM_STATUSES.find((known) => known === currentTarget.value);
            if (status) void withAnnotations((found) => judgeAll(found, status));
          }}
        >
          <option value="">{i18n.t('editor.claimStatus')}</option>
          {CLAIM_STATUSES.map((status) => (
            <option key={status} value={status}>
              {claimStatusWord(status)}
            </option>
          ))}
        </select>
      )}
      <button type="button" class="button button-small" onClick={() => withRows((rows) => deleteAll(rows.values()))}>
        {i18n.t('card.delete')}
      </button>
      <span class="grow" />
      <button type="button" class="button button-small" onClick={onDone}>
        {i18n.t('library.chooseNone')}
      </button>
      {form === 'tags' && <TagsForm onTags={(tags) => withAnnotations((found) => tagAll(found, tags))} />}
      {form === 'speaker' && (
        <SpeakerForm
          onSpeaker={(speakerId) => withAnnotations((found) => nameInAll(found, speakerId))}
          onNew={(name) => {
            const speaker = newSpeaker(library.newId(), name, library.now());
            void withAnnotations((found) => {
              const { deeds, undo } = nameInAll(found, speaker.id);
              return {
                deeds: [{ type: 'createSpeaker', speaker, annotationId: null }, ...deeds],
                undo: [...undo, { type: 'deleteSpeaker', speakerId: speaker.id }],
              };
            });
          }}
        />
      )}
    </section>
  );
}

function TagsForm({ onTags }: { onTags(tags: string[]): void }) {
  const [text, type] = useState('');
  const ref = useFocusFirst<HTMLInputElement>();
  return (
    <form
      class="bulk-form field"
      onSubmit={(event) => {
        event.preventDefault();
        const tags = parseTags(text);
        if (tags.length > 0) onTags(tags);
      }}
    >
      <label for="bulk-tags">{i18n.t('editor.tags')}</label>
      <input
        id="bulk-tags"
        ref={ref}
        type="text"
        autocomplete="off"
        placeholder={i18n.t('editor.tagsHint')}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
    </form>
  );
}

function SpeakerForm({ onSpeaker, onNew }: { onSpeaker(id: string): void; onNew(name: string): void }) {
  const inputRef = useFocusFirst<HTMLInputElement>();
  const speakers = useLive(readSpeakers, []) ?? [];
  return (
    <div class="bulk-form field">
      <label for="bulk-speaker">{i18n.t('editor.speaker')}</label>
      <SpeakerCombobox
        id="bulk-speaker"
        inputRef={inputRef}
        known={speakers.map((speaker) => ({ speaker, articleKeys: [], outlets: [] }))}
        articleKey={null}
        chosen={null}
        undecided={null}
        suggested={null}
        onChoose={({ id }) => onSpeaker(id)}
        onCreate={onNew}
        onClear={() => undefined}
        onUndecided={() => undefined}
      />
    </div>
  );
}
