import { i18n } from '#i18n';
import { formatDay } from '@/components/day';
import { claimStatusWord, kindWord } from '@/components/model-words';
import { passageWords, unquoted } from '@/components/session/passage-words';
import type { Article } from '@/lib/annotations/article';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import type { Row } from '@/lib/store/library-reads';
import { siteOf } from '@/lib/store/search-entries';
import type { Term } from '@/lib/store/search-query';
import { MarkedText } from './marked-text';

/** Where and when something was published, in one line. */
export function sourceOf(article: Article): string {
  const site = article.siteName?.trim() || siteOf(article.key) || i18n.t('article.localFile');
  return [site, article.publishedTime && formatDay(article.publishedTime)].filter(Boolean).join(' · ');
}

/** What a list says of a record, in two parts: its words and what else is known. */
export function RowContent({ row, words }: { row: Row; words: readonly Term[] }) {
  if (row.type === 'article') {
    const { quote, claim } = row.counts;
    return (
      <>
        <span class="row-text" lang={row.article.lang ?? undefined} dir={row.article.dir ?? 'auto'}>
          <MarkedText text={row.article.title || i18n.t('article.untitled')} words={words} />
        </span>
        <span class="row-meta">
          <span>{sourceOf(row.article)}</span>
          <span>{`${i18n.t('review.quotes', quote)} · ${i18n.t('review.claims', claim)}`}</span>
        </span>
      </>
    );
  }
  if (row.type === 'speaker') {
    const { name, role, organisation, aliases } = row.speaker;
    const details = [role, organisation, aliases.join(', ')].filter(Boolean).join(' · ');
    return (
      <>
        <span class="row-text row-name">
          <MarkedText text={name} words={words} />
        </span>
        <span class="row-meta">
          <span>{i18n.t('library.passages', row.passages)}</span>
          {details && (
            <span>
              <MarkedText text={details} words={words} />
            </span>
          )}
        </span>
      </>
    );
  }
  const { annotation, article, speaker } = row;
  const text = passageWords({ segments: segmentsToAnchor(annotation) });
  const isQuote = annotation.kind === 'quote';
  const around = [article && sourceOf(article), annotation.note, article?.title].filter(Boolean).join(' · ');
  return (
    <>
      <span class="row-text" lang={article?.lang ?? undefined} dir={article?.dir ?? 'auto'}>
        <span class="visually-hidden">{`${kindWord(annotation.kind)}: `}</span>
        {isQuote ? (
          <q>
            <MarkedText text={unquoted(text)} words={words} />
          </q>
        ) : (
          <MarkedText text={text} words={words} />
        )}
      </span>
      <span class="row-meta">
        {speaker && (
          <span class="chip">
            <MarkedText text={speaker.name} words={words} />
          </span>
        )}
        {annotation.claim && <span class="label label-claim">{claimStatusWord(annotation.claim.status)}</span>}
        {annotation.tags.map((tag) => (
          <span key={tag} class="label label-tag">
            <MarkedText text={tag} words={words} />
          </span>
        ))}
        <span>
          <MarkedText text={around} words={words} />
        </span>
      </span>
    </>
  );
}
