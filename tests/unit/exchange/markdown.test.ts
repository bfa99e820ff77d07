import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '@/lib/exchange/markdown';
import { markdownLink, markdownText } from '@/lib/exchange/markdown-text';
import { PAYLOADS } from '@/tests/fixtures/xss-payloads';
import { codePoints } from '../annotations/arbitraries';
import { generatedExports, SPEAKER, sampleExport } from './article-exports';

const renderer = markdownIt({ html: true, linkify: true });

function rendered(markdown: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = renderer.render(markdown);
  return root;
}

const body = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
const oneLine = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('the words of a page in Markdown', () => {
  const marks = fc.constantFrom(
    ...'\\`*_{}[]<>#|~&$^=%-+.:!()"\'1 \n\t@/',
    'http://a.bc',
    'www.a.bc',
    'a@b.cd',
    '&amp;',
  );
  const texts = fc.string({ unit: fc.oneof(marks, codePoints), maxLength: 30 });

  it('mean nothing but themselves', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const root = rendered(markdownText(text));
        // E-mail addresses become links in some programs; that does no harm.
        const elements = [...root.querySelectorAll('*')].map(({ tagName }) => tagName);
        expect(elements.filter((name) => name !== 'P' && name !== 'A')).toEqual([]);
        expect(oneLine(root.textContent)).toBe(
          oneLine(
            text
              .toWellFormed()
              .replace(/\s+/g, ' ')
              .replace(/\p{Cc}/gu, ''),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '# a',
    '- a',
    '+ a',
    '1. a',
    '12) a',
    '> a',
    '* a',
    '---',
    '===',
    '    a',
    '| a | b |',
    '[a]: b',
    '![a](b)',
    'http://a.bc',
  ])('form no block or link: %s', (text) => {
    expect([...rendered(markdownText(text)).querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['P']);
  });

  it('lead nowhere but to pages', () => {
    expect(markdownLink('a', 'javascript:alert(1)')).toBe('a');
    const link = rendered(markdownLink('a]b', 'https://a.bc/x)y#:~:text=d>e')).querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://a.bc/x)y#:~:text=d%3Ee');
    expect(link?.textContent).toBe('a]b');
  });
});

describe('the Markdown export', () => {
  it('quotes each passage with who said it and a link to the words', async () => {
    const root = rendered(body(writeMarkdown(await sampleExport())));
    const [quote, claim] = [...root.querySelectorAll('blockquote')];
    expect(oneLine(quote?.textContent ?? null)).toBe(
      `“We built it, […] in two years.” — ${SPEAKER.name}, mayor (The Paper, 2026-11-02)`,
    );
    expect(quote?.querySelector('a')?.href).toMatch(/#:~:text=We%20built%20it%2C&text=in%20two%20years\.$/);
    expect(oneLine(claim?.textContent ?? null)).toContain('It cost 40 million crowns');
    expect(root.querySelectorAll('blockquote')).toHaveLength(2);
    expect(oneLine(root.textContent)).toMatch(
      /Claim: disputed — Too low — It was 55 million\..*Evidence: Budget — page 3/,
    );
  });

  it('has properties that are YAML', async () => {
    const [, yaml = ''] =
      /^---\n([\s\S]*?)\n---\n/.exec(writeMarkdown(await sampleExport({ article: { title: 'a: "b" <c>' } }))) ?? [];
    const properties = new Map(
      yaml.split('\n').map((line) => [line.split(': ', 1)[0], JSON.parse(line.replace(/^\w+: /, ''))]),
    );
    expect(properties.get('title')).toBe('a: "b" <c>');
    expect(properties.get('site')).toBe('The Paper');
  });

  it('makes no element of what a page says, in a program that knows no properties either', async () => {
    const allowed = new Set(['H1', 'H2', 'P', 'A', 'BLOCKQUOTE', 'UL', 'LI', 'HR', 'BR']);
    for (const { html: payload } of PAYLOADS) {
      const part = await sampleExport({
        quote: {
          note: payload,
          tags: [payload],
          attribution: { speakerId: null, describedAs: payload, mention: null, cue: null },
        },
        article: { title: payload, siteName: payload, byline: payload },
      });
      const root = rendered(writeMarkdown(part));
      const elements = [...root.querySelectorAll('*')];
      expect(
        elements.map(({ tagName }) => tagName).filter((name) => !allowed.has(name)),
        payload,
      ).toEqual([]);
      for (const link of root.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?|mailto):/);
    }
  });

  it('is made of whatever was tagged', async () => {
    for (const part of await generatedExports(60)) {
      const root = rendered(body(writeMarkdown(part)));
      const tagged = part.annotations.filter(({ kind }) => kind !== 'speaker');
      expect(root.querySelectorAll('blockquote')).toHaveLength(tagged.length);
    }
  });
});
