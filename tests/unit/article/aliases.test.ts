import { describe, expect, it } from 'vitest';
import { believedAliases } from '@/lib/article/aliases';

const PAGE = 'https://m.paper.example/city/harbour-bridge-opens-4711';
const CLAIMS = { canonical: null, og: null, amp: null };

const believed = (canonical: string, page = PAGE) =>
  believedAliases(page, { ...CLAIMS, canonical }).map(({ url }) => url);

describe('an address that a page claims', () => {
  it.each([
    [
      'with a slug',
      'https://paper.example/city/harbour-bridge-opens',
      'https://paper.example/city/harbour-bridge-opens',
    ],
    [
      'with a slug in another script',
      'https://paper.example/%D0%BC%D1%8D%D1%80-%D0%B8-%D0%BC%D0%BE%D1%81%D1%82',
      'https://paper.example/%D0%BC%D1%8D%D1%80-%D0%B8-%D0%BC%D0%BE%D1%81%D1%82',
    ],
    ['with underscores', 'https://paper.example/a_bridge_opens.html', 'https://paper.example/a_bridge_opens.html'],
    ['with a long number', 'https://paper.example/news/20417', 'https://paper.example/news/20417'],
    [
      'with an identifier',
      'https://paper.example/news/articles/cz7x1y2p9qro',
      'https://paper.example/news/articles/cz7x1y2p9qro',
    ],
    ['below a date', 'https://paper.example/2026/11/07/bridge', 'https://paper.example/2026/11/07/bridge'],
    [
      'with the article in the query',
      'https://paper.example/story.php?story_id=31',
      'https://paper.example/story.php?story_id=31',
    ],
    [
      'on another host of the same owner',
      'http://WWW.paper.example/a-new-bridge/#x',
      'https://www.paper.example/a-new-bridge',
    ],
  ])('is believed %s', (_, url, key) => {
    expect(believed(url)).toEqual([key]);
  });

  it.each([
    ['of another domain', 'https://wire.example/city/harbour-bridge-opens-4711'],
    ['of a domain that ends alike', 'https://notpaper.example/city/harbour-bridge-opens-4711'],
    ['of the site root', 'https://paper.example/'],
    ['of a section front', 'https://paper.example/city'],
    ['of a section of a section', 'https://paper.example/news/city/'],
    ['of the archive of a day', 'https://paper.example/2026/11/07'],
    ['of the archive of a day, otherwise written', 'https://paper.example/archive/2026-11-07'],
    ['of another day, in digits alone', 'https://paper.example/archive/20261107'],
    ['with a number in the query that names no article', 'https://paper.example/list?page=31'],
    ['that is the page itself', 'http://m.paper.example/city/harbour-bridge-opens-4711/?utm_source=x'],
    ['that is not on the web', 'ftp://paper.example/a-new-bridge-4711'],
    ['that is a script', 'javascript:alert(1)'],
    ['that is none', 'harbour bridge opens'],
  ])('is not believed %s', (_, url) => {
    expect(believed(url)).toEqual([]);
  });

  it('is not believed when the page stands below it: that is the front of its section', () => {
    const page = 'https://paper.example/world/middle-east-and-africa/2026/11/07/a-new-bridge-opens';
    expect(believed('https://paper.example/world/middle-east-and-africa', page)).toEqual([]);
  });

  it('is believed when the page is only another view of it', () => {
    const article = 'https://paper.example/city/harbour-bridge-opens';
    expect(believed(article, `${article}/amp`)).toEqual([article]);
  });

  it('is not believed of a neighbour on a shared platform', () => {
    expect(believed('https://bob.github.io/a-new-bridge', 'https://alice.github.io/a-new-bridge')).toEqual([]);
    expect(believed('https://alice.github.io/b-new-bridge', 'https://alice.github.io/a-new-bridge')).toHaveLength(1);
  });

  it('is believed on a local server only for its own host and port', () => {
    const page = 'http://127.0.0.1:8080/a-new-bridge.html';
    expect(believed('http://127.0.0.1:8080/b-new-bridge', page)).toHaveLength(1);
    expect(believed('http://127.0.0.1:8081/b-new-bridge', page)).toEqual([]);
    expect(believed('http://localhost:8080/b-new-bridge', page)).toEqual([]);
    expect(believed('https://paper.example/city/harbour-bridge-opens', page)).toEqual([]);
  });

  it('is not believed from a file', () => {
    expect(believed('https://paper.example/city/a-new-bridge', 'file:///home/me/a.html')).toEqual([]);
  });

  it('counts once, from the best source that names it', () => {
    const canonical = 'https://paper.example/city/harbour-bridge-opens';
    const amp = 'https://paper.example/amp/harbour-bridge-opens';
    expect(believedAliases(PAGE, { canonical, og: `${canonical}#og`, amp })).toEqual([
      { url: canonical, source: 'canonical' },
      { url: amp, source: 'amp' },
    ]);
  });
});
