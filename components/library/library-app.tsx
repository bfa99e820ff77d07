import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EditingContext } from '@/components/editor/editing';
import { SettingsPage, type SettingsPageProps } from '@/components/settings/settings-page';
import type { OnRecordDatabase } from '@/lib/store/database';
import { BulkBar } from './bulk-bar';
import { Detail } from './detail';
import { ExchangeSlot } from './exchange-slot';
import { type Library, LibraryContext, useLibrary } from './library';
import { LibraryNotices, LibraryUndo } from './library-notices';
import { Nav } from './nav';
import type { View } from './place';
import { RecordList } from './record-list';
import { SearchField } from './search-field';
import { useFound } from './use-found';

interface LibraryAppProps {
  library: Library;
  /** For exports, which read all of it, and imports, which write to it. */
  db: OnRecordDatabase;
  settings: SettingsPageProps;
}

/** Everything that was tagged, in all articles. */
export function LibraryApp({ library, db, settings }: LibraryAppProps) {
  const editing = useMemo(
    () => ({
      update: (annotationId: string, patch: object) =>
        void library.act([{ type: 'updateAnnotation', annotationId, patch, capture: null }]),
      updateSpeaker: (speakerId: string, patch: object) =>
        void library.act([{ type: 'updateSpeaker', speakerId, patch }]),
    }),
    [library],
  );
  const { view, ref } = library.place.value;
  return (
    <LibraryContext.Provider value={library}>
      <EditingContext.Provider value={editing}>
        <div class={`library${ref === null ? '' : ' has-detail'}`}>
          <Nav />
          <div class="library-body">
            <LibraryNotices />
            {view === 'settings' && <SettingsPage {...settings} />}
            {view === 'exchange' && <ExchangeSlot db={db} />}
            {view !== 'settings' && view !== 'exchange' && <Records view={view} />}
            <LibraryUndo />
          </div>
          <p class="visually-hidden" role="status">
            {library.announcement.value}
          </p>
        </div>
      </EditingContext.Provider>
    </LibraryContext.Provider>
  );
}

const NONE: ReadonlySet<number> = new Set();

function Records({ view }: { view: Exclude<View, 'settings' | 'exchange'> }) {
  const { place, go } = useLibrary();
  const { query: text, ref } = place.value;
  const { query, found, of } = useFound(view, text);
  const paneRef = useRef<HTMLElement>(null);
  const [chosen, choose] = useState<{ view: View; numbers: ReadonlySet<number> }>({ view, numbers: NONE });
  const numbers = chosen.view === view ? chosen.numbers : NONE;
  return (
    <main class="records">
      <h1 class="visually-hidden">{i18n.t(`library.view.${view}`)}</h1>
      <section class="library-list" aria-label={i18n.t(`library.view.${view}`)}>
        <SearchField />
        {numbers.size > 0 && (
          <BulkBar
            chosen={numbers}
            of={view === 'speakers' || view === 'articles' ? 'others' : view}
            onDone={() => choose({ view, numbers: NONE })}
          />
        )}
        {found && of === view && (
          <p class="found-count" role="status">
            {i18n.t('library.found', found.length)}
          </p>
        )}
        {found && of === view && found.length > 0 && (
          <RecordList
            key={view}
            label={i18n.t(`library.view.${view}`)}
            found={found}
            words={query.words}
            current={ref}
            chosen={numbers}
            onOpen={(next, isStep) => go({ ref: next, at: null }, isStep)}
            onChoose={(next) => choose({ view, numbers: next })}
            onEnter={() => paneRef.current?.focus()}
          />
        )}
        {found && of === view && found.length === 0 && (
          <p class="empty-state">{text ? i18n.t('library.nothing') : i18n.t(`library.empty.${view}`)}</p>
        )}
      </section>
      <Detail paneRef={paneRef} />
    </main>
  );
}
