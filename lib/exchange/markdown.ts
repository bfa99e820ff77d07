import type { Annotation } from '@/lib/annotations/annotation';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import {
  type ArticleExport,
  articleOf,
  type ExportedArticle,
  inOneLine,
  recordedWordsOf,
  speakerOf,
  wordsOf,
} from './article-export';
import { markdownLink, markdownText } from './markdown-text';
import { textFragment } from './text-fragment';

/**
 * An article's quotes and claims as a note in Markdown: properties for Obsidian (YAML), then each passage as a quotation
 * with who said it and a link that leads to the very words. What the page says is escaped.
 */
export function writeMarkdown(part: ArticleExport): string {
  const article = articleOf(part);
  const passages = part.annotations.filter(({ kind }) => kind !== 'speaker');
  const blocks = [
    properties(article, part.exportedAt),
    `# ${markdownText(article.title) || markdownText(article.key)}`,
    markdownLink(sourceOf(article), article.url),
    ...passages.map((annotation) => passage(annotation, article, part)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A JSON string is a YAML one, too. What knows no properties shows them as Markdown: nothing may come of that either. */
const yaml = (text: string) =>
  JSON.stringify(text.toWellFormed()).replace(
    /[<>&[\]`*]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function properties({ title, url, siteName, byline, publishedTime }: ExportedArticle, exportedAt: string): string {
  const known = Object.entries({ title, source: url, site: siteName, author: byline, published: publishedTime });
  const lines = known.flatMap(([name, value]) => (value ? `${name}: ${yaml(value)}` : []));
  return ['---', ...lines, `exported: ${yaml(exportedAt)}`, '---'].join('\n');
}

/** The outlet and the day. */
function sourceOf({ siteName, key, publishedTime }: ExportedArticle): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedTime ?? '')?.[0];
  return [siteName?.trim() || new URL(key).hostname.replace(/^www\./, ''), day].filter(Boolean).join(', ');
}

function passage(annotation: Annotation, article: ExportedArticle, part: ArticleExport): string {
  const speaker = speakerOf(part, annotation);
  const who = [speaker?.name, annotation.attribution.describedAs || speaker?.role].filter(Boolean).join(', ');
  const lines = [
    ...quoted(annotation),
    '>',
    `> — ${[markdownText(who), `(${markdownLink(sourceOf(article), linkTo(annotation, article))})`].filter(Boolean).join(' ')}`,
  ];
  return [lines.join('\n'), ...details(annotation)].join('\n\n');
}

function quoted(annotation: Annotation): string[] {
  const words = markdownText(wordsOf(annotation));
  return [`> ${annotation.quoteType === 'direct' ? withMarks(words) : words}`];
}

/** Quotation marks, unless the words have their own. */
const withMarks = (words: string) => (/^["“„«»‘‚「『]/.test(words) ? words : `“${words}”`);

function linkTo(annotation: Annotation, { url, snapshots }: ExportedArticle): string {
  const passages = segmentsToAnchor(annotation).map((segment) => ({
    quote: segment.quote,
    text: segment.scope === 'article' ? (snapshots.find(({ hash }) => hash === segment.snapshot)?.text ?? null) : null,
  }));
  return url + textFragment(passages);
}

/** What else is known of it, as a list. */
function details(annotation: Annotation): string[] {
  const { claim, tags, note } = annotation;
  const recorded = recordedWordsOf(annotation);
  const items = [
    claim && `Claim: ${[claim.status, claim.rating, claim.summary].filter(Boolean).map(plain).join(' — ')}`,
    ...(claim?.evidence ?? []).map(
      ({ url, title, note: comment }) =>
        `Evidence: ${[markdownLink(title || url, url), plain(comment)].filter(Boolean).join(' — ')}`,
    ),
    recorded !== wordsOf(annotation) && `Recorded as: ${plain(recorded)}`,
    tags.length > 0 && `Tags: ${tags.map(plain).join(', ')}`,
    note.trim() !== '' && `Note: ${plain(inOneLine(note))}`,
  ].filter((item) => typeof item === 'string');
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}

const plain = (text: string | null) => markdownText(text ?? '');
