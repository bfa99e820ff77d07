/**
 * The character that is shown at a point, as a range; null for a blank, such as what is beside a line or between two.
 * @param x, y CSS pixels from the viewport's corner, like an event's `clientX` and `clientY`
 * @param roots the open shadow roots that are seen into
 */
export function characterAt(document: Document, x: number, y: number, roots: Iterable<ShadowRoot>): Range | null {
  // A caret stands between two characters, also when the point is far off.
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...roots] });
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return null;
  const { data } = node as Text;
  for (const at of [caret.offset, caret.offset - 1]) {
    if (at < 0 || at >= data.length) continue;
    const start = isLowSurrogate(data.charCodeAt(at)) && at > 0 ? at - 1 : at;
    const character = document.createRange();
    character.setStart(node, start);
    character.setEnd(node, Math.min(data.length, start + ((data.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)));
    for (const { left, right, top, bottom } of character.getClientRects()) {
      if (x >= left && x < right && y >= top && y < bottom) return character;
    }
  }
  return null;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
