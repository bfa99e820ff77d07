import { describe, expect, it } from 'vitest';
import { walkBlocks } from '@/lib/article/block-walk';
import { TextMap } from '@/lib/article/text-map';

/** The text of what is marked `data-in` on a page, as an article's is part of its page. */
function read(html: string) {
  document.body.innerHTML = html;
  const { text, pieces } = walkBlocks(document.body, {
    resolve: (node) => (node.parentElement?.closest('[data-in]') ? node : null),
  });
  const map = new TextMap(pieces);
  const wordsIn = (startContainer: Node, startOffset: number, endContainer: Node, endOffset: number) => {
    const span = map.toSpan({ startContainer, startOffset, endContainer, endOffset });
    return span && text.slice(span.start, span.end);
  };
  return { text, map, wordsIn, at: (selector: string) => document.querySelector(selector) ?? document.body };
}

const PAGE = `<nav>Home</nav><p id="one" data-in>The first  paragraph.</p><aside>Dry boots</aside>
  <p id="two" data-in>And <b>the second</b> one.</p><footer>Imprint</footer>`;

describe('the stretch of text in a range', () => {
  it('is cut where the range is cut, white space folded', () => {
    const { wordsIn, at } = read(PAGE);
    const [one, two] = [at('#one').firstChild ?? document, at('#two b').firstChild ?? document];
    expect(wordsIn(one, 4, one, 12)).toBe('first p');
    expect(wordsIn(one, 9, two, 3)).toBe(' paragraph.\n\nAnd the');
    // The second of two blanks that are shown as one.
    expect(wordsIn(one, 10, one, 20)).toBe('paragraph');
  });

  it('is known when the range ends between elements, as after a triple click', () => {
    const { wordsIn, at } = read(PAGE);
    const one = at('#one').firstChild ?? document;
    expect(wordsIn(one, 0, at('aside'), 0)).toBe('The first paragraph.');
    expect(wordsIn(one, 0, at('#two'), 0)).toBe('The first paragraph.');
    expect(wordsIn(one, 0, at('#two'), 1)).toBe('The first paragraph.\n\nAnd ');
    expect(wordsIn(at('#two'), 1, at('#two'), 2)).toBe('the second');
    expect(wordsIn(document.body, 0, document.body, document.body.childNodes.length)).toBe(
      'The first paragraph.\n\nAnd the second one.',
    );
  });

  it('begins and ends with the text when the range runs in from elsewhere or out of it', () => {
    const { wordsIn, at } = read(PAGE);
    const [home, boots, imprint] = ['nav', 'aside', 'footer'].map((name) => at(name).firstChild ?? document);
    const second = at('#two b').firstChild ?? document;
    if (!home || !boots || !imprint) throw new Error('The page has lost its parts.');
    expect(wordsIn(home, 1, second, 3)).toBe('The first paragraph.\n\nAnd the');
    expect(wordsIn(boots, 1, second, 3)).toBe('And the');
    expect(wordsIn(second, 4, imprint, 3)).toBe('second one.');
  });

  it('is none when the range holds nothing of the text', () => {
    const { wordsIn, at } = read(PAGE);
    const boots = at('aside').firstChild ?? document;
    const imprint = at('footer').firstChild ?? document;
    expect(wordsIn(boots, 0, boots, 9)).toBeNull();
    expect(wordsIn(imprint, 0, imprint, 7)).toBeNull();
    expect(wordsIn(at('#one'), 0, at('#one'), 0)).toBeNull();
    expect(read('<p>Nothing of it</p>').wordsIn(document.body, 0, document.body, 1)).toBeNull();
  });

  it('is the same for a range whose ends are given in the wrong order', () => {
    const { wordsIn, at } = read(PAGE);
    const [one, two] = [at('#one').firstChild ?? document, at('#two b').firstChild ?? document];
    expect(wordsIn(two, 3, one, 10)).toBe(wordsIn(one, 10, two, 3));
  });
});

describe('the ranges of a stretch of text', () => {
  it('are parted by foreign text and not by elements', () => {
    const { text, map } = read(PAGE);
    const ranges = map.toRanges({ start: 4, end: text.length });
    expect(ranges.map(String)).toEqual(['first  paragraph.', 'And the second one.']);
  });

  it('are parted by a shadow root that shows text between', () => {
    const { text, map, at } = read('<p data-in>One.</p><div id="host"></div><p data-in>Two.</p>');
    expect(map.toRanges({ start: 0, end: text.length })).toHaveLength(1);
    at('#host').attachShadow({ mode: 'open' }).append('Between.');
    expect(map.toRanges({ start: 0, end: text.length }).map(String)).toEqual(['One.', 'Two.']);
  });
});
