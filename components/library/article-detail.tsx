import { i18n } from '#i18n';
import { sourceLine } from '@/components/article-header';
import { formatDay } from '@/components/day';
import { kindWord } from '@/components/model-words';
import { passageWords } from '@/components/session/passage-words';
import { inReadingOrder } from '@/components/session/reading-order';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { articlesOfSite, readReadableArticle } from '@/lib/store/library-reads';
import { siteOf } from '@/lib/store/search-entries';
import { ConfirmButton } from './confirm-button';
import { useLibrary } from './library';
import { formatPlace } from './place';
import { Reader } from './reader';
import { useLive } from './use-live';

/** An article as it read when it was tagged, whatever has become of its page, with what is tagged in it. */
export function ArticleDetail({ articleKey, at }: { articleKey: string; at: string | null }) {
  const library = useLibrary();
  const readable = useLive((db) => readReadableArticle(db, articleKey), [articleKey]);
  if (!readable) return null;
  const { article, snapshot, annotations } = readable;
  const site = siteOf(article.key);

  function remove(keys: readonly string[], words: string) {
    library.go({ ref: null, at: null }, false);
    void library.act(
      keys.map((key) => ({ type: 'deleteArticle', articleKey: key })),
      { words, undo: keys.map((key) => ({ type: 'restoreArticle', articleKey: key })) },
    );
  }
  const removeSite = () =>
    library
      .read((db) => articlesOfSite(db, site))
      .then((keys) => remove(keys, i18n.t('undo.deleted', { words: site })), library.report);

  return (
    <article class="detail article-detail">
      <p class="source-line">{sourceLine(article.url, article)}</p>
      <h2 class="detail-words" lang={article.lang ?? undefined} dir={article.dir ?? 'auto'}>
        {article.title || i18n.t('article.untitled')}
      </h2>
      <div class="buttons">
        <a class="button button-small" href={article.url} target="_blank" rel="noopener noreferrer">
          {i18n.t('library.openPage')}
        </a>
        <a class="button button-small" href={formatPlace({ view: 'exchange', query: '', ref: articleKey, at: null })}>
          {i18n.t('library.article.export')}
        </a>
        <button
          type="button"
          class="button button-small"
          onClick={() => remove([article.key], i18n.t('undo.deleted', { words: article.title }))}
        >
          {i18n.t('library.article.delete')}
        </button>
        {site && (
          <ConfirmButton
            label={i18n.t('library.article.deleteSite')}
            question={i18n.t('library.article.deleteSiteQuestion', { site })}
            confirm={i18n.t('library.article.deleteSite')}
            onConfirm={() => void removeSite()}
          />
        )}
      </div>
      <ul class="tagged" aria-label={i18n.t('list.name')}>
        {inReadingOrder(annotations, new Map()).map(({ annotation }) => (
          <li key={annotation.id} class={`tagged-${annotation.kind}`}>
            <a
              href={formatPlace({ ...library.place.value, view: 'articles', ref: articleKey, at: annotation.id })}
              aria-current={annotation.id === at ? 'true' : undefined}
            >
              <span class="visually-hidden">{`${kindWord(annotation.kind)}: `}</span>
              {passageWords({ segments: segmentsToAnchor(annotation) })}
            </a>
            <a
              class="tagged-edit"
              href={formatPlace({
                view: annotation.kind === 'claim' ? 'claims' : 'quotes',
                query: '',
                ref: annotation.id,
                at: null,
              })}
            >
              {i18n.t('card.edit')}
            </a>
          </li>
        ))}
      </ul>
      {snapshot ? (
        <>
          <p class="hint">{i18n.t('library.article.asOf', { day: formatDay(snapshot.capturedAt) ?? '' })}</p>
          <Reader key={snapshot.hash} snapshot={snapshot} annotations={annotations} at={at} />
        </>
      ) : (
        <p class="hint">{i18n.t('library.article.noText')}</p>
      )}
    </article>
  );
}
