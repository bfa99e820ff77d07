import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { parseTags } from '@/components/editor/tags-field';
import type { SpeakerPatch } from '@/lib/annotations/command';
import type { Speaker } from '@/lib/annotations/speaker';
import { EVERYTHING, readAnnotations, readSpeaker } from '@/lib/store/library-reads';
import { search } from '@/lib/store/search';
import { BulkBar } from './bulk-bar';
import { CommittedField } from './committed-field';
import { splitOff } from './deeds';
import { useLibrary } from './library';
import { MergeSpeaker } from './merge-speaker';
import { RecordList } from './record-list';
import { useLive } from './use-live';

const NOBODY: ReadonlySet<number> = new Set();

/** The id in an address of Wikidata's, or what was typed. */
const wikidataId = (typed: string): string => /Q[1-9]\d*(?=$|[?#])/i.exec(typed)?.[0].toUpperCase() ?? typed;

/** A speaker with all that they are named in. */
export function SpeakerDetail({ id }: { id: string }) {
  const library = useLibrary();
  const [site, setSite] = useState<string | null>(null);
  const [chosen, choose] = useState(NOBODY);
  const record = useLive((db) => readSpeaker(db, id), [id]);
  const among = useMemo(() => [`by:${id}`, ...(site === null ? [] : [`site:${site}`])], [id, site]);
  const found = useLive((db) => search(db, EVERYTHING, among), [among]);
  if (!record || !found) return null;
  const { speaker, quotes, claims, sites } = record;
  const passages = sites.reduce((sum, one) => sum + one.passages, 0);

  async function split() {
    const otherId = library.newId();
    const annotations = await library.read((db) => readAnnotations(db, chosen));
    const { deeds, undo } = splitOff(
      speaker,
      otherId,
      library.now(),
      annotations.map((one) => one.id),
    );
    choose(NOBODY);
    const isDone = await library.act(deeds, {
      words: i18n.t('library.speaker.wasSplit', { name: speaker.name }),
      undo,
    });
    if (isDone) library.go({ ref: otherId }, true);
  }

  return (
    <article class="detail speaker-detail">
      <p class="detail-kind">{i18n.t('kind.speaker')}</p>
      <h2 class="detail-words">{speaker.name}</h2>
      <p class="detail-source">{`${i18n.t('review.quotes', quotes)} · ${i18n.t('review.claims', claims)}`}</p>
      <SpeakerFields speaker={speaker} />
      <div class="buttons">
        <MergeSpeaker speaker={speaker} passages={passages} />
        {found.length === 0 && site === null && (
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              library.go({ ref: null }, false);
              void library.act([{ type: 'deleteSpeaker', speakerId: id }], {
                words: i18n.t('undo.deleted', { words: speaker.name }),
                undo: [{ type: 'restoreSpeaker', speakerId: id }],
              });
            }}
          >
            {i18n.t('card.delete')}
          </button>
        )}
      </div>
      {sites.length > 1 && (
        <fieldset class="sites" aria-label={i18n.t('library.speaker.sites')}>
          {sites.map((one) => (
            <button
              key={one.site}
              type="button"
              class="filter-kind"
              aria-pressed={one.site === site}
              onClick={() => setSite(one.site === site ? null : one.site)}
            >
              {one.site} <span class="filter-count">{one.passages}</span>
            </button>
          ))}
        </fieldset>
      )}
      {chosen.size > 0 && (
        <>
          <BulkBar chosen={chosen} of="claims" onDone={() => choose(NOBODY)} />
          <button type="button" class="button button-small" onClick={() => split().catch(library.report)}>
            {i18n.t('library.speaker.split', chosen.size)}
          </button>
        </>
      )}
      <RecordList
        label={i18n.t('library.speaker.saidBy', { name: speaker.name })}
        found={found}
        words={EVERYTHING.words}
        current={null}
        chosen={chosen}
        onChoose={choose}
        onOpen={(ref, isStep) => {
          if (isStep) library.go({ view: 'quotes', query: '', ref }, true);
        }}
      />
    </article>
  );
}

function SpeakerFields({ speaker }: { speaker: Speaker }) {
  const library = useLibrary();
  const { id, name, role, organisation, aliases, wikidata } = speaker;
  const change = (patch: SpeakerPatch) => void library.act([{ type: 'updateSpeaker', speakerId: id, patch }]);
  const [refused, refuse] = useState(false);
  return (
    <div class="editor">
      <CommittedField
        id="speaker-name"
        label={i18n.t('settings.annotator.name')}
        value={name}
        onCommit={(typed) => {
          if (typed) change({ name: typed });
        }}
      />
      <CommittedField
        id="speaker-role"
        label={i18n.t('editor.role')}
        value={role}
        onCommit={(typed) => change({ role: typed })}
      />
      <CommittedField
        id="speaker-organisation"
        label={i18n.t('library.speaker.organisation')}
        value={organisation}
        onCommit={(typed) => change({ organisation: typed })}
      />
      <CommittedField
        id="speaker-aliases"
        label={i18n.t('library.speaker.aliases')}
        placeholder={i18n.t('editor.tagsHint')}
        value={aliases.join(', ')}
        onCommit={(typed) => change({ aliases: parseTags(typed) })}
      />
      <CommittedField
        id="speaker-wikidata"
        label={i18n.t('library.speaker.wikidata')}
        placeholder="Q42"
        value={wikidata ?? ''}
        onCommit={(typed) => {
          const isGood = typed === '' || /^Q[1-9]\d*$/.test(wikidataId(typed));
          refuse(!isGood);
          if (isGood) change({ wikidata: typed === '' ? null : wikidataId(typed) });
        }}
      />
      {refused && (
        <p class="hint" role="alert">
          {i18n.t('library.speaker.wikidataHint')}
        </p>
      )}
      {wikidata && (
        <p class="hint">
          <a href={`https://www.wikidata.org/wiki/${wikidata}`} target="_blank" rel="noopener noreferrer">
            {i18n.t('library.speaker.openWikidata', { id: wikidata })}
          </a>
        </p>
      )}
    </div>
  );
}
