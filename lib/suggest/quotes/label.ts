import type { SuggestedSpeaker } from '../quote-suggestion';
import type { Span } from '../span';
import type { People } from './people';

/** "LINDQVIST: …", as transcripts have it. */
const LABEL = /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,2}(?=:\s)/u;
const LONGEST = 60;
const PROBABILITY = 0.95;
/** Of a name that the article has nowhere else: "FACT:" and "BREAKING:" are none. */
const UNKNOWN = 0.6;

export interface Label {
  readonly rest: Span;
  readonly speaker: SuggestedSpeaker;
  /** Whether the article names that speaker elsewhere. */
  readonly isNamed: boolean;
}

/** The speaker whom a quotation itself names in capitals at its start, and the rest of it; null of any other. */
export function readLabel(text: string, { start, end }: Span, people: People): Label | null {
  const [label] = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST))) ?? [];
  if (label === undefined) return null;
  const entity = people.named(label);
  let from = start + label.length + 1;
  while (from < end && text.charAt(from).trim() === '') from++;
  return {
    rest: { start: from, end },
    isNamed: entity != null,
    speaker: {
      name: entity?.name ?? label,
      role: entity?.role ?? null,
      mention: { start, end: start + label.length },
      kind: entity?.kind ?? 'person',
      isPronoun: false,
      probability: entity ? PROBABILITY : UNKNOWN,
    },
  };
}
