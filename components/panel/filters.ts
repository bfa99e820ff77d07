import type { Listed } from '@/components/session/reading-order';
import { KINDS, type Kind } from '@/lib/annotations/annotation';
import type { Id } from '@/lib/annotations/ids';

/** Which annotations are listed: null for any. */
export interface Filter {
  kind: Kind | null;
  speakerId: Id | null;
}

export const EVERYTHING: Filter = { kind: null, speakerId: null };

/** The annotations of a kind, or of a speaker, in their order. */
export function filtered(listed: readonly Listed[], { kind, speakerId }: Filter): Listed[] {
  return listed.filter(
    ({ annotation }) =>
      (kind === null || annotation.kind === kind) &&
      (speakerId === null || annotation.attribution.speakerId === speakerId),
  );
}

/** How many there are of each kind, and of all. */
export function countsOf(listed: readonly Listed[]): Record<Kind | 'all', number> {
  const counts = { all: listed.length, quote: 0, claim: 0, speaker: 0 };
  for (const { annotation } of listed) counts[annotation.kind]++;
  return counts;
}

export const FILTER_KINDS = [null, ...KINDS] as const;
