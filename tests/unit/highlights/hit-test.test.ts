import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHitTest } from '@/lib/highlights/hit-test';

const LETTERS = 'abcdefghij'.repeat(2_000);

/** A page of one text node on a single line, each of whose characters is a pixel wide; the caret is at the nearest edge. */
function line(data: string) {
  const paragraph = document.createElement('p');
  paragraph.textContent = data;
  document.body.replaceChildren(paragraph);
  const text = paragraph.firstChild as Text;
  const caretPositionFromPoint = (x: number) => ({
    offsetNode: text,
    offset: Math.max(0, Math.min(data.length, Math.round(x))),
    getClientRect: () => null,
  });
  Object.assign(document, { caretPositionFromPoint });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    const { startOffset, endOffset } = this;
    const boxes = [new DOMRect(startOffset, 0, endOffset - startOffset, 1)];
    return Object.assign(boxes, { item: (i: number) => boxes[i] ?? null });
  });
  return (id: string, start: number, end: number) => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return { id, ranges: [range] };
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a hit test', () => {
  it('names what is nested or overlaps at a point, the innermost first', () => {
    const passage = line(LETTERS);
    const hit = createHitTest(document, [
      passage('article', 0, 900),
      passage('quote', 100, 200),
      passage('claim', 150, 250),
      passage('speaker', 160, 170),
      passage('other', 300, 310),
    ]);
    expect(hit(165.5, 0)).toEqual(['speaker', 'claim', 'quote', 'article']);
    expect(hit(149.9, 0)).toEqual(['quote', 'article']);
    expect(hit(150.1, 0)).toEqual(['claim', 'quote', 'article']);
    expect(hit(249.9, 0)).toEqual(['claim', 'article']);
    expect(hit(250.1, 0)).toEqual(['article']);
    expect(hit(950, 0)).toEqual([]);
  });

  it('of those that start together names the shorter first, and one with several ranges once', () => {
    const passage = line(LETTERS);
    const long = passage('long', 10, 40);
    const twice = { id: 'long', ranges: [...long.ranges, ...passage('', 15, 20).ranges] };
    expect(createHitTest(document, [twice, passage('short', 10, 18)])(16.5, 0)).toEqual(['long', 'short']);
    expect(createHitTest(document, [long, passage('short', 10, 18)])(16.5, 0)).toEqual(['short', 'long']);
  });

  it('finds nothing beside the line, above it, or where no text is', () => {
    const passage = line('short line');
    const hit = createHitTest(document, [passage('all', 0, 10)]);
    expect(hit(9.5, 0.5)).toEqual(['all']);
    expect(hit(40, 0.5)).toEqual([]);
    expect(hit(9.5, 5)).toEqual([]);
    Object.assign(document, { caretPositionFromPoint: () => null });
    expect(hit(9.5, 0.5)).toEqual([]);
  });

  it('takes the two halves of a character for one', () => {
    const passage = line('a🌊b');
    const hit = createHitTest(document, [passage('wave', 1, 3)]);
    expect(hit(1.5, 0)).toEqual(['wave']);
    expect(hit(2.5, 0)).toEqual(['wave']);
    expect(hit(3.5, 0)).toEqual([]);
  });

  it('agrees with looking at every passage', () => {
    const passage = line(LETTERS.slice(0, 60));
    const spans = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 30 })), { maxLength: 25 });
    fc.assert(
      fc.property(spans, fc.nat(59), (all, at) => {
        const passages = all.map(([start, length], i) => ({ id: String(i), start, end: Math.min(60, start + length) }));
        const hit = createHitTest(
          document,
          passages.map(({ id, start, end }) => passage(id, start, end)),
        );
        const around = passages.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id);
        expect(hit(at + 0.3, 0).sort()).toEqual(around.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('compares a few of ten thousand passages, also when one of them spans all the others', () => {
    const passage = line(LETTERS);
    const all = [passage('all', 0, 20_000)];
    for (let i = 0; i < 10_000; i++) all.push(passage(String(i), 2 * i, 2 * i + 2));
    const hit = createHitTest(document, all);
    hit(0.5, 0);
    const compare = vi.spyOn(Range.prototype, 'compareBoundaryPoints');
    expect(hit(12_345.5, 0)).toEqual(['6172', 'all']);
    expect(compare.mock.calls.length).toBeLessThan(90);
  });
});
