import { expect, it } from 'vitest';
import { type CitationSource, cite } from '@/lib/exchange/citation';

const TEXT = 'She said: “We built it in two years.”';
const exact = 'We built it in two years.';
const SOURCE: CitationSource = {
  words: exact,
  passages: [{ quote: { type: 'TextQuoteSelector', exact, prefix: 'She said: “', suffix: '”' }, text: TEXT }],
  speaker: { name: 'Ada Brown', role: 'mayor' },
  article: { siteName: 'The Paper', publishedTime: '2026-11-02T00:30:00+13:00' },
  url: 'https://paper.example/bridge?id=7',
  locale: 'en-GB',
};
const ADDRESS = 'https://paper.example/bridge?id=7#:~:text=We%20built%20it%20in%20two%20years.';

it('a citation says the words, who said them, where and when, and leads there', () => {
  const { text, html } = cite(SOURCE);
  expect(text).toBe(`“We built it in two years.” — Ada Brown, mayor (The Paper, 2 Nov 2026), ${ADDRESS}`);
  expect(html).toBe(
    `“We built it in two years.” — Ada Brown, mayor (<cite>The Paper</cite>, 2 Nov 2026), <a href="${ADDRESS}">${ADDRESS}</a>`,
  );
});

it('what is not known is left out of a citation', () => {
  const role = cite({ ...SOURCE, speaker: { name: 'Ada Brown', role: '' } }).text;
  expect(role).toContain('” — Ada Brown (The Paper,');
  const article = { siteName: null, publishedTime: 'some day in spring' };
  const { text } = cite({ ...SOURCE, speaker: null, article, url: 'https://www.paper.example/b' });
  expect(text).toMatch(/^“We built it in two years\.” \(paper\.example\), https:\/\/www\.paper\.example\/b#/);
});

it('a date is written in the language that is spoken', () => {
  expect(cite({ ...SOURCE, locale: 'de' }).text).toContain('(The Paper, 02.11.2026)');
});

it('a page can put no elements into a citation', () => {
  const words = '<img src=x onerror="alert(1)"> & more';
  const article = { siteName: '<b>Paper</b>', publishedTime: null };
  const { html } = cite({ ...SOURCE, words, article, speaker: { name: '<i>Ada</i>', role: '"' } });
  expect(html.match(/<[^>]*>/g)).toEqual(['<cite>', '</cite>', `<a href="${ADDRESS}">`, '</a>']);
});
