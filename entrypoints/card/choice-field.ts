import { box, drawn, field } from './elements';

/**
 * One of several values to choose, side by side.
 * @param choose is called with what a person has chosen
 */
export function createChoiceField<T extends string>(
  name: string,
  values: readonly T[],
  chosen: T | null,
  wordFor: (value: T) => string,
  choose: (value: T) => void,
): HTMLElement {
  const options = values.map((value) => {
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = name;
    radio.checked = value === chosen;
    radio.setAttribute('aria-label', wordFor(value));
    radio.addEventListener('change', ({ isTrusted }) => isTrusted && choose(value));
    const label = document.createElement('label');
    label.append(radio, drawn('span', 'choice', wordFor(value)));
    return label;
  });
  const group = box('choices', ...options);
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', name);
  return field(name, group);
}
