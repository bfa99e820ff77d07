import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleKey } from '@/lib/article/url';

describe('the key of an article', () => {
  it.each([
    ['http counts as https', 'http://paper.example/a', 'https://paper.example/a'],
    ['the host is in lower case, the path is not', 'https://PAPER.Example/Ab', 'https://paper.example/Ab'],
    ['the default port of https is dropped', 'https://paper.example:443/a', 'https://paper.example/a'],
    ['the default port of http is dropped', 'http://paper.example:80/a', 'https://paper.example/a'],
    ['another port stays', 'http://127.0.0.1:8080/a', 'https://127.0.0.1:8080/a'],
    ['the fragment is dropped', 'https://paper.example/a#comments', 'https://paper.example/a'],
    ['credentials are dropped', 'https://me:secret@paper.example/a', 'https://paper.example/a'],
    ['a trailing slash is dropped', 'https://paper.example/a/', 'https://paper.example/a'],
    ['several trailing slashes are dropped', 'https://paper.example/a//', 'https://paper.example/a'],
    ['the root keeps its slash', 'https://paper.example', 'https://paper.example/'],
    ['a slash before the query is dropped', 'https://paper.example/a/?id=1', 'https://paper.example/a?id=1'],
    ['an empty query is dropped', 'https://paper.example/a?', 'https://paper.example/a'],
    ['empty parameters are dropped', 'https://paper.example/a?&&', 'https://paper.example/a'],
    ['the query is sorted', 'https://paper.example/a?c=1&a=2&b=3', 'https://paper.example/a?a=2&b=3&c=1'],
    [
      'parameters of one name keep their order',
      'https://paper.example/?b=2&a=9&b=1',
      'https://paper.example/?a=9&b=2&b=1',
    ],
    [
      'campaign parameters are dropped',
      'https://paper.example/a?utm_source=x&utm_medium=y&id=5',
      'https://paper.example/a?id=5',
    ],
    ['click ids are dropped', 'https://paper.example/a?fbclid=1&gclid=2&msclkid=3', 'https://paper.example/a'],
    ['in whatever case', 'https://paper.example/a?UTM_Source=x', 'https://paper.example/a'],
    ['and however they are escaped', 'https://paper.example/a?utm%5Fsource=x', 'https://paper.example/a'],
    [
      'generic parameters stay',
      'https://paper.example/a?t=1&ref=2&id=3&source=4&page=5',
      'https://paper.example/a?id=3&page=5&ref=2&source=4&t=1',
    ],
    ['a parameter without a value stays as it is', 'https://paper.example/a?print', 'https://paper.example/a?print'],
    [
      'an escape that is not UTF-8 stays as it is',
      'https://paper.example/a?q=%E9&p=%E8',
      'https://paper.example/a?p=%E8&q=%E9',
    ],
    ['a plus is not a space escaped', 'https://paper.example/a?q=a+b', 'https://paper.example/a?q=a+b'],
    ['a file works too', 'file:///home/me/Page.html#x', 'file:///home/me/Page.html'],
    ['dots in the path are resolved', 'https://paper.example/a/../b', 'https://paper.example/b'],
    [
      'a name beyond ASCII is in its encoded form',
      'https://zeitung-österreich.example/a',
      'https://xn--zeitung-sterreich-6zb.example/a',
    ],
  ])('%s', (_, url, key) => {
    expect(articleKey(url)).toBe(key);
  });

  it.each(['', 'paper.example/a', 'about:blank', 'chrome://extensions', 'data:text/html,hello', 'https://'])(
    'is not made of %j',
    (url) => {
      expect(() => articleKey(url)).toThrow(expect.objectContaining({ name: 'OnRecordError', code: 'no-address' }));
    },
  );

  const urls = fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'HTTP://me:pw@', 'file:///'),
      fc.webAuthority({ withPort: true }),
      fc.string({ maxLength: 12 }).map((path) => `/${path}`),
      fc.webQueryParameters(),
    )
    .map(([scheme, host, path, query]) => `${scheme}${host}${path}?${query}`)
    .filter((url) => URL.canParse(url));

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.oneof(urls, fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
        expect(articleKey(articleKey(url))).toBe(articleKey(url));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for http and https', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http'], authoritySettings: { withPort: true } }), (url) => {
        expect(articleKey(url.replace('http:', 'https:'))).toBe(articleKey(url));
      }),
    );
  });
});
