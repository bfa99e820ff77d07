import type { Box } from '../page/toolbar/place';

/** The room between the card, the line it belongs to, and the edges of the window. */
const GAP = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The corner (left, top) at which the card stands: below its line or, where it has no room there, above it; with room in
 * neither place it stands in the window, over the line. A line that is out of the window takes the card along.
 * @param x where the middle of the card should be, in CSS pixels from the viewport's left
 */
export function placeCard(line: Box, x: number, size: Size, viewport: Size): { left: number; top: number } {
  const below = line.bottom + GAP;
  const above = line.top - GAP - size.height;
  const lowest = viewport.height - GAP - size.height;
  const isInView = line.bottom > 0 && line.top < viewport.height;
  const top = below <= lowest || !isInView ? below : above >= GAP ? above : Math.max(GAP, lowest);
  const left = Math.max(GAP, Math.min(x - size.width / 2, viewport.width - GAP - size.width));
  return { left, top };
}

/** The corner at which the card stands out of the way of what is read: at the end of the window's last lines. */
export function placeAside(size: Size, viewport: Size): { left: number; top: number } {
  return {
    left: Math.max(GAP, viewport.width - GAP - size.width),
    top: Math.max(GAP, viewport.height - GAP - size.height),
  };
}
