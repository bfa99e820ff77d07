import { i18n } from '#i18n';
import { countOf } from '@/lib/store/library-reads';
import { useLibrary } from './library';
import { formatPlace, VIEWS, type View } from './place';
import { useLive } from './use-live';

/** The term of the index that all records of a view have; null for a view that lists none. */
export const TERM_OF: Readonly<Record<View, string | null>> = {
  quotes: 'kind:quote',
  claims: 'kind:claim',
  speakers: 'kind:person',
  articles: 'kind:article',
  deleted: 'is:deleted',
  exchange: null,
  settings: null,
};

/** The views, each with how much is in it. */
export function Nav() {
  const library = useLibrary();
  const { view, query } = library.place.value;
  const counts = useLive((db) => Promise.all(VIEWS.map((one) => (TERM_OF[one] ? countOf(db, TERM_OF[one]) : 0))), []);
  return (
    <nav class="library-nav" aria-label={i18n.t('library.views')}>
      <p class="library-name">{i18n.t('extension.name')}</p>
      <ul>
        {VIEWS.map((one, i) => (
          <li key={one} class={`nav-${one}`}>
            <a
              href={formatPlace({ view: one, query, ref: null, at: null })}
              aria-current={one === view ? 'page' : undefined}
            >
              <span>{i18n.t(`library.view.${one}`)}</span>
              {TERM_OF[one] && counts && (
                <span class="nav-count">{(counts[i] ?? 0).toLocaleString(i18n.t('lang'))}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
