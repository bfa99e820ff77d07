import type { Article } from '@/lib/annotations/article';

/** Letters of the Latin script that Unicode does not take apart into a base and an accent. */
const FOLDS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** File systems count bytes: 255 for a name, and letters of other scripts take two to four. */
const MAX_CHARACTERS = 60;
const MAX_BYTES = 120;

/** The longest part within the limits, cut between words where there are several. */
function shorten(slug: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of slug) {
    bytes += new TextEncoder().encode(character).length;
    if (kept.length + character.length > MAX_CHARACTERS || bytes > MAX_BYTES) {
      const lastBreak = kept.lastIndexOf('-');
      return slug.startsWith(`${kept}-`) || lastBreak <= 0 ? kept : kept.slice(0, lastBreak);
    }
    kept += character;
  }
  return kept;
}

/** Lower-case words joined by hyphens; Latin letters lose their accents, other scripts keep their letters. */
function slugOf(title: string): string {
  const slug = title
    .toWellFormed()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłħı]/g, (letter) => FOLDS[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return shorten(slug) || 'article';
}

function siteOf(key: string): string {
  const { hostname } = new URL(key);
  const site = hostname
    .replace(/^www\./, '')
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return site.slice(0, MAX_CHARACTERS) || 'file';
}

/**
 * The name of the file an article is exported to: `on-record_<site>_<slug>_<YYYY-MM-DD>.json`. Holds nothing that
 * Windows, macOS or Linux forbid in a name, and stays below their limit of 255 bytes.
 * @param date the time of the export; its day is counted in UTC, as the times in the file are
 */
export function exportFileName(
  article: Pick<Article, 'key' | 'title'>,
  date: Date | string,
  extension = 'json',
): string {
  return `on-record_${siteOf(article.key)}_${slugOf(article.title)}_${dayOf(date)}.${extension}`;
}

/** The name of a file with many articles, of the same kind. */
export const collectionFileName = (date: Date | string, extension: string): string =>
  `on-record_${dayOf(date)}.${extension}`;

const dayOf = (date: Date | string) => new Date(date).toISOString().slice(0, 10);
