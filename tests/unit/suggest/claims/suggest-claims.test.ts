import { describe, expect, it } from 'vitest';
import { suggestClaims } from '@/lib/suggest/claims/suggest-claims';
import { GERMAN, HARBOUR, TALK } from './articles';

const claimsIn = (text: string, lang: string | null = 'en') =>
  suggestClaims(text, { lang }).map(({ start, end }) => text.slice(start, end));

describe('the claims suggested in an article', () => {
  const claims = claimsIn(HARBOUR);

  it('are figures, comparisons and dated events, without who says so', () => {
    expect(claims).toContain('Unemployment in the district fell from 9.4 percent to 6.1 percent between 2015 and 2019');
    expect(claims).toContain('the port had employed more than 12,000 people in 1988.');
  });

  it('are no opinions, questions, greetings, polls or headlines, nor what a site adds', () => {
    const all = claims.join('\n');
    for (const words of ['wonderful', 'cranes', 'Thank you', 'likely voters', 'Read more', 'Council votes']) {
      expect(all).not.toContain(words);
    }
  });

  it('put sober sentences before talk in the first person', () => {
    const found = suggestClaims(TALK, { lang: 'en' });
    const best = [...found].sort((a, b) => b.probability - a.probability).slice(0, 2);
    const texts = best.map(({ start, end }) => TALK.slice(start, end)).join('\n');
    expect(texts).toContain('a loss of $18 million');
    expect(texts).toContain('dropped by 37 percent');
  });

  it('are at most five, in the order of the text, and none says the same as another', () => {
    const years = Array.from(
      { length: 12 },
      (_, i) => `In ${1990 + i} the port of Town ${i} shipped ${i + 2}0,000 tons.`,
    );
    const text = [...years, years[3]].join('\n\n');
    const found = suggestClaims(text, { lang: 'en' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));

    const twice = 'The port lost 12,000 jobs in 1998.\n\nThe port lost 12,000 jobs in 1998.';
    expect(claimsIn(twice)).toHaveLength(1);
  });

  it('stand where their UTF-16 offsets say, also behind characters of two units', () => {
    const text = '🏗️🚢 A new crane stands. The port lost 12,000 jobs between 1998 and 2004.';
    expect(claimsIn(text)).toEqual(['The port lost 12,000 jobs between 1998 and 2004.']);
  });

  it('come from the blocks of running text alone, when there are blocks', () => {
    const text = 'The port lost 12,000 jobs in 1998.\n\nThe canal cost $40 million in 2012.';
    const blocks = [
      { start: 0, end: 34, tag: 'figcaption' },
      { start: 36, end: text.length, tag: 'p' },
    ];
    const found = suggestClaims(text, { lang: 'en', blocks });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['The canal cost $40 million in 2012.']);
  });

  it('are none in an empty text', () => {
    expect(suggestClaims('', { lang: 'en' })).toEqual([]);
    expect(suggestClaims('\n\n', { lang: null, blocks: [] })).toEqual([]);
  });

  it('are the same each time, to the last digit of the probability', () => {
    expect(suggestClaims(HARBOUR, { lang: 'en' })).toEqual(suggestClaims(HARBOUR, { lang: 'en' }));
  });
});

describe('in a language without a model', () => {
  it('claims are figures, dates and comparisons by rule', () => {
    expect(claimsIn(GERMAN, 'de')).toEqual([
      'Im Jahr 2019 arbeiteten dort mehr als 12.000 Menschen.',
      'Die Arbeitslosigkeit sank von 9,4 Prozent auf 6,1 Prozent.',
    ]);
  });

  it('an unknown language tag is no error', () => {
    expect(claimsIn('Foo bar baz 12.000 qux 50 % quux.', 'not a language')).toHaveLength(1);
  });
});
