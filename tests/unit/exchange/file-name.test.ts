import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '@/lib/exchange/file-name';
import { codePoints } from '../annotations/arbitraries';

const DATE = '2026-11-24T23:30:00.000Z';
const named = (title: string, key = 'https://www.paper.example/news/1') => exportFileName({ key, title }, DATE);

describe('the name of the exported file', () => {
  it.each([
    ['Council backs bridge', 'council-backs-bridge'],
    ['“We won’t wait”: minister’s vow', 'we-wont-wait-ministers-vow'],
    ['Ärger über Größe: Straße gesperrt', 'arger-uber-grosse-strasse-gesperrt'],
    ['Łódź ævintýri ønsker', 'lodz-aevintyri-onsker'],
    ['Мэр открыл новый мост', 'мэр-открыл-новый-мост'],
    ['市長が橋を開通', '市長が橋を開通'],
    ['प्रधानमंत्री ने कहा', 'प्रधानमंत्री-ने-कहा'],
    ['???', 'article'],
    ['', 'article'],
  ])('makes %j readable', (title, slug) => {
    expect(named(title)).toBe(`on-record_paper.example_${slug}_2026-11-24.json`);
  });

  it.each([
    ['http://127.0.0.1:8080/a', '127.0.0.1'],
    ['https://[2001:db8::1]/a', '2001-db8-1'],
    ['file:///home/me/a.html', 'file'],
    ['https://www.www.example/a', 'www.example'],
  ])('names the site of %s', (key, site) => {
    expect(named('Title', key)).toBe(`on-record_${site}_title_2026-11-24.json`);
  });

  it('cuts a long title between words', () => {
    const name = named('The very long headline of an article about a bridge that nobody had ever asked for');
    expect(name).toBe(
      'on-record_paper.example_the-very-long-headline-of-an-article-about-a-bridge-that_2026-11-24.json',
    );
  });

  it('has only what every file system takes, and is never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoints, maxLength: 120 }), fc.webUrl(), (title, key) => {
        const name = named(title, key);
        expect(name).toMatch(/^on-record_[^_]+_[^_]+_2026-11-24\.json$/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(name.isWellFormed()).toBe(true);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
