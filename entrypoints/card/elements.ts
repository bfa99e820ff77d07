/** An element of the card whose words the style sheet draws, so that a page can neither find nor select them. */
export function drawn<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  className: string,
  words: string,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  element.dataset.text = words;
  return element;
}

/** A box around other elements. */
export function box(className: string, ...content: readonly Node[]): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...content);
  return element;
}

/** A button with drawn words. Only a person's own press counts. @param name for who can't see it; its words otherwise */
export function button(className: string, words: string, run: () => void, name = words): HTMLButtonElement {
  const element = drawn('button', className, words);
  element.type = 'button';
  element.setAttribute('aria-label', name);
  element.addEventListener('click', ({ isTrusted }) => isTrusted && run());
  return element;
}

/** A button with a drawing. @param name says what it does */
export function iconButton(name: string, path: string, run: () => void, className = ''): HTMLElement {
  const element = button(`icon-button ${className}`, '', run, name);
  element.title = name;
  element.append(icon(path));
  return element;
}

/** A field with the name that stands before it. @param control what the name is of */
export function field(name: string, control: HTMLElement, ...more: readonly Node[]): HTMLDivElement {
  const label = drawn('span', 'label', name);
  label.setAttribute('aria-hidden', 'true');
  return box('field', label, box('value', control, ...more));
}

/** The focused element of the root that an element is in. */
export function focusedIn(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of lines in a square of 16. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
