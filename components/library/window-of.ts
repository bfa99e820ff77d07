/** The height of a row in CSS pixels. */
export const ROW_HEIGHT = 76;
/** Rows are made ready in groups of so many, lest every pixel of scrolling ask for others. */
const GROUP = 12;

/**
 * The rows to be made, as a half-open range: those in view with a group before and after.
 * @param top how far it is scrolled down and `height` how much of it is seen, in CSS pixels
 */
export function windowOf(top: number, height: number, count: number): { start: number; end: number } {
  const first = Math.floor(top / ROW_HEIGHT / GROUP) - 1;
  const last = Math.ceil((top + height) / ROW_HEIGHT / GROUP) + 1;
  return { start: Math.max(0, first * GROUP), end: Math.min(count, last * GROUP) };
}

/** How far to scroll for a row to be in view; `top` when it is. All in CSS pixels. */
export function scrolledTo(index: number, top: number, height: number): number {
  const start = index * ROW_HEIGHT;
  if (start < top) return start;
  return start + ROW_HEIGHT > top + height ? start + ROW_HEIGHT - height : top;
}
