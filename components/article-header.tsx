import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ArticleMetadata } from '@/lib/annotations/article';
import { formatDay } from './day';
import { useSession } from './session-context';

function siteOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname, protocol } = new URL(url);
  return hostname.replace(/^www\./, '') || (protocol === 'file:' ? i18n.t('article.localFile') : '');
}

/** How bylines begin, by the language of the article: our own word stands there instead. */
const BY: Readonly<Record<string, RegExp>> = { de: /^von\s+/i, en: /^by\s+/i, es: /^por\s+/i, fr: /^par\s+/i };

function authorOf({ byline, lang }: ArticleMetadata): string | null {
  const begins = BY[lang?.slice(0, 2).toLowerCase() ?? 'en'];
  const trimmed = byline?.trim() ?? '';
  return (begins ? trimmed.replace(begins, '') : trimmed) || null;
}

/** Site, day and author in one line; what is not known is left out. */
export function sourceLine(url: string, metadata: ArticleMetadata): string {
  const day = metadata.publishedTime && formatDay(metadata.publishedTime);
  const name = authorOf(metadata);
  return [siteOf(url), day, name && i18n.t('article.byline', { name })].filter(Boolean).join(' · ');
}

/** After how long (ms) a person is told what is being waited for. */
const PATIENCE = 3000;

function Waiting() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSlow, PATIENCE, true);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="is-loading" role="status">
      {isSlow ? i18n.t('article.slow') : i18n.t('article.reading')}
    </p>
  );
}

function FailedTitle() {
  const isGranted = useSession().failure.value?.code !== 'no-grant';
  return <h1>{isGranted ? i18n.t('article.failed') : i18n.t('article.notGranted')}</h1>;
}

export function ArticleHeader() {
  const session = useSession();
  const reading = session.reading.value;
  if (!reading) {
    return <header class="article-header">{session.phase.value === 'failed' ? <FailedTitle /> : <Waiting />}</header>;
  }
  const { metadata, url } = reading;
  return (
    <header class="article-header">
      <p class="source-line">{sourceLine(url, metadata)}</p>
      <h1 lang={metadata.lang ?? undefined} dir={metadata.dir ?? 'auto'} title={metadata.title}>
        {metadata.title || i18n.t('article.untitled')}
      </h1>
    </header>
  );
}
