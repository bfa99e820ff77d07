import type { SuggestedSpeaker } from '../quote-suggestion';
import type { Span } from '../span';
import type { Attribution } from './attribute';
import type { Paragraph, TokenRange } from './paragraph';
import { probabilityOf } from './probability';
import type { Resolved } from './resolve';

/** A speaker less likely than this is not worth a guess. */
const LEAST_PROBABILITY = 0.45;
/** Of a speaker whom nothing but a pronoun names. */
const UNRESOLVED = 0.5;

/**
 * The speaker of an attribution that stands in `paragraph`; `trust`, from 0 to 1, says how sure the passage itself is.
 * Null where nobody is likely enough.
 */
export function speakerOf(
  text: string,
  paragraph: Paragraph,
  attribution: Attribution,
  resolved: Resolved | null,
  trust: number,
): SuggestedSpeaker | null {
  const probability = probabilityOf(attribution) * (resolved?.certainty ?? UNRESOLVED) * trust;
  if (probability < LEAST_PROBABILITY) return null;
  const mention = spanOf(paragraph, attribution.subject);
  const { entity } = resolved ?? {};
  return {
    name: entity?.name ?? text.slice(mention.start, mention.end),
    role: entity?.role ?? null,
    mention,
    kind: entity?.kind ?? 'unnamed',
    isPronoun: attribution.subject.kind === 'pronoun',
    probability,
  };
}

export function spanOf({ tokens }: Paragraph, { from, to }: TokenRange): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
