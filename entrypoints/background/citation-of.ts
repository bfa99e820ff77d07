import { passageWords, unquoted } from '@/components/session/passage-words';
import type { Annotation } from '@/lib/annotations/annotation';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { addressWithoutTracking } from '@/lib/article/url';
import { type Citation, cite } from '@/lib/exchange/citation';
import type { OnRecordDatabase } from '@/lib/store/database';

/**
 * How a stored passage is cited. @param locale BCP 47 tag of the language in which the date is written
 * @returns null when its article is not stored
 */
export async function citationOf(
  db: OnRecordDatabase,
  annotation: Annotation,
  speaker: { name: string; role: string } | null,
  locale: string,
): Promise<Citation | null> {
  const { articleKey } = annotation;
  const article = await db.articles.get(articleKey);
  if (!article) return null;
  const segments = segmentsToAnchor(annotation);
  const passages = await Promise.all(
    segments.map(async (segment) => {
      const hash = segment.scope === 'article' ? segment.snapshot : null;
      const snapshot = hash === null ? undefined : await db.snapshots.get([articleKey, hash]);
      // A caption or a pull quote may say the same as the article.
      const asides = snapshot?.asides.map((aside) => aside.text) ?? [];
      return { quote: segment.quote, text: snapshot ? [snapshot.text, ...asides].join('\n\n') : null };
    }),
  );
  const words = unquoted(passageWords({ segments }));
  return cite({ words, passages, speaker, article, url: addressWithoutTracking(article.url), locale });
}
