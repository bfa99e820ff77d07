import { describe, expect, it } from 'vitest';
import { readExtent } from '@/lib/article/extent';
import { readLinkedArticle } from '@/lib/article/json-ld';
import { pageOf } from './pages';

const linked = (json: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...json })}</script>`;

/** What is said of a page with this head, at this address, on which so much text was found. */
function extentOf(head: string, length = 5_000, url = 'https://paper.example/city/bread-night') {
  const page = pageOf('', `<base href="${url}">${head}`);
  Object.defineProperty(page, 'URL', { value: url });
  return readExtent(page, readLinkedArticle(page), 'x'.repeat(length));
}

describe('how much of an article a page has', () => {
  it('is all of it when nothing speaks against it', () => {
    expect(extentOf('')).toBe('whole');
    expect(extentOf(linked({ isAccessibleForFree: true }), 300)).toBe('whole');
  });

  it('is a stub when the rest is not for everybody and is not there', () => {
    expect(extentOf(linked({ isAccessibleForFree: false }), 900)).toBe('stub');
    expect(extentOf(linked({ isAccessibleForFree: 'False', articleBody: 'y'.repeat(9_000) }), 5_000)).toBe('stub');
    expect(extentOf(linked({ hasPart: { isAccessibleForFree: false, cssSelector: '.rest' } }), 900)).toBe('stub');
  });

  it('is all of it for a subscriber, who has the rest on the page', () => {
    expect(extentOf(linked({ isAccessibleForFree: false }), 5_000)).toBe('whole');
    expect(extentOf(linked({ isAccessibleForFree: false, articleBody: 'y'.repeat(5_100) }), 5_000)).toBe('whole');
  });

  it.each([
    'https://paper.example/city/bread-night/2',
    'https://paper.example/city/bread-night?page=2',
    'https://paper.example/city/bread-night-2.html',
    '/city/bread-night/page/2/',
    'https://paper.example/city/bread-night?p=2',
  ])('is the first part where the next page is %s', (next) => {
    expect(extentOf(`<link rel="next" href="${next}">`)).toBe('first-part');
  });

  it.each(['https://paper.example/city/mill-burns-down', '/city/bread-prices-2026', '/city/', 'mailto:x'])(
    'is all of it where the next article is %s',
    (next) => {
      expect(extentOf(`<link rel="next" href="${next}">`)).toBe('whole');
    },
  );

  it('is not asked of addresses longer than an article has', () => {
    const next = '<link rel="next" href="/city/bread-night/2">';
    const long = `<link rel="next" href="/city/bread-night?${'a=1&'.repeat(300)}page=2">`;
    expect(extentOf(`${long}<link rel="next" href="/">${next}`)).toBe('first-part');
    expect(extentOf(long)).toBe('whole');
  });

  it('is unfinished while it is written live', () => {
    expect(extentOf(linked({ '@type': 'LiveBlogPosting' }))).toBe('live');
  });
});
