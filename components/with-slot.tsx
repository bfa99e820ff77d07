import type { ComponentChildren } from 'preact';

/** Stands in a message for the element that takes its place; no text has it. */
export const SLOT = '\u{f8ff}';

/** A message with an element in the place of `SLOT`: each language puts it where it belongs. */
export function WithSlot({ message, children }: { message: string; children: ComponentChildren }) {
  const [before, after] = message.split(SLOT);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
