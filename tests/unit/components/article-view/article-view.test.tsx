import { describe, expect, it } from 'vitest';
import { groupBlocks } from '@/components/article-view/article-blocks';
import { ArticleView } from '@/components/article-view/article-view';
import { marksOf, piecesOf } from '@/components/article-view/pieces';
import { stretchOfRange } from '@/components/article-view/text-offset';
import { doing, find, press, show } from '../rendering';
import { annotationOf, HASH, KEY, sampleSession, TEXT } from '../sample-session';

const QUOTE = 'The ferry will sail again by May,';

async function opened() {
  const sample = sampleSession();
  await sample.session.open();
  await sample.holds([annotationOf(QUOTE), annotationOf('again by May', { kind: 'claim', quoteType: null })]);
  const root = await show(<ArticleView />, sample.session);
  return { ...sample, root, body: find<HTMLElement>(root, '[role="application"]') };
}

/** The first text node that holds these words, and where they begin in it. */
function textWith(root: Node, words: string): [Text, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1;
    if (at >= 0) return [node as Text, at];
  }
  throw new Error(`No text node holds “${words}”.`);
}

describe('the article view', () => {
  it('shows the whole text, in the language of the article, with what is tagged marked by kind', async () => {
    const { body } = await opened();
    expect(body.lang).toBe('en');
    expect([...body.querySelectorAll('p')].map((p) => p.textContent).join('\n\n')).toBe(TEXT);
    const quoted = [...body.querySelectorAll('.mark-quote')].map((mark) => mark.textContent).join('');
    expect(quoted).toBe(QUOTE);
    expect(body.querySelector('.mark-quote > .mark-claim')?.textContent).toBe('again by May');
  });

  it('selects by sentence with the keyboard, says it and keeps it for the next time', async () => {
    const { root, body, session, stored } = await opened();
    await press(body, 'ArrowDown');
    await press(body, 'ArrowDown');
    const sentence = TEXT.slice(TEXT.indexOf('She said'));
    expect(session.target.value?.text).toBe(sentence);
    expect(root.querySelector('[aria-live]')?.textContent).toBe(sentence);
    expect([...body.querySelectorAll('.is-selected')].map((piece) => piece.textContent).join('')).toBe(sentence);
    expect(stored[`draft:${KEY}`]).toMatchObject({ articleView: { open: true, cursor: { focus: TEXT.length } } });
    await press(body, 'Escape');
    expect(session.target.value?.segment).toBeNull();
  });

  it('takes what is selected by mouse as the target, over several pieces', async () => {
    const { body, session } = await opened();
    const [from, start] = textWith(body, 'again by');
    const [to, end] = textWith(body, 'harbour master');
    const range = document.createRange();
    range.setStart(from, start);
    range.setEnd(to, end + 'harbour'.length);
    await doing(() => {
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      document.dispatchEvent(new Event('selectionchange'));
    });
    expect(session.target.value?.text).toBe('again by May,” harbour');
  });
});

describe('offsets of a range in the article view', () => {
  it('count in the text, also where the range ends in no text', async () => {
    const { body } = await opened();
    const [from, start] = textWith(body, ',”'.slice(1));
    const range = document.createRange();
    range.setStart(from, start);
    // As after a triple click: up to the very beginning of the next paragraph.
    range.setEnd(find(body, 'p:nth-of-type(2)'), 0);
    const stretch = stretchOfRange(body, range);
    expect(stretch && TEXT.slice(stretch.start, stretch.end)).toBe('” harbour master Ines Calder told the council.');
    range.selectNodeContents(body);
    expect(stretchOfRange(body, range)).toEqual({ start: 0, end: TEXT.length });
  });

  it('are none for a range outside', async () => {
    const { body } = await opened();
    const outside = document.createElement('p');
    outside.textContent = 'Elsewhere';
    document.body.append(outside);
    const range = document.createRange();
    range.selectNodeContents(outside);
    expect(stretchOfRange(body, range)).toBeNull();
  });
});

describe('pieces of a block', () => {
  it('are cut at every border and keep overlapping marks', () => {
    const marks = [
      { start: 2, end: 6, kind: 'quote' as const },
      { start: 4, end: 9, kind: 'claim' as const },
    ];
    const pieces = piecesOf({ start: 0, end: 8 }, marks, { start: 5, end: 20 });
    expect(pieces.map(({ start, end, kinds, isSelected }) => [start, end, kinds.join('+'), isSelected])).toEqual([
      [0, 2, '', false],
      [2, 4, 'quote', false],
      [4, 5, 'claim+quote', false],
      [5, 6, 'claim+quote', true],
      [6, 8, 'claim', true],
    ]);
  });

  it('mark a passage of another wording only where it stands beyond doubt', () => {
    const annotation = annotationOf('told');
    const marked = (text: string, hash: string) => {
      const reading = { text, blocks: [{ start: 0, end: text.length, tag: 'p' }] };
      return marksOf([annotation], reading, hash).map(({ start, end }) => [start, text.slice(start, end)]);
    };
    const other = 'b'.repeat(64);
    expect(marked(TEXT, HASH)).toEqual([[TEXT.indexOf('told'), 'told']]);
    const corrected = `Correction: a date was wrong. ${TEXT.replace('by May', 'by June')}`;
    expect(marked(corrected, other)).toEqual([[corrected.indexOf('told'), 'told']]);
    // The word is there once, but the passage is not.
    expect(marked('She told him.', other)).toEqual([]);
    expect(marked('She told him, he told her.', other)).toEqual([]);
  });

  it('put the items of a list together', () => {
    const block = (tag: string, start: number) => ({ tag, start, end: start + 1 });
    const groups = groupBlocks([block('p', 0), block('li', 2), block('li', 4), block('p', 6)]);
    expect(groups.map((group) => group.map(({ start }) => start))).toEqual([[0], [2, 4], [6]]);
  });
});
