import { expect, it } from 'vitest';
import { suggestQuotes } from '@/lib/suggest/suggest-quotes';
import type { TaggedArticle } from './article';
import { FEATURES } from './articles-features';
import { NEWS } from './articles-news';

const ARTICLES: readonly TaggedArticle[] = [...NEWS, ...FEATURES];

it.each(ARTICLES.map((article) => [article.kind, article] as const))(
  'the quotes of %s, and who says them',
  (_, { paragraphs, quotes }) => {
    const text = paragraphs.join('\n\n');
    const found = suggestQuotes(text, { lang: 'en' }).filter(({ tier }) => tier === 1);
    const starts = found.map(({ segments: [first], speaker }, i) => [
      text.slice(first?.start, (first?.start ?? 0) + (quotes[i]?.[0].length ?? 20)),
      speaker?.name ?? null,
    ]);
    expect(starts).toEqual(quotes.map((quote) => [...quote]));
  },
);

it('the mention and the cue of a quote stand where they are said to stand', () => {
  for (const { paragraphs } of ARTICLES) {
    const text = paragraphs.join('\n\n');
    for (const { speaker, cue, segments } of suggestQuotes(text, { lang: 'en' })) {
      for (const span of [speaker?.mention, cue, ...segments]) {
        if (!span) continue;
        const words = text.slice(span.start, span.end);
        expect(words.trim()).toBe(words);
        expect(words).not.toBe('');
      }
    }
  }
});

it('quotes in headlines and code are not suggested, whatever stands around them', () => {
  const text = '“We will not sell the cranes,” mayor says\n\n“We will not sell the cranes,” Mara Lindqvist said.';
  const blocks = [
    { start: 0, end: 41, tag: 'h1' },
    { start: 43, end: text.length, tag: 'p' },
  ];
  expect(suggestQuotes(text, { lang: 'en' })).toHaveLength(2);
  expect(suggestQuotes(text, { lang: 'en', blocks }).map(({ segments: [first] }) => first?.start)).toEqual([44]);
  expect(suggestQuotes(text, { lang: 'en', blocks: blocks.slice(0, 1) })).toEqual([]);
});

it('nothing is suggested in an empty text', () => {
  expect(suggestQuotes('', { lang: null })).toEqual([]);
  expect(suggestQuotes('\n\n', { lang: 'en', blocks: [] })).toEqual([]);
});
