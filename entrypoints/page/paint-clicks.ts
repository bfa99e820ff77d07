import { lineAt } from './line-at';
import type { Painted } from './world';

/** Events that tell what is typed. */
const TYPED = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
];

/**
 * Has the card's script brought at a person's first click where something is painted. What exactly was hit, and whether
 * the click was for us, is the card's to find out. What is typed goes by the card from the start: of listeners on a
 * window, those that came first hear it first, and no later one of the page shall hear what is typed in the card.
 * @param bring resolves when the script is there, or when it can't be had
 */
export function watchPaintClicks(
  window: Window,
  signal: AbortSignal,
  painted: () => readonly Painted[],
  bring: () => Promise<unknown>,
): void {
  const card = () => globalThis.onRecordCard;
  const onClick = async (event: MouseEvent) => {
    const isPainted = () => painted().some(({ ranges }) => lineAt(ranges, event.clientX, event.clientY));
    if (!event.isTrusted || card() || !isPainted()) return;
    const path = event.composedPath();
    await bring();
    card()?.clicked(event, path);
  };
  for (const type of TYPED) window.addEventListener(type, (event) => card()?.typed(event), { capture: true, signal });
  window.addEventListener('click', onClick, { capture: true, passive: true, signal });
}
