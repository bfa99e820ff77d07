import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/annotations/failure';
import { AnnotationList } from './annotation-list';
import { ArticleHeader } from './article-header';
import { ExportButton } from './export/export-button';
import type { Exporter } from './export/exporter';
import { failureWords } from './failure-words';
import { LibraryIcon, SlidersIcon } from './icons';
import { lazyView } from './lazy-view';
import { Notices } from './notices';
import { SelectionPanel } from './selection-panel';
import type { Session } from './session/session';
import { SessionContext } from './session-context';
import { kindOfKey, plainLetter, takesLetters } from './shortcuts';
import { StatusBar } from './status-bar';
import { UndoBar } from './undo-bar';

const PanelList = lazyView(async () => (await import('./panel/panel-list')).PanelList);
const Suggestions = lazyView(async () => (await import('./review/suggestions')).Suggestions);
const SiteTrust = lazyView(async () => (await import('./trust/site-trust')).SiteTrust);
const ArticleView = lazyView(async () => (await import('./article-view/article-view')).ArticleView);

function toggleArticleView(session: Session) {
  const { articleView } = session.draft.value;
  session.changeDraft({ articleView: { ...articleView, open: !articleView.open } });
  if (!articleView.open) session.wishFocus({ part: 'article-view' });
}

/** Q, C and S tag, A opens the article, wherever the focus is, unless letters are being typed. */
function useShortcuts(session: Session) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (session.isReviewing.value) return;
      const kind = kindOfKey(event);
      if (kind) session.tag(kind);
      else if (plainLetter(event) === 'a' && !takesLetters(event.target) && session.page.value) {
        toggleArticleView(session);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
}

export interface TaggingAppProps {
  session: Session;
  exporter: Exporter;
  /** There is room for the list to be filtered, as in a side panel. */
  isTall?: boolean;
  onOpenSettings?: () => void;
  onOpenLibrary?: () => void;
  /** Opens the side panel; where there is none, no button offers it. */
  onOpenPanel?: () => void;
}

/** The tagging app: what is selected, what is tagged, and the way out as JSON. */
export function TaggingApp({
  session,
  exporter,
  isTall = false,
  onOpenPanel,
  onOpenSettings,
  onOpenLibrary,
}: TaggingAppProps) {
  useShortcuts(session);
  return (
    <SessionContext.Provider value={session}>
      <div class="app">
        <ArticleHeader />
        <div class="corner-buttons">
          {onOpenLibrary && (
            <button
              type="button"
              class="icon-button"
              title={i18n.t('library.open')}
              aria-label={i18n.t('library.open')}
              onClick={onOpenLibrary}
            >
              <LibraryIcon />
            </button>
          )}
          {onOpenSettings && (
            <button
              type="button"
              class="icon-button"
              title={i18n.t('settings.title')}
              aria-label={i18n.t('settings.title')}
              onClick={onOpenSettings}
            >
              <SlidersIcon />
            </button>
          )}
        </div>
        <Notices />
        {session.phase.value === 'failed' ? <Failed session={session} /> : <Ready session={session} isTall={isTall} />}
        {session.phase.value !== 'failed' && (
          <footer>
            <UndoBar />
            <StatusBar exporter={exporter} />
            <div class="footer-buttons">
              <ExportButton exporter={exporter} />
              <span class="grow" />
              {onOpenPanel && (
                <button type="button" class="button" onClick={onOpenPanel}>
                  {i18n.t('panel.open')}
                </button>
              )}
              {!session.isReviewing.value && <ArticleToggle session={session} />}
            </div>
          </footer>
        )}
      </div>
    </SessionContext.Provider>
  );
}

function Ready({ session, isTall }: { session: Session; isTall: boolean }) {
  const isArticleOpen = session.draft.value.articleView.open;
  const isReviewing = session.isReviewing.value;
  return (
    <>
      {!isReviewing && <SelectionPanel />}
      {/* Reached by keyboard through what is in it; Chromium and axe want a scrolling box to be reachable itself. */}
      <main class="app-main">
        {session.page.value && <Suggestions />}
        {!isReviewing && isArticleOpen && <ArticleView />}
        {!isReviewing && (isTall ? <PanelList /> : <AnnotationList />)}
        {!isReviewing && session.page.value && <SiteTrust />}
      </main>
    </>
  );
}

/** Failures that another attempt can't help. */
const LASTING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'forbidden-page',
  'no-grant',
  'no-address',
  'too-large',
]);

function Failed({ session }: { session: Session }) {
  const failure = session.failure.value;
  return (
    <main class="failed">
      <p role="alert">{failure && failureWords(failure)}</p>
      {failure && !LASTING.has(failure.code) && (
        <button type="button" class="button" onClick={() => session.open()}>
          {i18n.t('button.tryAgain')}
        </button>
      )}
    </main>
  );
}

function ArticleToggle({ session }: { session: Session }) {
  return (
    <button
      type="button"
      class="button"
      aria-pressed={session.draft.value.articleView.open}
      aria-keyshortcuts="A"
      onClick={() => toggleArticleView(session)}
    >
      {i18n.t('articleView.button')}
      <span class="key" aria-hidden="true">
        A
      </span>
    </button>
  );
}
