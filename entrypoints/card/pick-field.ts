import { box, button, drawn, field, focusedIn, iconButton } from './elements';

/** A path of lines in a square of 16. */
export const CROSS = 'M4 4l8 8M12 4l-8 8';

/** Something that can be pressed. `name`: for who can't see it. */
export interface Choice {
  readonly words: string;
  readonly name: string;
  readonly run: () => void;
}

export interface PickField {
  readonly element: HTMLElement;
  /** What is recorded, with how to take it back. */
  showPicked(words: string, clear: Omit<Choice, 'words'>): void;
  /** What can be recorded; without choices the field is not there. */
  offer(choices: readonly Choice[]): void;
}

/** A field that holds something recorded by a press, or offers what may be. @param resized it has another size */
export function createPickField(name: string, resized: () => void): PickField {
  const place = box('picked');
  const element = field(name, place);
  function fill(...content: readonly Node[]) {
    const hadFocus = place.contains(focusedIn(place));
    element.hidden = content.length === 0;
    place.replaceChildren(...content);
    resized();
    // Whoever pressed what is gone now goes on from what stands there instead.
    if (hadFocus) place.querySelector('button')?.focus({ preventScroll: true });
  }
  return {
    element,
    showPicked: (words, clear) => fill(drawn('span', 'picked-words', words), iconButton(clear.name, CROSS, clear.run)),
    offer: (choices) => fill(...choices.map(({ words, name: label, run }) => button('open', words, run, label))),
  };
}
