/** A box on the screen, in CSS pixels from the viewport's corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The room between what is placed, what it belongs to, and the edges of the window. */
const GAP = 8;

/**
 * The corner (left, top) at which a bar of this size stands: above the first of the lines or, where there is no room,
 * below the last, or else within the window over them. Null when none of the lines is in view.
 * @param lines what is selected, in reading order; in vertical text each is a column
 */
export function placeBar(
  lines: readonly Box[],
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { left: number; top: number } | null {
  const seen = lines.filter(
    ({ left, top, right, bottom }) => bottom > 0 && right > 0 && top < viewport.height && left < viewport.width,
  );
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return null;
  const highest = Math.min(...seen.map(({ top }) => top));
  const lowest = Math.max(...seen.map(({ bottom }) => bottom));
  const fits = (top: number) => top >= GAP && top + size.height <= viewport.height - GAP;
  const above = highest - GAP - size.height;
  const below = lowest + GAP;
  const isAbove = fits(above);
  const { left, right } = isAbove || !fits(below) ? first : last;
  const top = isAbove ? above : fits(below) ? below : GAP;
  const middle = (Math.max(left, 0) + Math.min(right, viewport.width)) / 2;
  const most = viewport.width - GAP - size.width;
  return { left: Math.max(GAP, Math.min(middle - size.width / 2, most)), top };
}
