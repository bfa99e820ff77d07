import type { Article } from '@/lib/annotations/article';
import { type Quoted, textFragment } from './text-fragment';

export interface CitationSource {
  /** The words, without quotation marks around them. */
  words: string;
  /** Where they stand. */
  passages: readonly Quoted[];
  /** Null when it is not known who said them. */
  speaker: { readonly name: string; readonly role: string } | null;
  article: Pick<Article, 'siteName' | 'publishedTime'>;
  /** The address to cite. */
  url: string;
  /** BCP 47 tag of the language in which the date is written. */
  locale: string;
}

/** The same citation as plain text and as HTML, which is escaped. */
export interface Citation {
  text: string;
  html: string;
}

/** “Words” — Name, role (Site, date), address with a text fragment that leads to the words. What is not known is left out. */
export function cite({ words, passages, speaker, article, url, locale }: CitationSource): Citation {
  const who = speaker && [speaker.name, speaker.role].filter(Boolean).join(', ');
  const said = `“${words}”${who ? ` — ${who}` : ''}`;
  const site = article.siteName?.trim() || new URL(url).hostname.replace(/^www\./, '');
  const day = article.publishedTime && dayOf(article.publishedTime, locale);
  const address = url + textFragment(passages);
  const where = [site, day].filter(Boolean).join(', ');
  const whereHtml = [site && `<cite>${escapeHtml(site)}</cite>`, day && escapeHtml(day)].filter(Boolean).join(', ');
  return {
    text: `${said}${where && ` (${where})`}, ${address}`,
    html: `${escapeHtml(said)}${where && ` (${whereHtml})`}, <a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
  };
}

/** The day on which it was published where it was published, whatever the time is here; null when it is no date. */
function dayOf(published: string, locale: string): string | null {
  const [bare] = /^\d{4}-\d{2}-\d{2}/.exec(published) ?? [];
  const date = new Date(bare ?? published);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(bare && { timeZone: 'UTC' }) }).format(date);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
