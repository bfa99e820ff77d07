/**
 * The line of some ranges that is at a point, as a function that tells where that line stands now; undefined when none is.
 * @param x, y CSS pixels from the viewport's corner
 */
export function lineAt(ranges: readonly Range[], x: number, y: number): (() => DOMRect | undefined) | undefined {
  for (const range of ranges) {
    const at = [...range.getClientRects()].findIndex(
      ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
    );
    if (at >= 0) return () => range.getClientRects()[at];
  }
  return undefined;
}
