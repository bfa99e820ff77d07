// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHIPPED_THRESHOLD, type SuggestedQuote } from '@/lib/suggest/quote-suggestion';
import { suggestQuotes } from '@/lib/suggest/suggest-quotes';

interface Gold {
  readonly speakers: { id: string; name: string; role: string }[];
  readonly direct_quotes: { exact: string; speaker: string }[];
  readonly indirect_quotes: { exact: string; speaker: string }[];
  readonly not_quotes: string[];
}

const SEED = '../shared/seed';
const hasSeed = existsSync(`${SEED}/article.txt`);
if (!hasSeed) console.warn(`Not tested: the quotes of a real article, ${SEED}/article.txt not being here.`);

describe.runIf(hasSeed)('in a real article', () => {
  const text = hasSeed ? readFileSync(`${SEED}/article.txt`, 'utf8') : '';
  const gold: Gold = JSON.parse(hasSeed ? readFileSync(`${SEED}/gold.json`, 'utf8') : '{}');
  const found = hasSeed ? suggestQuotes(text, { lang: 'en' }) : [];
  const words = ({ segments }: SuggestedQuote) => segments.map(({ start, end }) => text.slice(start, end)).join(' ');
  const speakerOf = (id: string) => gold.speakers.find((speaker) => speaker.id === id);

  it('the direct quotes are those that a careful reader tags, with their speakers and roles', () => {
    expect(gold.direct_quotes).toHaveLength(5);
    const first = found.filter(({ tier }) => tier === 1);
    expect(first.map((quote) => [words(quote), quote.speaker?.name, quote.speaker?.role])).toEqual(
      gold.direct_quotes.map(({ exact, speaker }) => [exact, speakerOf(speaker)?.name, speakerOf(speaker)?.role]),
    );
    for (const { speaker } of first) expect(speaker?.probability).toBeGreaterThanOrEqual(SHIPPED_THRESHOLD);
  });

  it('the reported statements are in the second tier, with their speakers', () => {
    expect(gold.indirect_quotes).toHaveLength(5);
    for (const { exact, speaker } of gold.indirect_quotes) {
      const quote = found.find((each) => each.tier === 2 && words(each) === exact);
      expect(quote?.speaker?.name, exact).toBe(speakerOf(speaker)?.name);
    }
  });

  it('nothing is suggested that is no quote', () => {
    expect(gold.not_quotes.length).toBeGreaterThan(0);
    for (const name of gold.not_quotes) expect(found.map(words)).not.toContain(name);
  });
});
