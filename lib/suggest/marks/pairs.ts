import type { Span } from '../span';
import type { Family, Mark } from './marks';

/** A quotation within one paragraph. `inner` is what stands between the marks, `outer` takes the marks in. */
export interface Pair {
  readonly inner: Span;
  readonly outer: Span;
  /** No closing mark before the paragraph ended. */
  readonly isOpen: boolean;
  /** One mark is straight and the other is not, or it closes with an opening one: it may end elsewhere. */
  readonly isMismatched: boolean;
}

const matches = (open: Family, close: Family): boolean => open === close || (open === 'low' && close === 'curly');

/** “…" and "…”: editors leave one mark straight. Only where nothing better is open. */
const SLOPPY: Readonly<Partial<Record<Family, Family>>> = { straight: 'curly', curly: 'straight' };

/** The outermost pairs, in order; an opening mark that nothing closes is passed over, but for one after which no pair follows: it may run on. */
export function pairUp(marks: readonly Mark[], end: number): Pair[] {
  const closedBy = new Map<number, number>();
  const stack: number[] = [];
  const depth = { straight: 0, curly: 0, low: 0, angle: 0, corner: 0, single: 0 };
  const pop = (): number => {
    const index = stack.pop() ?? -1;
    const mark = marks[index];
    if (mark) depth[mark.family]--;
    return index;
  };
  marks.forEach((mark, index) => {
    const opened = depth[mark.family] + (mark.family === 'curly' ? depth.low : 0);
    const closes = mark.role === 'close' || (mark.role === 'either' && opened > 0);
    if (!closes) {
      // A straight mark can't nest in its own kind: the one before was never closed.
      if (mark.family === 'straight' && opened > 0)
        for (let open = pop(); open >= 0 && marks[open]?.family !== 'straight'; ) open = pop();
      stack.push(index);
      depth[mark.family]++;
      return;
    }
    const sloppy = SLOPPY[mark.family];
    const family = opened === 0 && mark.role === 'close' && sloppy && depth[sloppy] > 0 ? sloppy : mark.family;
    if (opened === 0 && family === mark.family) return;
    for (let open = pop(); open >= 0; open = pop()) {
      if (!matches(marks[open]?.family ?? 'single', family)) continue;
      closedBy.set(open, index);
      return;
    }
  });
  const pairs: Pair[] = [];
  const unclosed = stack[stack.length - 1];
  for (let i = 0; i < marks.length; i++) {
    const open = marks[i];
    const close = marks[closedBy.get(i) ?? -1];
    if (!open) continue;
    if (close) {
      pairs.push({
        inner: { start: open.end, end: close.start },
        outer: { start: open.start, end: close.end },
        isOpen: false,
        isMismatched:
          open.family !== 'low' &&
          (open.family !== close.family || (open.family === 'curly' && close.role === 'either')),
      });
      i = closedBy.get(i) ?? i;
    } else if (i === unclosed && ![...closedBy.keys()].some((index) => index > i)) {
      pairs.push({
        inner: { start: open.end, end },
        outer: { start: open.start, end },
        isOpen: true,
        isMismatched: false,
      });
      break;
    }
  }
  return pairs;
}
