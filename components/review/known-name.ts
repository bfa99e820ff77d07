import type { KnownSpeaker } from '@/components/session/dependencies';
import type { Speaker } from '@/lib/annotations/speaker';
import { fold } from '@/lib/fold';
import type { SuggestedSpeaker } from '@/lib/suggest/quote-suggestion';

/** Who a suggested name stands for: a speaker of this article, nobody known, or perhaps one of some. */
export type Identity =
  | { is: 'known'; speaker: Speaker }
  | { is: 'new' }
  | { is: 'unclear'; candidates: readonly KnownSpeaker[] };

/** A person by one word is a surname or a first name, and says nothing of who it is in another article. */
const isFullName = ({ name, kind }: SuggestedSpeaker): boolean =>
  kind === 'organisation' || /\S\s+\S/.test(name.trim());

/**
 * Compares whole names only, never surnames or aliases. One article calls one person by one name, so that its own
 * speaker of that name is meant; for one of another article a person has to say so.
 */
export function identityOf(suggested: SuggestedSpeaker, known: readonly KnownSpeaker[], articleKey: string): Identity {
  const name = fold(suggested.name);
  const namesakes = known.filter(({ speaker }) => fold(speaker.name) === name);
  const here = namesakes.filter(({ articleKeys }) => articleKeys.includes(articleKey));
  const [only] = here;
  if (only && here.length === 1) return { is: 'known', speaker: only.speaker };
  const candidates = here.length > 1 || isFullName(suggested) ? namesakes : [];
  return candidates.length > 0 ? { is: 'unclear', candidates } : { is: 'new' };
}
