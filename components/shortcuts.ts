import type { Kind } from '@/lib/annotations/annotation';

const KINDS: Readonly<Record<string, Kind>> = { q: 'quote', c: 'claim', s: 'speaker' };

/** Inputs in which letters type nothing. */
const NOT_TYPED_INTO = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color']);

/** True when letters pressed in `element` belong to it. */
export function takesLetters(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** The letter of a plain key press; on a keyboard without Latin letters, the one that stands at its place. */
export function plainLetter(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return null;
  const key = event.key.toLowerCase();
  if (/^[a-z]$/.test(key)) return event.shiftKey ? null : key;
  if (/^\p{L}$/u.test(key) && /^Key[A-Z]$/.test(event.code)) return event.code.slice(3).toLowerCase();
  return null;
}

/** The kind that a key press asks to tag: Q, C or S, unless it is typed into a field. */
export function kindOfKey(event: KeyboardEvent): Kind | null {
  const letter = plainLetter(event);
  if (letter === null || takesLetters(event.target)) return null;
  return KINDS[letter] ?? null;
}
