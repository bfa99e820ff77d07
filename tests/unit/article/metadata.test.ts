import { describe, expect, it } from 'vitest';
import { readClaimedUrls, readMetadata } from '@/lib/article/metadata';
import { pageOf } from './pages';

const linked = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

describe('metadata', () => {
  it('believes JSON-LD first, then Readability, then meta tags, then the page itself', () => {
    const head =
      linked({ '@type': 'NewsArticle', headline: 'From JSON-LD', datePublished: '2026-01-02' }) +
      '<meta property="og:title" content="From OpenGraph"><title>From the document</title>';
    const page = pageOf('<h1>From the heading</h1>', head);
    expect(readMetadata(page, { title: 'From Readability' }).title).toBe('From JSON-LD');
    const plain = pageOf('<h1>Heading</h1>', '<meta property="og:title" content="Graph">');
    expect(readMetadata(plain, { title: 'From Readability' }).title).toBe('From Readability');
    expect(readMetadata(plain, {}).title).toBe('Graph');
    expect(readMetadata(pageOf('<h1>Heading</h1>', '<title>Document</title>'), {}).title).toBe('Heading');
  });

  it('takes the name for the title where the headline is another text and the document is called by the name', () => {
    const named = (title: string) =>
      pageOf(
        '',
        `${linked({ '@type': 'Article', headline: 'A wall by the sea', name: 'Sea wall' })}<title>${title}</title>`,
      );
    expect(readMetadata(named('Sea wall – Island Mail'), {}).title).toBe('Sea wall');
    expect(readMetadata(named('A wall by the sea – Island Mail'), {}).title).toBe('A wall by the sea');
    expect(readMetadata(named('Island Mail'), {}).title).toBe('A wall by the sea');
  });

  it('reads the article out of a graph, with all its authors', () => {
    const page = pageOf(
      '',
      linked({
        '@graph': [
          { '@type': 'WebSite', name: 'Not this' },
          {
            '@type': ['NewsArticle', 'Thing'],
            author: [{ name: 'A. Writer' }, 'B. Writer', { name: 'A. Writer' }, { url: 'https://x.example' }],
            publisher: { name: 'The Paper' },
            articleSection: ['City', 'News'],
            dateModified: '2026-01-03T10:00:00Z',
          },
        ],
      }),
    );
    expect(readMetadata(page, {})).toMatchObject({
      authors: ['A. Writer', 'B. Writer'],
      byline: 'A. Writer, B. Writer',
      siteName: 'The Paper',
      section: 'City',
      modifiedTime: '2026-01-03T10:00:00Z',
    });
  });

  it.each([
    ['2022-01-13T01:03:00+00:00', '2022-01-13T01:03:00+00:00'],
    ['2022-01-13T01:03', '2022-01-13T01:03'],
    ['2022-01-13', '2022-01-13'],
    ['13 January 2022 01:03 UTC', '2022-01-13T01:03:00.000Z'],
    ['yesterday', null],
    ['', null],
  ])('reads the time %j as %j', (written, read) => {
    const page = pageOf('', `<meta property="article:published_time" content="${written}">`);
    expect(readMetadata(page, {}).publishedTime).toBe(read);
  });

  it('finds a publishing time in microdata and in <time>', () => {
    expect(readMetadata(pageOf('<b itemprop="datePublished" content="2026-02-03"></b>'), {}).publishedTime).toBe(
      '2026-02-03',
    );
    expect(readMetadata(pageOf('<time datetime="2026-02-04">then</time>'), {}).publishedTime).toBe('2026-02-04');
  });

  it.each([
    [
      '<meta property="og:site_name" content="The Paper"><meta property="og:title" content="A night - The Paper">',
      'A night',
    ],
    [
      '<meta property="og:site_name" content="The Paper"><meta property="og:title" content="A night - And a day">',
      'A night - And a day',
    ],
    ['<title>Bakers win at night – The Paper</title>', 'Bakers win at night'],
    ['<title>Bread – a history</title>', 'Bread – a history'],
  ])('takes the name of the site off the title of %s', (head, title) => {
    expect(readMetadata(pageOf('', head), {}).title).toBe(title);
  });

  it('remembers where each value was taken from', () => {
    const head =
      linked({ '@type': 'NewsArticle', headline: 'A night', author: { '@id': '#ada' }, inLanguage: 'en' }) +
      linked({ '@graph': [{ '@id': '#ada', '@type': 'Person', name: 'A. Writer' }] }) +
      '<meta property="article:section" content="City"><meta name="author" content="B. Writer">';
    const page = pageOf('<p>By C. Writer</p><time datetime="2026-02-04">then</time>', head);
    expect(readMetadata(pageOf('<p>By C. Writer</p>'), { byline: 'By C. Writer' }).sources.byline).toBe('page');
    const { sources, authors } = readMetadata(page, { title: 'A night', byline: 'By C. Writer' });
    expect(authors).toEqual(['A. Writer']);
    expect(sources).toEqual({
      title: 'json-ld',
      byline: 'json-ld',
      siteName: null,
      section: 'meta',
      publishedTime: 'time',
      modifiedTime: null,
      lang: 'json-ld',
    });
  });

  it('gives no zone to a time that was written without one', () => {
    const page = (time: string) => pageOf('', `<meta property="article:published_time" content="${time}">`);
    expect(readMetadata(page('3 November 2026 14:05'), {}).publishedTime).toBe('2026-11-03T14:05:00');
    expect(readMetadata(page('3 November 2026'), {}).publishedTime).toBe('2026-11-03');
    expect(readMetadata(page('2026-11-03 14:05:00'), {}).publishedTime).toBe('2026-11-03 14:05:00');
    expect(readMetadata(page('3 November 2026 14:05 +0100'), {}).publishedTime).toBe('2026-11-03T13:05:00.000Z');
  });

  it('tolerates strange values', () => {
    const page = pageOf(
      '',
      `<script type="application/ld+json">{broken</script><script type="application/ld+json">[null, 3, "x", {"@type": 7}]</script>
       ${linked({ '@type': 'Article', headline: { deep: true }, author: 5, publisher: [], datePublished: {} })}
       <meta property="og:site_name" content="${'x'.repeat(2_000)}">`,
    );
    expect(readMetadata(page, { title: '  ' })).toMatchObject({
      siteName: null,
      authors: [],
      byline: null,
      publishedTime: null,
    });
  });

  it('reads a graph in a graph, but none that has no end', () => {
    const inGraphs = (levels: number) =>
      `<script type="application/ld+json">${'{"@graph":['.repeat(levels)}{"@type":"Article","headline":"Dike"}${']}'.repeat(levels)}</script>`;
    expect(readMetadata(pageOf('', inGraphs(2)), {}).title).toBe('Dike');
    expect(readMetadata(pageOf('', inGraphs(20_000)), {}).title).not.toBe('Dike');
  });

  it('makes the claimed addresses absolute and drops what is no web address', () => {
    const page = pageOf(
      '',
      '<link rel="canonical" href="https://paper.example/a"><meta property="og:url" content="mailto:a@b.example">',
    );
    expect(readClaimedUrls(page)).toEqual({ canonical: 'https://paper.example/a', og: null, amp: null });
  });
});
