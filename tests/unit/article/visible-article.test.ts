import { describe, expect, it } from 'vitest';
import { extract } from '@/lib/article/extract';
import { agreement } from '@/lib/article/visible-article';
import { pageOf, paragraph } from './pages';

const URL = 'https://paper.example/city/bread-night';
const linked = (json: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...json })}</script>`;

const NAMES = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
const inParagraphs = (names: readonly string[]) => names.map(paragraph).join('');
const bare = (names: readonly string[]) => inParagraphs(names).replace(/<[^>]*>/g, ' ');

/** The names of the paragraphs that a page's text has. */
const read = (page: Document) => {
  const { text } = extract(page, URL);
  return NAMES.filter((name) => text.includes(`${name}: the council`));
};

describe('the article that a page marks', () => {
  it('is taken where Readability finds none', () => {
    // An attribute that Readability takes for a sign of something hidden, on a page that shows it.
    const page = pageOf(
      `<div><nav>Home</nav><article><div aria-hidden="true">${inParagraphs(NAMES)}</div></article></div>`,
    );
    const article = extract(page, URL);
    expect(article.isArticle).toBe(true);
    expect(read(page)).toEqual(NAMES);
    const at = article.text.indexOf('Third');
    expect(article.map.charAt(at)?.node.data.slice(0, 5)).toBe('Third');
    expect(article.html).toContain('Third: the council');
  });

  it('is the one that agrees with what the page says it to be', () => {
    const body = `<main><article><div aria-hidden="true">${inParagraphs(NAMES)}</div></article></main>
      <div>${'<p>Another tale, of a mill, a fire, and a miller who slept through it, is told here at length. </p>'.repeat(9)}</div>`;
    expect(read(pageOf(body, linked({ articleBody: bare(NAMES) })))).toEqual(NAMES);
  });

  it('never has words that are only in what the page says of itself', () => {
    const page = pageOf(
      `<article>${inParagraphs(NAMES.slice(0, 3))}</article>`,
      linked({ isAccessibleForFree: false, articleBody: bare(NAMES).repeat(3) }),
    );
    expect(read(page)).toEqual(NAMES.slice(0, 3));
    expect(extract(page, URL).extent).toBe('stub');
  });

  it('has all entries of a live blog', () => {
    const entries = NAMES.map(
      (name) => `<div><div itemprop="liveBlogUpdate"><h3>${name} hour</h3>${paragraph(name)}</div></div>`,
    );
    const page = pageOf(`<div class="page">${entries.join('')}</div>`, linked({ '@type': 'LiveBlogPosting' }));
    expect(read(page)).toEqual(NAMES);
    expect(extract(page, URL).extent).toBe('live');
  });
});

describe('the agreement of two texts', () => {
  it('is whole for the same words and none for others', () => {
    expect(agreement('The bakers won the market.', 'the BAKERS won the market')).toBe(1);
    expect(agreement('The bakers won', 'Nobody slept')).toBe(0);
    expect(agreement('', '')).toBe(0);
  });
});
