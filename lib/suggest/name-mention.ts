import type { QuoteOptions, SuggestedSpeaker } from './quote-suggestion';
import { readPeople } from './quotes/people';
import { readArticle } from './quotes/read-article';
import { spanOf } from './quotes/speaker';
import type { Span } from './span';

/** Whom a mention names: in full, as the article does elsewhere, and with the role that it gives them. */
export type MentionedName = Pick<SuggestedSpeaker, 'name' | 'role' | 'kind'>;

/**
 * Splits the words of a mention, "NATO Secretary General Jens Stoltenberg", into role and name. Null where they name
 * nobody, or the article's language is not known.
 *
 * @param mention UTF-16 offsets into `text`
 */
export function nameMention(text: string, mention: Span, options: QuoteOptions): MentionedName | null {
  const article = readArticle(text, options);
  if (!article?.isKnown) return null;
  const { paragraphs, language } = article;
  const paragraph = paragraphs.find(({ start, end }) => start <= mention.start && mention.end <= end);
  if (!paragraph) return null;
  const people = readPeople(paragraphs, text, language);
  const named = paragraph.phrases.flatMap((phrase) => {
    const { start, end } = spanOf(paragraph, phrase);
    const entity = start < mention.end && mention.start < end ? people.of(phrase) : null;
    return entity && entity.kind !== 'unnamed' ? [entity] : [];
  });
  const { name, role, kind } = named.find((entity) => entity.kind === 'person') ?? named[0] ?? {};
  return name === undefined || kind === undefined ? null : { name, role: role ?? null, kind };
}
