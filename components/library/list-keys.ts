/**
 * Where a key leads in a list; null when it leads nowhere.
 * @param at the place that the keyboard is at, -1 for none
 * @param page how many rows are seen at a time
 */
export function stepOf(key: string, at: number, count: number, page: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + Math.max(page, 1), last);
    case 'PageUp':
      return Math.max(at - Math.max(page, 1), 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
