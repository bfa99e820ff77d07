import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { Session } from '@/components/session/session';
import { SessionContext } from '@/components/session-context';
import { settle } from './sample-session';

/** Puts a view into the document, in a session if one is given. */
export async function show(view: ComponentChild, session: Session | null = null): Promise<HTMLElement> {
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  await act(() => render(<SessionContext.Provider value={session}>{view}</SessionContext.Provider>, root));
  return root;
}

export async function doing(action: () => unknown): Promise<void> {
  await act(async () => {
    await action();
  });
}

/** Waits until something is as it should be, letting what is loaded arrive. @throws whatever `holds` throws last */
export const until = (holds: () => unknown): Promise<void> =>
  vi.waitFor(
    async () => {
      await doing(settle);
      holds();
    },
    { timeout: 10_000, interval: 10 },
  );

/** The element with this role and name (`aria-label`, `<label>` or text) that is there. @throws Error when none is. */
export function find<T extends HTMLElement>(root: ParentNode, selector: string, name?: string): T {
  const found = [...root.querySelectorAll<T>(selector)].find(
    (element) => name === undefined || nameOf(element) === name,
  );
  if (!found) throw new Error(`There is no ${selector} “${name ?? ''}”.`);
  return found;
}

export function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labels = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
  return (labels ?? element.closest('label') ?? element).textContent?.trim() ?? '';
}

/** Types a whole text into a field, as one input event. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  return doing(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/** Presses a key; tells whether the browser's own action was prevented. */
export async function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await doing(() => target.dispatchEvent(event));
  return event.defaultPrevented;
}
