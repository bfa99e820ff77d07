import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '@/lib/exchange/import-error';
import { MAX_DEPTH, MAX_ITEM } from '@/lib/exchange/import-limits';
import { JsonItems, type JsonPiece } from '@/lib/exchange/json-items';

function pieces(text: string, arrays = ['list'], cuts: readonly number[] = []): JsonPiece[] {
  const items = new JsonItems(arrays);
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const found = at.slice(1).flatMap((end, i) => [...items.push(text.slice(at[i], end))]);
  return [...found, ...items.end()];
}

describe('taking JSON apart', () => {
  it('gives every item as it stands, however the file comes in pieces and is indented', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
        fc.constantFrom(0, 2),
        fc.array(fc.nat(), { maxLength: 5 }),
        (values, indent, cuts) => {
          const text = JSON.stringify({ before: { list: [1] }, list: values, after: 'x' }, null, indent);
          const found = pieces(text, ['list'], cuts);
          const items = found.filter(({ path }) => path === 'list');
          expect(items.map((piece) => JSON.parse(piece.text))).toEqual(JSON.parse(JSON.stringify(values)));
          expect(items.map(({ index }) => index)).toEqual(values.map((_, i) => i));
          expect(found.at(-1)).toMatchObject({ path: 'after', index: null, text: '"x"' });
        },
      ),
    );
  });

  it('goes into objects on the way to an array, and takes the file itself for one', () => {
    expect(pieces('{"a": {"b": [1, [2]], "c": [3]}}', ['a.b']).map(({ text }) => text)).toEqual(['1', '[2]']);
    expect(pieces('[{"x": 1}, 2]', ['']).map(({ text }) => text)).toEqual(['{"x": 1}', '2']);
  });

  it('tells the line on which each item begins', () => {
    const text = '{\n "list": [\n  {"a": "\\n"},\n\n  {\n   "b": 1\n  }, 3\n ]\n}\n';
    expect(pieces(text).map(({ line }) => line)).toEqual([3, 5, 7]);
    const found = pieces(text, ['list'], [5, 20, 21, 30]);
    expect(found.map(({ line }) => line)).toEqual([3, 5, 7]);
  });

  it('loses one item, and not those after it, to a string that is not closed', () => {
    const found = pieces('{"list": [\n{"a": "x},\n{"a": 2}]}'.replace('x}', 'x\n}'));
    expect(found.map(({ text }) => text).at(-1)).toBe('{"a": 2}');
    expect(() => JSON.parse(found[0]?.text ?? '')).toThrow();
  });

  it.each([
    ['{"list": [{"a": 1}, {"b": ', ['{"a": 1}', '']],
    ['{"list": [{"a": 1}', ['{"a": 1}', '']],
    ['{"list": [{"a": 1}]', ['{"a": 1}', '']],
  ])('tells that %s is cut off', (text, texts) => {
    const found = pieces(text).map((piece) => (piece.problem === 'cut-off' ? { ...piece, text: '' } : piece));
    expect(found.map((piece) => piece.text)).toEqual(texts);
    expect(found.at(-1)?.problem).toBe('cut-off');
  });

  it.each(['', 'hello', '{"list" [1]}', '{"list": [1 2]}', '{"list": [1}', '{"a": 1,}', '{} {}', '{,}', '{"a": }'])(
    'refuses what is no JSON: %s',
    (text) => {
      const read = () => pieces(text).map(({ text: one }) => JSON.parse(one));
      expect(read).toThrow();
    },
  );

  it('names what is no JSON by a typed error with its line', () => {
    const read = () => pieces('{\n"list": [1,\n2 3]}');
    expect(read).toThrow(ImportError);
    expect(read).toThrow(expect.objectContaining({ code: 'not-json', line: 3 }));
  });

  it('refuses what nests too deep or is too large, and reads on', () => {
    const deep = '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1);
    const items = new JsonItems(['list']);
    const found = [...items.push(`{"list": [${deep}, {"a": "`)];
    const large = 'x'.repeat(MAX_ITEM / 10);
    for (let i = 0; i < 11; i++) found.push(...items.push(large));
    found.push(...items.push('"}, 3]}'), ...items.end());
    expect(found.map(({ problem, text }) => problem ?? text)).toEqual(['too-deep', 'too-large', '3']);
  });

  it('is not brought down by what nests without end outside of the items', () => {
    const found = pieces(`{"other": ${'['.repeat(1_000_000)}`);
    expect(found.map(({ problem }) => problem)).toEqual(['cut-off']);
  });
});
