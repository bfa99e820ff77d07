import { describe, expect, it } from 'vitest';
import type { ArticleMetadata, Aside } from '@/lib/annotations/article';
import { completeMetadata } from '@/lib/article/complete-metadata';

const NO_SOURCES = {
  title: null,
  byline: null,
  siteName: null,
  section: null,
  publishedTime: null,
  modifiedTime: null,
  lang: null,
};

const metadata = (known: Partial<ArticleMetadata>): ArticleMetadata => ({
  title: 'A title',
  byline: null,
  authors: [],
  siteName: null,
  section: null,
  publishedTime: null,
  modifiedTime: null,
  lang: 'en',
  dir: null,
  sources: NO_SOURCES,
  ...known,
});

const aside = (role: Aside['role'], text: string, at = 0): Aside => ({ role, tag: 'p', text, at });

describe('what a page says of itself', () => {
  it('is completed by the day above the text, and says that it stood on the page', () => {
    const { publishedTime, sources } = completeMetadata(metadata({}), [aside('timestamp', '24 November 2026')]);
    expect(publishedTime).toBe('2026-11-24');
    expect(sources.publishedTime).toBe('page');
  });

  it.each([
    ['below the text', aside('timestamp', '24 November 2026', 900)],
    ['of another article', aside('related', 'A day to remember: 24 November 2026')],
  ])('takes no day from %s', (_where, line) => {
    expect(completeMetadata(metadata({}), [line]).publishedTime).toBeNull();
  });

  it('keeps the time that the page gives for machines', () => {
    const known = metadata({
      publishedTime: '2026-11-23T22:00:00Z',
      sources: { ...NO_SOURCES, publishedTime: 'meta' },
    });
    expect(completeMetadata(known, [aside('timestamp', '24 November 2026')])).toEqual(known);
  });

  it('is completed by the names in a byline, which stays as it was written', () => {
    const byline = 'By Ada Brook and Cem Dal';
    const completed = completeMetadata(metadata({ byline, authors: [byline] }), []);
    expect(completed).toMatchObject({ byline, authors: ['Ada Brook', 'Cem Dal'] });
  });

  it('keeps the list of authors that the page gives', () => {
    const authors = ['Desk and Agencies'];
    expect(completeMetadata(metadata({ byline: 'By Ada Brook and Cem Dal', authors }), []).authors).toEqual(authors);
  });
});
