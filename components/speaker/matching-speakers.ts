import type { KnownSpeaker } from '@/components/session/dependencies';
import { fold } from '@/lib/fold';

/** How many speakers are offered at a time. */
const MOST = 8;

/** True when a word of `name` starts with what was typed; several typed words must follow each other in the name. */
function aWordStartsWith(name: string, typed: string): boolean {
  const folded = fold(name);
  for (let at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) {
    const before = folded[at - 1];
    if (before === undefined || !/[\p{L}\p{N}]/u.test(before)) return true;
  }
  return false;
}

/**
 * The known speakers whose name or alias has a word that starts with `typed`, those of this article first; all of them
 * when nothing is typed. Namesakes are all offered.
 */
export function matchingSpeakers(
  typed: string,
  known: readonly KnownSpeaker[],
  articleKey: string | null,
): KnownSpeaker[] {
  const query = fold(typed);
  const matches = known.filter(({ speaker }) =>
    [speaker.name, ...speaker.aliases].some((name) => query === '' || aWordStartsWith(name, query)),
  );
  const isHere = ({ articleKeys }: KnownSpeaker) => articleKey !== null && articleKeys.includes(articleKey);
  return [...matches.filter(isHere), ...matches.filter((match) => !isHere(match))].slice(0, MOST);
}

/** What tells namesakes apart: role, organisation and the outlets in which they are named. */
export function speakerDetails({ speaker, outlets }: KnownSpeaker): string {
  return [speaker.role, speaker.organisation, outlets.slice(0, 2).join(', ')].filter(Boolean).join(' · ');
}
